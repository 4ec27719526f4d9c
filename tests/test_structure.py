"""The shape that keeps the code readable: no long files, documented public names, one way to the reference data."""

from __future__ import annotations

import ast
import configparser
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("data", "loaders", "graph", "analysis", "reports")
FILES = [ROOT / "boundaries.py", *(path for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py")))]
LONGEST = 300


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_is_short_and_its_public_names_are_documented(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST
    tree = ast.parse(text)
    if tree.body:
        assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node) or _is_inner(node, tree), node.name


def _is_inner(node: ast.AST, tree: ast.Module) -> bool:
    """Whether a definition stands inside a function or a private class: nobody calls it from outside."""
    for outer in ast.walk(tree):
        private = isinstance(outer, ast.ClassDef) and outer.name.startswith("_")
        if (private or isinstance(outer, ast.FunctionDef)) and outer is not node and node in ast.walk(outer):
            return True
    return False


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_folder_with_code_is_a_package(package: str) -> None:
    folders = {path.parent for path in (ROOT / package).rglob("*.py")}
    assert all((folder / "__init__.py").is_file() for folder in folders)


def test_nothing_imports_the_composition_root() -> None:
    """The import contracts of setup.cfg speak of packages; boundaries.py is a module and needs a word of its own."""
    for path in FILES[1:]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            module = node.module if isinstance(node, ast.ImportFrom) else None
            assert "boundaries" not in {*names, module}, path


def test_every_package_imported_is_declared() -> None:
    """What another package happens to bring today may be gone tomorrow: what is imported is required by name."""
    options = configparser.ConfigParser()
    options.read(ROOT / "setup.cfg", encoding="utf-8")
    extras = options["options.extras_require"]
    told = options["options"]["install_requires"] + extras["store"] + extras["ocr"]
    declared = {re.split(r"[<>=]", line)[0].lower() for line in told.split()}
    providers = packages_distributions()
    for path in FILES:
        for module in _imported(ast.parse(path.read_text(encoding="utf-8"))):
            if module not in {*sys.stdlib_module_names, *PACKAGES, "boundaries"}:
                assert {name.lower() for name in providers[module]} & declared, f"{path}: {module}"


def _imported(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found
