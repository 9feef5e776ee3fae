"""The check before a session: what could go wrong with the laptop, seen while it can still be mended."""
