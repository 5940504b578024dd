"""Builds the packed data of `summaries.people`: run ``python -m summaries.people.building`` (see its ``--help``).

Needs the packages of the optional dependencies ``building``; nothing here is imported at run time.
"""
