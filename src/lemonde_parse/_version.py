"""The version. Both the build and reports read it here."""

__version__ = "1.0.0"
