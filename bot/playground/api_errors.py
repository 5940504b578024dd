"""How the Bot API says no."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
"""A JSON object; Telegram's own objects are kept in the form in which they travel."""


class ApiError(Exception):
    """An answer of the Bot API with ``ok: false``: its code, description and further parameters."""

    def __init__(self, code: int, description: str, **parameters: object) -> None:
        self.code = code
        self.description = description
        self.parameters = parameters
        super().__init__(description)

    def to_json(self) -> Json:
        """Return the body of the answer."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(reason: str) -> ApiError:
    """Return the refusal of a request that cannot be carried out."""
    return ApiError(400, f"Bad Request: {reason}")
