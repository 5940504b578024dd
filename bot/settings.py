"""The settings: the only place that reads the environment."""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Self

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import OperatorError

PREFIX = "BOT_"
ENV_FILE = ".env"
TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{30,}")
NUMBER = re.compile(r"-?[1-9][0-9]{0,17}")
PER_SECOND = 25.0
"""Messages; five less than Telegram takes, for on the way, and on a busy machine, the gaps change."""
SEEDS = Path(__file__).parent.parent / "seeds"

HOW_TO_START = (
    "Talk to @BotFather in Telegram, send /newbot, and put the token that it gives you into BOT_TOKEN "
    "(in the environment or in a .env file). To try the bot without Telegram, run: briefing-bot playground"
)


if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class SettingsError(OperatorError):
    """The settings cannot be used; the message says which and what to do."""


def _without_slash(address: str) -> str:
    return address.rstrip("/")


def _read_ids(value: object) -> object:
    """Return the ids in a list such as ``123,-100456``, nothing for an empty one. Raises `ValueError`."""
    if not isinstance(value, str):
        return value
    ids = [part.strip() for part in value.split(",")] if value.strip() else []
    if not all(NUMBER.fullmatch(part) for part in ids):
        raise ValueError(
            "give the numbers of users or chats with commas between them, such as 123456789,-1001234567890"
        )
    return frozenset(map(int, ids))


Ids = Annotated[frozenset[int], NoDecode, BeforeValidator(_read_ids)]


class Settings(BaseSettings):
    """What the operator decides, from ``BOT_…`` variables and a ``.env`` file; variables win."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=ENV_FILE, extra="ignore", frozen=True)

    token: SecretStr | None = Field(default=None, description="the bot's token from @BotFather")
    api_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+"), AfterValidator(_without_slash)] = Field(
        default="https://api.telegram.org", description="the Bot API server, for the methods and for the files"
    )
    test_environment: bool = Field(default=False, description="use Telegram's test servers")
    database_url: str = Field(
        default="sqlite:///briefing.db", description="where articles and choices are kept, as an SQLAlchemy address"
    )
    webhook_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+/\S+|^$")] = Field(
        default="", description="the public address, with a path, that Telegram pushes updates to; empty: the bot asks"
    )
    listen: Annotated[str, Field(pattern=r"^\S+:\d{1,5}|^$")] = Field(
        default="", description="host:port of the bot's own server: the webhook, /healthz, /readyz and /metrics"
    )
    replica: Annotated[str, Field(max_length=255)] = Field(
        default="", description="the name of this process, the same at each start; empty: the host's name"
    )
    messages_per_second: float = Field(
        default=PER_SECOND, ge=0, le=1000, description="messages sent in a second; Telegram takes 30; 0: no limit"
    )
    allowed_users: Ids = Field(
        default=frozenset(), description="numbers of the users, or groups, that may use the bot; empty: everybody"
    )
    admins: Ids = Field(default=frozenset(), description="numbers of those who may always, and may ask for /status")
    daily_articles: int = Field(
        default=100, ge=0, le=1_000_000, description="new articles for one user in a day (UTC); 0: no limit"
    )
    seeds: Path = Field(default=SEEDS, description="the folder of the articles that the bot starts with")
    summarizer: str = Field(default="briefing", description="the algorithm that ranks sentences, or one of sumy's")
    workers: int = Field(default=2, ge=1, le=64, description="processes that read and brief")
    work_seconds: float = Field(default=10.0, gt=0, description="how long one article may take")
    keep_days: int = Field(default=30, ge=1, le=3650, description="days after which the articles of a chat are deleted")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", description="how much the log says")

    @model_validator(mode="after")
    def _webhook_needs_a_server(self) -> Self:
        if self.webhook_url and not self.listen:
            raise ValueError(
                "BOT_WEBHOOK_URL needs BOT_LISTEN, to which a proxy hands updates on, such as 127.0.0.1:8081"
            )
        return self

    def require_token(self) -> str:
        """Return the token; raise `SettingsError` that says where to get one if it is missing or malformed."""
        token = self.token.get_secret_value().strip() if self.token else ""
        if not token:
            raise SettingsError(f"BOT_TOKEN is missing. {HOW_TO_START}")
        if not TOKEN.fullmatch(token):
            raise SettingsError(
                f"BOT_TOKEN is malformed: a token looks like 123456789:AA… with 35 letters and digits. {HOW_TO_START}"
            )
        return token


def read_settings() -> Settings:
    """Read the settings. Raises `SettingsError`, which never repeats a value, for values may be secrets."""
    _refuse_unknown({*os.environ, *dotenv_values(ENV_FILE)})
    try:
        return Settings()
    except ValidationError as error:
        reasons = (_reason(e) for e in error.errors(include_input=False))
        raise SettingsError("; ".join(reasons)) from None


def _reason(error: ErrorDetails) -> str:
    name = f"{PREFIX}{str(error['loc'][0]).upper()}: " if error["loc"] else ""
    return name + error["msg"].removeprefix("Value error, ")


def _refuse_unknown(names: set[str]) -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in sorted(names):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            nearest = difflib.get_close_matches(name.upper(), known, n=1, cutoff=0)
            raise SettingsError(f"{name} is not a setting. Did you mean {nearest[0]}? All: {', '.join(sorted(known))}")
