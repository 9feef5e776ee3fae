"""Parts of the Cases page: the list, the sheet, prototype, canvas, principles, chain, indicators, theory."""
