"""A Bot API call: its method and parameters, however they were sent."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp.web import FileField, HTTPRequestEntityTooLarge

from bot.playground.api_errors import ApiError, Json, bad_request

if TYPE_CHECKING:
    from aiohttp.web import Request
    from multidict import MultiDictProxy


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """A method with its parameters. The accessors raise `ApiError` for a value of the wrong type, as Telegram does."""

    method: str
    parameters: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    at: float = 0.0
    """When the call arrived, in seconds of the event loop's clock."""

    def text(self, name: str) -> str | None:
        """Return a parameter as text."""
        value = self.parameters.get(name)
        return None if value is None else value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str) -> int | None:
        """Return a parameter as an integer. Raises `ApiError` for anything else."""
        value = self.parameters.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"{name} must be an Integer") from None

    def flag(self, name: str) -> bool:
        """Return a parameter as a boolean."""
        return str(self.parameters.get(name, "")).lower() in {"true", "1", "yes"}

    def thing(self, name: str) -> Any:
        """Return a parameter parsed as JSON."""
        value = self.parameters.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def record(self, name: str) -> Json:
        """Return a JSON object, empty if the parameter is missing. Raises `ApiError` for anything else."""
        value = self.thing(name)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"{name} must be an Object")
        return value or {}

    def array(self, name: str) -> list[Any] | None:
        """Return a JSON array, or ``None`` if the parameter is missing. Raises `ApiError` for anything else."""
        value = self.thing(name)
        if value is not None and not isinstance(value, list):
            raise bad_request(f"{name} must be an Array")
        return value

    def records(self, name: str) -> list[Json] | None:
        """Return an array of JSON objects, or ``None`` if there is no such parameter. Raises `ApiError` otherwise."""
        values = self.array(name)
        if values and not all(isinstance(value, dict) for value in values):
            raise bad_request(f"{name} must be an Array of Objects")
        return values

    def upload(self, name: str) -> Upload | None:
        """Return the file uploaded for a parameter, directly or through ``attach://``."""
        value = self.parameters.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"))
        return self.uploads.get(name)


async def read_call(request: Request, at: float) -> Call:
    """Read the method from the path, and the parameters from the query and a form, multipart or JSON body."""
    parameters: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        parameters.update(await _read_json(request))
    elif request.can_read_body:
        for name, value in (await _read_form(request)).items():
            if isinstance(value, FileField):
                uploads[name] = Upload(value.filename, value.content_type, value.file.read())
            else:
                parameters[name] = value.decode() if isinstance(value, (bytes, bytearray)) else value
    return Call(request.match_info["method"], parameters, uploads, at)


async def _read_form(request: Request) -> MultiDictProxy[Any]:
    try:
        return await request.post()
    except HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    except ValueError:
        raise bad_request("can't parse the body of the request") from None


async def _read_json(request: Request) -> Json:
    try:
        body = json.loads(await request.text() or "{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("object expected")
    return body
