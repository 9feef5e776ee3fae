"""Where threads end: the writer, the desk that every page works at, the ticker, the crash banner."""
