"""Methods with which the bot receives updates and files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.playground.api_errors import Json, bad_request
from bot.playground.updates import Webhook

if TYPE_CHECKING:
    from bot.playground.calls import Call
    from bot.playground.world import World

LARGEST_FETCHED = 20_000_000
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


async def get_updates(world: World, call: Call) -> list[Json]:
    """Return the updates from an offset on, waiting for the first if there are none."""
    world.updates.allow(_kinds(call))
    return await world.updates.fetch(call.number("offset"), call.number("limit"), call.number("timeout"))


def set_webhook(world: World, call: Call) -> bool:
    """Push updates to a URL on this machine; unlike Telegram, without requiring https."""
    url = call.text("url") or ""
    if url and urlsplit(url).hostname not in LOOPBACK:
        raise bad_request("bad webhook: only addresses of this machine can be reached from the playground")
    secret = call.text("secret_token")
    if secret and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    world.updates.allow(_kinds(call))
    _drop(world, call)
    world.updates.push_to(Webhook(url, secret) if url else None)
    return True


def delete_webhook(world: World, call: Call) -> bool:
    """Stop pushing updates."""
    _drop(world, call)
    world.updates.push_to(None)
    return True


def webhook_info(world: World, _call: Call) -> Json:
    """Return where updates are pushed to and how many are pending."""
    updates = world.updates
    info: Json = {
        "url": updates.webhook.url if updates.webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": updates.pending,
    }
    return {**info, "last_error_message": updates.last_error} if updates.last_error else info


def get_file(world: World, call: Call) -> Json:
    """Return a file with its download path."""
    kept = world.files.find(call.text("file_id") or "")
    if kept is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(kept.data) > LARGEST_FETCHED:
        raise bad_request("file is too big")
    return kept.to_file()


def _kinds(call: Call) -> list[str] | None:
    kinds = call.array("allowed_updates")
    return None if kinds is None else [str(kind) for kind in kinds]


def _drop(world: World, call: Call) -> None:
    if call.flag("drop_pending_updates"):
        world.updates.drop()
