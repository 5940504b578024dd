"""Methods about the bot itself: its identity, command menu and descriptions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.playground.api_errors import Json, bad_request
from bot.playground.profile import MOST_COMMANDS, read_scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.playground.calls import Call
    from bot.playground.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_DESCRIPTION = 256


def get_me(world: World, _call: Call) -> Json:
    """Describe the bot."""
    abilities = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
    return {**world.bot, **abilities}


def set_commands(world: World, call: Call) -> bool:
    """Register the command menu for a scope and a language."""
    commands = call.records("commands") or []
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    checked = [_check(command) for command in commands]
    scope = read_scope(call.thing("scope"))
    if scope[0].startswith("chat"):
        world.chat(scope[1])
    world.profile.set_commands(scope, call.text("language_code") or "", checked)
    world.events.tell("profile", 0, {})
    return True


def get_commands(world: World, call: Call) -> list[Json]:
    """Return the commands registered for exactly this scope and language."""
    return world.profile.exactly(read_scope(call.thing("scope")), call.text("language_code") or "")


def delete_commands(world: World, call: Call) -> bool:
    """Remove the commands for a scope and a language."""
    world.profile.set_commands(read_scope(call.thing("scope")), call.text("language_code") or "", [])
    world.events.tell("profile", 0, {})
    return True


def set_profile_text(kind: str) -> Callable[[World, Call], bool]:
    """Return the method that sets the name, the description or the short description."""

    def carry_out(world: World, call: Call) -> bool:
        world.profile.set_text(kind, call.text("language_code") or "", call.text(kind) or "")
        world.events.tell("profile", 0, {})
        return True

    return carry_out


def get_profile_text(kind: str) -> Callable[[World, Call], Json]:
    """Return the method that reads the name, the description or the short description."""

    def carry_out(world: World, call: Call) -> Json:
        text = world.profile.text(kind, call.text("language_code") or "")
        return {kind: text or (world.bot["first_name"] if kind == "name" else "")}

    return carry_out


def _check(command: Json) -> Json:
    name = str(command.get("command", "")).removeprefix("/")
    text = str(command.get("description", "")).strip()
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(text) <= LONGEST_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": text}
