"""Many records handed in together: a table and files, checked first, then loaded some at a time."""
