"""Values in, files out: minutes and the other documents. Knows neither Qt nor the database."""
