"""Configures Sphinx, which `make docs` runs."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from lemonde_parse import __version__

project = "lemonde_parse"
author = "The lemonde_parse founders"
copyright = f"2026, {author}"  # Sphinx's name for it  # noqa: A001
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "public_names", "record_tables", "schema_file"]
exclude_patterns = ["_build"]
nitpicky = True

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Single backticks in docstrings are names of this library; parameters and fields have no page and
# are formatted as code.
default_role = "py:obj"
nitpick_ignore_regex = [
    (r"py:.*", r"[a-z_.]+(\[\])?"),
    # Names of other projects. Their inventories are not loaded, so that the pages build offline.
    (r"py:.*", r"(datetime|collections\.abc|os|pathlib|typing|enum|bs4|lxml|attrs|pyarrow|pa)\..*"),
    (
        r"py:.*",
        r"_?(TypeError|LookupError|OSError|ValueError|BeautifulSoup|Tag|Element|ElementTree|PathLike)",
    ),
]
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
# Signatures show these types by name, without their values.
autodoc_type_aliases = {
    name: f"lemonde_parse.{name}"
    for name in ("JSON", "Kind", "MarkKind", "RefusalReason", "RemovalReason", "WarningCode")
}
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 80

smartquotes = False  # phrases are shown with their original quotation marks

html_theme = "furo"
html_title = f"lemonde_parse {version}"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_copy_source = False
html_show_sphinx = False
