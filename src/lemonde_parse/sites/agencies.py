"""News agencies, which appear in the bylines of every paper."""

from __future__ import annotations

from typing import Final

AGENCIES: Final = {
    "afp": "AFP",
    "agence france-presse": "AFP",
    "ap": "AP",
    "associated press": "AP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "ansa": "ANSA",
    "dpa": "DPA",
    "efe": "EFE",
    "bloomberg": "Bloomberg",
    "aef": "AEF",
    "belga": "Belga",
    "ats": "ATS",
    "keystone-ats": "Keystone-ATS",
}
"""Names of agencies in bylines, in lower case, mapped to those in `Article.agencies`."""
