"""The version of the library, for the build and for reports."""

__version__ = "1.0.0"
