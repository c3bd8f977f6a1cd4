"""Pages that are made from the library: the notebooks, the commands, the models and the API."""

import dataclasses
import inspect
import json
import re
import tempfile
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from textwrap import indent
from typing import NamedTuple

from fastcore.docments import docments
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

ROOT = Path(__file__).parents[1]
PACKAGES = ["data", "models", "strategies", "metrics", "training", "study", "inspection"]
FLOORS = {
    "0": "Roots",
    "1": "Data",
    "2": "Models",
    "3": "Strategies",
    "4": "Metrics",
    "5": "Training",
    "6": "Studies",
    "7": "Inspection",
}


class Command(NamedTuple):
    "Where the help text of a command comes from; the fields after `options` are arguments of `help_text`."

    module: str
    options: str  # name of the dataclass
    switches: bool = True
    about: str | None = None  # name of the description; None for the docstring of the dataclass


COMMANDS = {
    "sac-predict": Command("sac.inspection.predict", "PredictOptions"),
    "sac-app": Command("sac.inspection.app", "AppOptions"),
    "sac-share": Command("sac.inspection.share", "ShareOptions"),
    "sac-export": Command("sac.inspection.export", "ExportOptions"),
    "sac-retrain": Command("sac.study.retrain", "RetrainOptions"),
    "sac-train": Command("sac.training.experiment", "RunConfig", switches=False, about="_ABOUT"),
    "sac-describe": Command("sac.data.overview", "DescribeOptions"),
    "sac-grid run": Command("sac.study.grid", "Run"),
    "sac-grid status": Command("sac.study.grid", "Status"),
    "sac-rehearse": Command("sac.study.rehearsal", "Rehearsal"),
}


@event_priority(100)  # before the plugin that renders notebooks
def on_files(files, config):
    folder = Path(tempfile.mkdtemp(prefix="sac-docs-"))
    notebooks = sorted((ROOT / "nbs").glob("*.ipynb"))
    for notebook in notebooks:
        _write(folder / "notebooks" / notebook.name, json.dumps(_readable(notebook)))
    _write(folder / "notebooks.md", _notebook_list(notebooks))
    _write(folder / "commands.md", _commands())
    _write(folder / "api.md", _api())
    _write(folder / "contributing.md", _contributing())
    for page in sorted(folder.rglob("*.*")):
        name = page.relative_to(folder).as_posix()
        files.append(File(name, str(folder), config.site_dir, config.use_directory_urls))
    for picture in sorted((ROOT / "figures").rglob("*.png")):
        name = picture.relative_to(ROOT).as_posix()
        files.append(File(name, str(ROOT), config.site_dir, config.use_directory_urls))
    return files


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def on_page_markdown(markdown, **kwargs):
    'Replace `--8<-- "figures/NAME.md"` with the table of that file, and its caption with a folded note.'
    return re.sub(r'^--8<-- "(figures/\S+\.md)"$', lambda match: _table(ROOT / match[1]), markdown, flags=re.M)


def _table(path):
    table, _, caption = path.read_text(encoding="utf-8").strip().partition("\n\n")
    if not caption:
        return table
    return f'{table}\n\n??? note "Settings of the runs"\n\n' + indent(caption, "    ")


# Notebooks


def _cells(notebook):
    return json.loads(notebook.read_text(encoding="utf-8"))["cells"]


def _source(cell):
    return "".join(cell["source"])


def _readable(notebook):
    "The notebook without hidden cells and nbdev's directives, its links leading to pages of this site."
    content = json.loads(notebook.read_text(encoding="utf-8"))
    cells = []
    for cell in content["cells"]:
        source = _source(cell)
        if re.match(r"#\|\s*(hide|default_exp)", source):
            continue
        if cell["cell_type"] == "code":
            source = re.sub(r"^#\|.*\n?", "", source, flags=re.M).strip("\n")
        else:
            source = re.sub(r"\]\(([\w.]+)\.ipynb(#[\w-]*)?\)", r"](../\1/\2)", source)
            source = re.sub(r"\]\(\.\./(\w+)/([\w./-]+\.md)\)", r"](https://github.com/\1/\2)", source)
        if source:
            cells.append(cell | {"source": source})
    title = next((n for n, cell in enumerate(cells) if _source(cell).startswith("# ")), 0)
    cells.insert(0, cells.pop(title))  # before the imports
    return content | {"cells": cells}


