"""Photos on the Run page: how they come in, and where they are looked at."""
