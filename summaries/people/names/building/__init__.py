"""Builds the packed data of the names: run ``python -m summaries.people.names.building`` (see its ``--help``).

Requires the optional dependencies ``building``; nothing here is imported at run time.
"""
