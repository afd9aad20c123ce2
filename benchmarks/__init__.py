"""How fast our pages are beside those of plain Plone; see docs/reference/benchmarks.md.

Nothing here judges the time: a benchmark that fails on a busy machine would be switched off.
"""
