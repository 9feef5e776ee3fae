"""Parts of the Reflection page."""
