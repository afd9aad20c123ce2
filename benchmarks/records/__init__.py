"""How fast lists of many records are; see docs/reference/benchmarks.md."""
