"""What the windows say, enable and colour, decided in plain Python without Qt."""
