"""Parts of the Minutes page: documents and sections at the left, the real pages, the options at the right."""
