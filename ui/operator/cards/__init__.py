"""Parts of the Cards page around the wall."""
