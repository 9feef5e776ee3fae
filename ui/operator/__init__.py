"""The operator's window: its shell and one page for each part of the work."""
