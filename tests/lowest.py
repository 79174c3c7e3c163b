"""Prints each dependency pinned to the lower bound that pyproject.toml declares for it, as a constraints file."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
for requirement in project["dependencies"]:
    found = re.match(r"([\w-]+)>=([\d.]+)", requirement)
    if found:
        print(f"{found[1]}=={found[2]}")
