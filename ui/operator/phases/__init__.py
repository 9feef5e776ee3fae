"""Leading a board through its six phases."""
