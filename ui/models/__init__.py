"""Qt item models over plain values; what they show is decided by presenters."""
