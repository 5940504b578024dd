"""The settings. Nothing else reads the environment."""

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
"""Messages per second, five fewer than Telegram allows: network delays and a busy machine change the gaps."""
SEEDS = Path(__file__).parent.parent / "seeds"

HOW_TO_START = (
    "Talk to @BotFather in Telegram, send /newbot, and put the token that it gives you into BOT_TOKEN "
    "(in the environment or in a .env file). To try the bot without Telegram, run: briefing-bot playground"
)


if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class SettingsError(OperatorError):
    """A setting is missing or invalid; the message says which, and what to do."""


def _without_slash(address: str) -> str:
    return address.rstrip("/")


def _read_ids(value: object) -> object:
    """Return the ids in a string such as ``123,-100456``; other types are left to pydantic. Raises `ValueError`."""
    if not isinstance(value, str):
        return value
    ids = [part.strip() for part in value.split(",")] if value.strip() else []
    if not all(NUMBER.fullmatch(part) for part in ids):
        raise ValueError("give the ids of users or groups, separated by commas, such as 123456789,-1001234567890")
    return frozenset(map(int, ids))


Ids = Annotated[frozenset[int], NoDecode, BeforeValidator(_read_ids)]


class Settings(BaseSettings):
    """The operator's settings, from ``BOT_…`` variables and a ``.env`` file; variables take precedence."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=ENV_FILE, extra="ignore", frozen=True)

    token: SecretStr | None = Field(default=None, description="the bot's token from @BotFather")
    api_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+"), AfterValidator(_without_slash)] = Field(
        default="https://api.telegram.org", description="base URL of the Bot API server, for methods and files"
    )
    test_environment: bool = Field(default=False, description="use Telegram's test servers")
    database_url: str = Field(
        default="sqlite:///briefing.db", description="where articles and preferences are stored, as an SQLAlchemy URL"
    )
    webhook_url: Annotated[str, Field(pattern=r"^https?://[^\s/]+/\S+|^$")] = Field(
        default="", description="public URL, with a path, to which Telegram pushes updates; empty: long polling"
    )
    listen: Annotated[str, Field(pattern=r"^\S+:\d{1,5}|^$")] = Field(
        default="", description="host:port of the bot's own server, for the webhook, /healthz, /readyz and /metrics"
    )
    replica: Annotated[str, Field(max_length=255)] = Field(
        default="", description="name of this replica, the same at every start; empty: the host name"
    )
    messages_per_second: float = Field(
        default=PER_SECOND,
        ge=0,
        le=1000,
        description="maximum messages sent per second (Telegram allows 30); 0: no limit",
    )
    allowed_users: Ids = Field(
        default=frozenset(), description="ids of the users and groups that may use the bot; empty: everybody"
    )
    admins: Ids = Field(
        default=frozenset(), description="ids of users with unlimited access, who may also ask for /status"
    )
    daily_articles: int = Field(
        default=100, ge=0, le=1_000_000, description="maximum new articles per user and day (UTC); 0: no limit"
    )
    seeds: Path = Field(default=SEEDS, description="folder of articles that every chat has from the start")
    summarizer: str = Field(
        default="briefing", description="algorithm that ranks sentences: `briefing`, or one of sumy's"
    )
    workers: int = Field(default=2, ge=1, le=64, description="number of worker processes that read articles")
    work_seconds: float = Field(default=10.0, gt=0, description="time limit per article, in seconds")
    keep_days: int = Field(default=30, ge=1, le=3650, description="days after which a chat's articles are deleted")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="DEBUG, INFO, WARNING or ERROR"
    )

    @model_validator(mode="after")
    def _webhook_needs_a_server(self) -> Self:
        if self.webhook_url and not self.listen:
            raise ValueError(
                "BOT_WEBHOOK_URL needs BOT_LISTEN, where a proxy forwards updates to, such as 127.0.0.1:8081"
            )
        return self

    def require_token(self) -> str:
        """Return the token. Raises `SettingsError`, which says where to get one, if it is missing or malformed."""
        token = self.token.get_secret_value().strip() if self.token else ""
        if not token:
            raise SettingsError(f"BOT_TOKEN is missing. {HOW_TO_START}")
        if not TOKEN.fullmatch(token):
            raise SettingsError(
                f"BOT_TOKEN is malformed: a token looks like 123456789:AA… with 35 letters and digits. {HOW_TO_START}"
            )
        return token


def read_settings() -> Settings:
    """Read the settings. Raises `SettingsError`, which never quotes a value, because values may be secrets."""
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
