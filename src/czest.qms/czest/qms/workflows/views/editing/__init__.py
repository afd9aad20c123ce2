"""The pages on which the quality officer adjusts the workflows: form, preview, reason, and the operation that does it."""
