"""Where dots are entered: the ballot, who hands it in, and the result."""
