"""Parts of the Agenda page."""
