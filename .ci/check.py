"""Rules of the house that no other tool checks: floors, notebooks, README, links."""

import ast
import csv
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOTS = {"core", "device", "cluster", "cli", "commands"}
FLOORS = {  # package: the packages that it may import from, beside itself and the roots
    "data": set(),
    "models": set(),
    "strategies": {"models"},
    "metrics": set(),
    "training": {"data", "models", "strategies", "metrics"},
    "study": {"data", "models", "strategies", "metrics", "training"},
    "inspection": {"data", "models", "strategies", "metrics"},
}
README_LIMIT, NOTEBOOKS_LIMIT, PICTURE_LIMIT = 9_000, 8_000_000, 300_000
problems = []


def cells_of(notebook):
    return json.loads(notebook.read_text(encoding="utf-8"))["cells"]


def source_of(cell):
    return "".join(cell["source"])


def imports_of(source):
    "Dotted names of what Python source imports from sac."
    source = re.sub(r"^\s*[%!].*$", "", source, flags=re.M)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "sac")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "sac":
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def check_rooms():
    "No import from a notebook with a higher number, none against the table of floors, and so no circle."
    modules = {}
    for notebook in sorted((ROOT / "nbs").glob("[0-9]*.ipynb")):
        code = [source_of(c) for c in cells_of(notebook) if c["cell_type"] == "code"]
        target = re.search(r"^#\| default_exp (\S+)", "\n".join(code), flags=re.M).group(1)
        modules["sac." + target.removesuffix(".__init__")] = notebook, code
    for module, (notebook, code) in modules.items():
        package = module.split(".")[1]
        for source in code:
            for name in imports_of(source):
                parts = name.split(".")
                target = next((".".join(parts[:n]) for n in (3, 2) if ".".join(parts[:n]) in modules), None)
                if target is None or target == module:
                    continue
                there = modules[target][0]
                if there.name[:2] > notebook.name[:2]:
                    problems.append(f"{notebook.name} imports {name} from {there.name}, which has a higher number")
                floor = target.split(".")[1]
                allowed = ROOTS if package in ROOTS else ROOTS | {package} | FLOORS[package]
                if source.startswith("#| export") and floor not in allowed:  # tests may use any lower number
                    problems.append(f"{notebook.name} imports {name}: sac.{package} may not import from sac.{floor}")


def check_notebooks():
    "Short lines, small pictures, no stored error, and one cell of parameters in each experiment."
    total = 0
    for notebook in sorted((ROOT / "nbs").glob("*.ipynb")):
        total += notebook.stat().st_size
        tagged = 0
        for number, cell in enumerate(cells_of(notebook)):
            where = f"{notebook.name}, cell {number}"
            if cell["cell_type"] != "code":
                continue
            tagged += "parameters" in cell["metadata"].get("tags", [])
            if any(len(line) > 120 for line in source_of(cell).split("\n")):
                problems.append(f"{where}: a line is longer than 120 characters")
            for output in cell["outputs"]:
                if output["output_type"] == "error":
                    problems.append(f"{where}: an error is stored as its output")
                for kind, data in output.get("data", {}).items():
                    if kind.startswith("image/") and len("".join(data)) > PICTURE_LIMIT * 4 / 3:
                        problems.append(f"{where}: a stored picture is larger than {PICTURE_LIMIT // 1000} KB")
        if not notebook.name[0].isdigit() and tagged != 1:
            problems.append(f"{notebook.name}: {tagged} cells are tagged as parameters, it should be one")
    if total > NOTEBOOKS_LIMIT:
        problems.append(f"nbs: {total / 1e6:.1f} MB of notebooks, more than {NOTEBOOKS_LIMIT / 1e6:g}")
    for module in (ROOT / "sac").rglob("*.py"):
        if module.name != "_modidx.py" and any(len(x) > 120 for x in module.read_text(encoding="utf-8").split("\n")):
            problems.append(f"{module.relative_to(ROOT)}: a line is longer than 120 characters")


def markdown_tables(text):
    "The tables of a Markdown text as lists of rows, each with the comment before it, if there is one."
    pattern = r"(?:<!-- from (\S+) -->\n)?((?:^\|.*\|\n)+)"
    for comment, table in re.findall(pattern, text, flags=re.M):
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().split("\n")]
        yield comment, [row for row in rows if not set("".join(row)) <= set("-: ")]


def check_readme():
    "The README is short, its links lead somewhere, and each of its measured numbers is in a file of `figures/`."
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    if len(text) > README_LIMIT:
        problems.append(f"README.md: {len(text)} characters, more than {README_LIMIT}")
    for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        if not (ROOT / link).exists():
            problems.append(f"README.md: no file {link}")
    for comment, (header, *rows) in markdown_tables(text):
        if not comment:
            if any(re.search(r"\d\.\d", cell) for row in rows for cell in row):
                problems.append(f"README.md: the table {header} has numbers and no comment <!-- from figures/... -->")
            continue
        with open(ROOT / comment, encoding="utf-8", newline="") as f:
            known = list(csv.DictReader(f))
        for row in rows:
            printed = dict(zip(header, row))
            if not any(printed.items() <= line.items() for line in known):
                problems.append(f"README.md: {comment} has no row with {printed}")
    prose = re.sub(r"^\|.*\n|```.*?```", "", text, flags=re.M | re.S)
    for sentence, files in re.findall(r"^(.*?)<!-- numbers: ([^>]*?) -->$", prose, flags=re.M):
        known = " ".join((ROOT / file).read_text(encoding="utf-8") for file in files.split())
        for number in re.findall(r"\d[\d,]*\.?\d*", sentence):
            if number.strip(".,") not in re.findall(r"\d[\d,]*\.?\d*\b", known):
                problems.append(f"README.md: {number} is not in {files}")
    unmarked = re.sub(r"^.*<!-- numbers.*$", "", prose, flags=re.M)
    for number in re.findall(r"\d+\.\d+(?= ?(?:%|points|times|GiB))", unmarked):
        problems.append(f"README.md: {number} has no comment <!-- numbers: figures/... --> on its line")


for check in (check_rooms, check_notebooks, check_readme):
    check()
print("\n".join(problems) or "the house is in order")
sys.exit(bool(problems))
