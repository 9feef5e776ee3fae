"""The steps by which a database grows from one version of the program to the next."""
