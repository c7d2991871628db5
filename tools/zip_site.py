"""Packs the built site so that it opens from a disk: `make zip`, or `python tools/zip_site.py site build/x.zip`.

Links to folders become links to their `index.html`, since a file system has no web server to look for it.
"""

from __future__ import annotations

import os
import sys
import time
import zipfile
from pathlib import Path

from handbook.offline import WORKER, for_disk

LEFT_OUT = frozenset({WORKER, "404.html", "_headers", "security-headers.conf", "sitemap.xml", "sitemap.xml.gz"})
"""What only a web server has a use for."""


def pack(site: Path, target: Path) -> None:
    """Write all of `site` to the zip file `target`; the same site gives the same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    moment = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), 315_532_800))[:6]  # zip begins in 1980
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(site.rglob("*")):
            name = file.relative_to(site).as_posix()
            if file.is_file() and name not in LEFT_OUT:
                data = file.read_bytes()
                if file.suffix == ".html":
                    data = for_disk(data.decode()).encode()
                archive.writestr(zipfile.ZipInfo(name, moment), data, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
