"""Prints a constraints file with all dependencies, including extras, at their lower bounds."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))[
    "project"
]
extras = [
    requirement for extra in project["optional-dependencies"].values() for requirement in extra
]
for requirement in [*project["dependencies"], *extras]:
    found = re.match(r"([\w-]+)>=([\d.]+)", requirement)
    if found:
        print(f"{found[1]}=={found[2]}")
