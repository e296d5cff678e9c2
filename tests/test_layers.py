"""Imports flow one way, only the window loads Qt, and modules and functions stay small."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Each part of the program, and the other parts that it may import.
MAY_IMPORT: dict[str, set[str]] = {
    "resources": set(),
    "checklists": set(),
    "exports": {"checklists", "resources"},
    "desktop": {"checklists", "exports", "resources"},
    "main": {"checklists", "desktop", "exports", "resources"},
}
BESIDE_THE_PROGRAM = {"dev", "tests"}
# Packages that belong to one part alone.
BELONGS_TO = {"PySide6": "desktop", "openpyxl": "exports", "reportlab": "exports"}
# Packages too slow to load for a help text.
HEAVY = {"PIL", "jsonschema", "openpyxl", "reportlab", "sqlite_utils", "yaml"}

MODULE_LINES = 400
FUNCTION_LINES = 60

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

HELP_OF_EVERY_COMMAND = """
import exports.commands, main
exports.commands.cli.main(["--help"], standalone_mode=False)
for command in exports.commands.cli.commands:
    exports.commands.cli.main([command, "--help"], standalone_mode=False)
"""
SAMPLE_AND_REPORT = """
import importlib, pkgutil, checklists, exports.commands, resources, main
for part in (checklists, exports, resources):
    for module in pkgutil.walk_packages(part.__path__, part.__name__ + "."):
        importlib.import_module(module.name)
exports.commands.cli.main(["sample", "sample.zhiping"], standalone_mode=False)
exports.commands.cli.main(["report", "sample.zhiping", "-o", "sample.pdf"], standalone_mode=False)
"""


def python_files(part: str) -> list[Path]:
    """Return the files of a part of the project: a module at its top, or a folder of them."""
    module = ROOT / f"{part}.py"
    return [module] if module.is_file() else sorted((ROOT / part).rglob("*.py"))


def imports(source: str) -> Iterator[tuple[str, bool]]:
    """Yield the top-level names that a module imports, each with whether that waits for a function's call."""
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]
    waiting = {inner for function in functions for inner in ast.walk(function)}
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        for name in names:
            yield name.partition(".")[0], node in waiting


def wrong_imports(part: str, source: str) -> list[str]:
    """Return the names that a module of this part imports and must not."""
    others = MAY_IMPORT.keys() - MAY_IMPORT[part] - {part}
    foreign = {name for name, owner in BELONGS_TO.items() if owner != part}
    never = others | foreign | BESIDE_THE_PROGRAM
    too_early = {"desktop"} if part == "main" else set()
    return [name for name, waits in imports(source) if name in never or (name in too_early and not waits)]


def too_long(source: str) -> list[str]:
    """Return what is longer than it may be: "module" or the name of a function."""
    lines = len(source.splitlines())
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, FUNCTIONS)]
    long = [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno >= FUNCTION_LINES]
    return ["module", *long] if lines > MODULE_LINES else long


def modules_loaded_by(script: str, folder: Path) -> set[str]:
    """Run a script in a Python of its own and return the top-level names of all that it loaded."""
    report = "import json, sys\nprint()\nprint(json.dumps([name.partition('.')[0] for name in sys.modules]))"
    start = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", start + script + report],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_imports_flow_one_way(part: str) -> None:
    wrong = {
        str(file.relative_to(ROOT)): names
        for file in python_files(part)
        if (names := wrong_imports(part, file.read_text(encoding="utf-8")))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("part", "source", "wrong"),
    [
        ("checklists", "from exports.report import Report", ["exports"]),
        ("checklists", "def f():\n    import PySide6.QtCore", ["PySide6"]),
        ("checklists", "if True:\n    from reportlab import rl_config", ["reportlab"]),
        ("resources", "import json, checklists.library", ["checklists"]),
        ("exports", "from checklists import library\nimport main, reportlab", ["main"]),
        ("exports", "from tests import conftest", ["tests"]),
        ("main", "from desktop.app import start", ["desktop"]),
        ("main", "def window():\n    from desktop.app import start", []),
        ("desktop", "import PySide6, checklists, exports.pdf, resources", []),
        ("desktop", "from . import window", []),
    ],
)
def test_a_wrong_import_is_found_wherever_it_stands(part: str, source: str, wrong: list[str]) -> None:
    assert wrong_imports(part, source) == wrong


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    assert modules_loaded_by(HELP_OF_EVERY_COMMAND, tmp_path) & (HEAVY | {"PySide6"}) == set()


def test_a_report_is_made_without_qt(tmp_path: Path) -> None:
    assert "PySide6" not in modules_loaded_by(SAMPLE_AND_REPORT, tmp_path)
    assert (tmp_path / "sample.pdf").is_file()


def test_modules_and_functions_stay_small() -> None:
    files = [file for part in [*MAY_IMPORT, *BESIDE_THE_PROGRAM] for file in python_files(part)]
    long = {
        str(file.relative_to(ROOT)): names
        for file in files
        if (names := too_long(file.read_text(encoding="utf-8")))
    }
    assert long == {}


@pytest.mark.parametrize(
    ("source", "long"),
    [
        ("x = 1\n" * MODULE_LINES, []),
        ("x = 1\n" * (MODULE_LINES + 1), ["module"]),
        ("def f():\n" + "    pass\n" * (FUNCTION_LINES - 1), []),
        ("class A:\n  async def f(self):\n" + "    pass\n" * FUNCTION_LINES, ["f"]),
    ],
)
def test_what_is_too_long_is_found(source: str, long: list[str]) -> None:
    assert too_long(source) == long
