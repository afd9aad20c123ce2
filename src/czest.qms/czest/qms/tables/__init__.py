"""Lists as files: one table, written as CSV, JSON, XML or an OpenDocument spreadsheet; knows nothing of Zope."""
