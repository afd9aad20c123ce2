"""Rules on remarks: where their passages are, how a thread of them stands, and who may do what."""
