"""One module a step, each complete in itself: it never imports the tables of today."""
