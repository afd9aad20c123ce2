"""The domain of disposal in pure Python: lists, their rows and steps, and what may be destroyed."""