def _title(notebook):
    "The title of a notebook and its one-line summary."
    for cell in _cells(notebook):
        source = _source(cell)
        if cell["cell_type"] == "markdown" and source.startswith("# "):
            title, *rest = source.split("\n")
            summary = next((line[2:] for line in rest if line.startswith("> ")), "")
            plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", summary)  # links lead nowhere from another page
            return title[2:], plain
    return notebook.stem, ""


def _notebook_list(notebooks):
    lines = [
        "# Notebooks",
        "",
        "The library is written in numbered notebooks, one for each module. Read in order, they explain the method:",
        "a notebook only builds on notebooks with a lower number. The experiments ask one question each.",
        "",
        "## Experiments",
        "",
        "| notebook | question |",
        "| --- | --- |",
    ]
    for notebook in (n for n in notebooks if not n.name[0].isdigit()):
        lines.append(f"| [{notebook.stem}](notebooks/{notebook.name}) | {_title(notebook)[0]} |")
    for digit, floor in FLOORS.items():
        lines += ["", f"## {floor}", "", "| notebook | module | content |", "| --- | --- | --- |"]
        for notebook in (n for n in notebooks if n.name.startswith(digit)):
            module = "sac." + notebook.stem.split("_", 1)[1]
            lines.append(f"| [{notebook.stem}](notebooks/{notebook.name}) | `{module}` | {_title(notebook)[1]} |")
    return "\n".join(lines) + "\n"


# Commands


def _commands():
    from sac.cli import help_text

    lines = ["# Commands", "", "The help texts of the commands, as `COMMAND --help` prints them.", ""]
    for name, command in COMMANDS.items():
        module = import_module(command.module)
        options = getattr(module, command.options)
        about = getattr(module, command.about) if command.about else None
        text = help_text(options, name, command.switches, about).strip()
        lines += [f"## {name}", "", "```text", text, "```", ""]
    return "\n".join(lines)


# API


def _parameters(thing):
    "Rows of a table of parameters: name, type, default and the comment in the source."
    try:
        comments = docments(thing, full=True)
    except (TypeError, OSError, ValueError):
        return []
    rows = []
    for name, about in comments.items():
        if name in ("self", "cls", "return", "args", "kwargs") and not about.docment:
            continue
        kind = "" if about.anno is inspect.Parameter.empty else f"`{inspect.formatannotation(about.anno)}`"
        default = "" if about.default is inspect.Parameter.empty else f"`{about.default!r}`"
        if default.startswith("`<"):  # an object without a readable form, such as the factory of a dataclass field
            default = ""
        comment = (about.docment or "").replace("\n", " ")
        rows.append(f"| `{name}` | {kind} | {default} | {_escaped(comment)} |")
    return rows


def _escaped(text):
    "Text for a cell of a Markdown table: bars separate cells, except in code."
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(part if part.startswith("`") else part.replace("|", "\\|") for part in parts)


def _entry(name, thing):
    lines = [f"### {name}", ""]
    if callable(thing) and not dataclasses.is_dataclass(thing):
        with suppress(ValueError):  # some built-in classes have no signature
            lines += ["```python", f"{name}{inspect.signature(thing)}", "```", ""]
    lines += [inspect.getdoc(thing) or "", ""]
    rows = _parameters(thing) if callable(thing) else []
    if rows:
        lines += ["| parameter | type | default | meaning |", "| --- | --- | --- | --- |", *rows, ""]
    return lines


def _api():
    lines = [
        "# API",
        "",
        "The public names of each package. The modules behind them hold more; the [notebooks](notebooks.md) explain",
        "all of it.",
        "",
    ]
    for package in PACKAGES:
        module = import_module(f"sac.{package}")
        lines += [f"## sac.{package}", ""]
        for name in sorted(module.__all__):
            lines += _entry(name, getattr(module, name))
    return "\n".join(lines)


def _contributing():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return re.sub(r"\]\(nbs/([\w.]+\.ipynb)\)", r"](notebooks/\1)", text)
