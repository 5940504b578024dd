"""Roles: the offices that a text states, as phrases in the grammar of each language, and their holders."""

from __future__ import annotations

from summaries.people.roles.assignment import Role, Roles, find_roles

__all__ = ["Role", "Roles", "find_roles"]
