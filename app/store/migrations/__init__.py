"""The schema's history (alembic). It ships with the package: see docs/decisions/0002."""
