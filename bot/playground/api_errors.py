"""Error responses of the Bot API."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
"""A JSON object; Telegram's objects are kept in their JSON form."""


class ApiError(Exception):
    """A Bot API response with ``ok: false``: its code, description and further parameters."""

    def __init__(self, code: int, description: str, **parameters: object) -> None:
        self.code = code
        self.description = description
        self.parameters = parameters
        super().__init__(description)

    def to_json(self) -> Json:
        """Return the body of the response."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(reason: str) -> ApiError:
    """Return an error 400 with a reason."""
    return ApiError(400, f"Bad Request: {reason}")
