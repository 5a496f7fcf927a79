"""Signpost: Markdown and YAML in, an accessible two-language police site on stalking out."""

__version__ = "0.1.0"
