"""Keeps the records on disk. The only package that knows SQLAlchemy and Alembic."""
