"""The sections of the minutes, one module per group of them, in the order of domain.md 7.2."""
