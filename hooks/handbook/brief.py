"""The training brief: the rows that the handbook must serve, by id. The list is data, `data/brief.yml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import yaml

from handbook.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


_FILE = Path(__file__).parent / "data" / "brief.yml"


@cache
def rows() -> Mapping[str, Text]:
    """Id of each row, in order, and its name in both languages."""
    text = _FILE.read_text(encoding="utf-8")
    return MappingProxyType({row: Text(**names) for row, names in yaml.load(text, yaml.CSafeLoader).items()})
