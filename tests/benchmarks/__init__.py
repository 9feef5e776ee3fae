"""Figures against a yardstick of the same run: `make benchmarks` measures them and prints one table.

A module here that has a function `figures() -> Iterable[Figure]` takes part; nothing is registered.
"""
