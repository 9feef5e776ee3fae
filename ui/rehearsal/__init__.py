"""Plays the example through the real windows: the end-to-end test, and a way to see the program work."""

from ui.rehearsal.rehearsal import rehearse

__all__ = ["rehearse"]
