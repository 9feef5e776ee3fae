"""Small controls that every page shares. Each takes the theme first and paints from it."""
