"""The domain of records in pure Python: retention, case signs, symbols, their life."""
