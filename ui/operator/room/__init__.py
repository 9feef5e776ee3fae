"""What looks after the laptop and the room while a workshop runs, without being asked."""
