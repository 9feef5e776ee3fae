"""`python -m facilitator.interchange` writes the schema and the page of the format into `resources`."""

from pathlib import Path

from facilitator.interchange.reference import PAGE, SCHEMA, page, schema_text
from resources import ROOT

for parts, text in ((PAGE, page()), (SCHEMA, schema_text())):
    target = Path(str(ROOT)).joinpath(*parts)
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8")
