"""Facilitator: run a workshop from one laptop and keep its promises afterwards."""

__version__ = "0.1.0"
