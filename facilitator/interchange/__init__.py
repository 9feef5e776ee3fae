"""The JSON file in which a workshop travels from one laptop to another."""
