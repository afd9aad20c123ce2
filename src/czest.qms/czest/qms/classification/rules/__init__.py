"""The domain of classification in pure Python: schemes, terms, tables, their files and their symbols."""
