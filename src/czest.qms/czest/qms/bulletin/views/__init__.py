"""The pages of the bulletin: facts in, whole HTML pages out; and the doors behind which they stand."""
