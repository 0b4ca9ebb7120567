"""`headwater schema`: the JSON Schema of a record that is read or written."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from headwater.cli.output import print_out
from headwater.errors import OptionError

__all__ = ["schema"]

Record = Annotated[str, typer.Argument(help="article (what we read), brief, check or comparison (what we write).")]


def schema(record: Record) -> None:
    """Print the JSON Schema of a record."""
    from headwater.render import brief_schema, check_schema, comparison_schema
    from headwater.sources.records import article_schema

    schemas = {"article": article_schema, "brief": brief_schema, "check": check_schema, "comparison": comparison_schema}
    if record not in schemas:
        raise OptionError(f"no schema is called {record!r}; choose article, brief, check or comparison")
    print_out(json.dumps(schemas[record](), indent=1, ensure_ascii=False))
