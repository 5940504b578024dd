"""Files that people and the bot have sent, kept in memory."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from bot.playground.pictures import Picture

if TYPE_CHECKING:
    from bot.playground.api_errors import Json


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file: its identifier, its download path and its type."""

    id: str
    path: str
    name: str
    mime: str
    data: bytes
    picture: Picture | None = None

    def to_document(self) -> Json:
        """Return the file as Telegram's Document."""
        return {**self._identity(), "file_name": self.name, "mime_type": self.mime}

    def to_photo(self) -> list[Json]:
        """Return the file as Telegram's list of PhotoSize, here with a single size."""
        size = {"width": self.picture.width, "height": self.picture.height} if self.picture else {}
        return [{**self._identity(), **size}]

    def to_file(self) -> Json:
        """Return the file as Telegram's File, with its download path."""
        return {**self._identity(), "file_path": self.path}

    def _identity(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.id[-12:], "file_size": len(self.data)}


class Files:
    """All files, by identifier and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, name: str, data: bytes, mime: str, picture: Picture | None = None) -> StoredFile:
        """Store a file and return it with its identifier."""
        folder = "photos" if picture else "documents"
        number = len(self._by_id)
        path = f"{folder}/file_{number}{PurePath(name).suffix[:12]}"
        kept = StoredFile(f"file{number}-{secrets.token_urlsafe(12)}", path, name, mime, data, picture)
        self._by_id[kept.id] = self._by_path[path] = kept
        return kept

    def find(self, identifier: str) -> StoredFile | None:
        """Return the file with an identifier, or ``None``."""
        return self._by_id.get(identifier)

    def at(self, path: str) -> StoredFile | None:
        """Return the file at a path, or ``None``."""
        return self._by_path.get(path)
