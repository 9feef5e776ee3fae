"""Parts of the Work plan page."""
