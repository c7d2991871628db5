"""The training brief: the rows that the handbook must serve, by id. The list is data, `data/brief.yml`."""

from __future__ import annotations

from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

import yaml

from handbook.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def rows() -> Mapping[str, Text]:
    """Id of each row, in order, and its name in both languages."""
    text = resources.files("handbook").joinpath("data", "brief.yml").read_text(encoding="utf-8")
    return MappingProxyType({row: Text(**names) for row, names in yaml.load(text, yaml.CSafeLoader).items()})
