"""The workshop's own values and rules. Standard library only."""
