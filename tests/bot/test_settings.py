"""The settings, from the environment and a .env file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.settings import Settings, SettingsError, read_settings

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "123456789:" + "A" * 35


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import os

    for name in list(os.environ):
        if name.startswith("BOT_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_without_a_token_the_reader_is_told_where_to_get_one() -> None:
    with pytest.raises(SettingsError, match=r"@BotFather.*playground"):
        read_settings().require_token()


@pytest.mark.parametrize("token", ["abc", "987654321", "123:short", GOOD + " " + GOOD, "12а:" + "A" * 35])
def test_a_malformed_token_is_refused_and_never_repeated(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setenv("BOT_TOKEN", token)

    with pytest.raises(SettingsError, match="malformed") as caught:
        read_settings().require_token()

    assert token not in str(caught.value)


def test_a_token_is_taken_with_the_white_space_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", f" {GOOD}\n")

    assert read_settings().require_token() == GOOD


def test_the_token_is_not_shown_when_the_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", GOOD)

    assert GOOD not in repr(read_settings())


@pytest.mark.parametrize(("typo", "meant"), [("BOT_TOKE", "BOT_TOKEN"), ("BOT_DATABASEURL", "BOT_DATABASE_URL")])
def test_an_unknown_variable_names_the_nearest_known_one(
    monkeypatch: pytest.MonkeyPatch, typo: str, meant: str
) -> None:
    monkeypatch.setenv(typo, "x")

    with pytest.raises(SettingsError, match=rf"{typo} is not a setting\. Did you mean {meant}\?"):
        read_settings()


def test_an_unknown_variable_in_the_env_file_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_API_ULR=http://localhost\n")

    with pytest.raises(SettingsError, match="BOT_API_URL"):
        read_settings()


def test_the_env_file_is_read_and_variables_win(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_API_URL=http://one\nBOT_WORKERS=3\n")
    monkeypatch.setenv("BOT_API_URL", "http://two/")

    settings = read_settings()

    assert (settings.api_url, settings.workers) == ("http://two", 3)


def test_a_value_that_makes_no_sense_is_said_without_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_WORKERS", "none-of-your-business")

    with pytest.raises(SettingsError, match="BOT_WORKERS") as caught:
        read_settings()

    assert "none-of-your-business" not in str(caught.value)


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("", set()),
        (" ", set()),
        ("123", {123}),
        ("123,-100456", {123, -100456}),
        (" 123 , -1001234567890 ,123", {123, -1001234567890}),
    ],
)
def test_users_and_chats_are_listed_by_their_numbers(
    monkeypatch: pytest.MonkeyPatch, written: str, ids: set[int]
) -> None:
    monkeypatch.setenv("BOT_ALLOWED_USERS", written)
    monkeypatch.setenv("BOT_ADMINS", written)

    settings = read_settings()

    assert settings.allowed_users == settings.admins == frozenset(ids)


@pytest.mark.parametrize(
    "written", ["@ada", "123;456", "123 456", ",", "123,", "[123]", "0", "--1", "1.5", "١٢٣", "9" * 40]
)
@pytest.mark.parametrize("name", ["BOT_ALLOWED_USERS", "BOT_ADMINS"])
def test_a_list_of_anything_else_is_refused_with_an_example(
    monkeypatch: pytest.MonkeyPatch, name: str, written: str
) -> None:
    monkeypatch.setenv(name, written)

    with pytest.raises(SettingsError, match=rf"^{name}: give the ids .* such as 123456789,-1001234567890$"):
        read_settings()


@pytest.mark.parametrize("written", ["-1", "many", "1.5", "1000000000"])
def test_a_days_share_that_makes_no_sense_is_refused(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("BOT_DAILY_ARTICLES", written)

    with pytest.raises(SettingsError, match="BOT_DAILY_ARTICLES"):
        read_settings()


def test_the_settings_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().workers = 2
