"""The bot's profile: names, descriptions and command menus, by language and scope."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.playground.api_errors import Json, bad_request

MOST_COMMANDS = 100
SCOPES = frozenset(
    {
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    }
)
LONGEST = {"name": 64, "description": 512, "short_description": 120}
ScopeKey = tuple[str, int | None, int | None]
DEFAULT: ScopeKey = ("default", None, None)


@dataclass(slots=True)
class Profile:
    """The texts and commands that the bot has registered."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[ScopeKey, str], list[Json]] = field(default_factory=dict)

    def set_text(self, kind: str, language: str, text: str) -> None:
        """Set the ``name``, ``description`` or ``short_description`` in a language (empty: the default)."""
        if len(text) > LONGEST[kind]:
            raise bad_request(f"bot {kind.replace('_', ' ')} is too long")
        self.texts[kind, language] = text

    def text(self, kind: str, language: str) -> str:
        """Return a text in a language, or else the default one."""
        return self.texts.get((kind, language)) or self.texts.get((kind, ""), "")

    def set_commands(self, scope: ScopeKey, language: str, commands: list[Json]) -> None:
        """Set the commands for exactly this scope and language; an empty list removes them."""
        if commands:
            self.commands[scope, language] = commands
        else:
            self.commands.pop((scope, language), None)

    def exactly(self, scope: ScopeKey, language: str) -> list[Json]:
        """Return the commands registered for exactly this scope and language."""
        return self.commands.get((scope, language), [])

    def menu(self, chat: int, kind: str, user: int, language: str) -> list[Json]:
        """Return the commands that a person sees in a chat: narrowest scope first, then the person's language first."""
        wide = "all_private_chats" if kind == "private" else "all_group_chats"
        scopes: tuple[ScopeKey, ...] = (
            ("chat_member", chat, user),
            ("chat", chat, None),
            (wide, None, None),
            DEFAULT,
        )
        for scope in scopes:
            for code in (language, ""):
                if found := self.commands.get((scope, code)):
                    return found
        return []


def read_scope(scope: object) -> ScopeKey:
    """Return the key of a BotCommandScope. Raises `ApiError`."""
    if scope is None:
        return DEFAULT
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    return str(scope["type"]), scope.get("chat_id"), scope.get("user_id")
