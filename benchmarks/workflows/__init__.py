"""How fast the panel of workflows is over many editions; see docs/reference/benchmarks.md."""
