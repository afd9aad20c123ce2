"""The workflow manager: the life of every type in words and pictures, and what the office may adjust in it."""
