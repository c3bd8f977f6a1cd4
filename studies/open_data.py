#!/usr/bin/env python3
"""Fetch the photographs with free licences that pretraining and the shipped model use; `--list` prints the credits.

    python studies/open_data.py data/open

`open_data.csv` names for each file its repository, commit, path, licence and where the licence is stated. Photographs
are downscaled to 1,024 pixels. Annotated data sets are not fetched: their rows say where they are.
"""

import argparse
import csv
import io
import sys
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from PIL import Image

SOURCES = Path(__file__).with_suffix(".csv")
LONGEST_SIDE = 1024


def sources() -> list[dict[str, str]]:
    "The rows of the table of sources."
    with open(SOURCES, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def url_of(row: dict[str, str]) -> str:
    "The address of a file at its commit; empty for a row that is not one file on GitHub."
    site, _, repository = row["source"].partition(":")
    if site != "github" or not row["source_path"]:
        return ""
    return f"https://raw.githubusercontent.com/{repository}/{row['version']}/{quote(row['source_path'])}"


def fetch(row: dict[str, str], folder: Path) -> None:
    "Download one file, downscale it, and write it under a temporary name first."
    target = folder / row["file"]
    if target.is_file():
        return
    with urlopen(url_of(row), timeout=60) as response:
        image = Image.open(io.BytesIO(response.read()))
    is_photograph = target.suffix == ".jpg"  # not a mask
    if is_photograph:
        image = image.convert("RGB")
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.LANCZOS)
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}")
    if is_photograph:
        image.save(partial, "JPEG", quality=92)
    else:
        image.save(partial, "PNG")
    partial.replace(target)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help="where to write, such as data/open")
    parser.add_argument("--list", action="store_true", help="print file, source, commit and licence instead")
    options = parser.parse_args(arguments)
    if options.list or options.folder is None:
        for row in sources():
            print(f"{row['file']}: {row['source']} @ {row['version'] or '?'} {row['source_path']} ({row['licence']})")
        return 0
    failures = 0
    for row in sources():
        if not url_of(row):
            print(f"{row['file']}: get it from {row['source']} {row['source_path']} ({row['licence']})")
            continue
        try:
            fetch(row, options.folder)
        except OSError as e:
            failures += 1
            print(f"{row['file']}: {url_of(row)} could not be read: {e}", file=sys.stderr)
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main())
