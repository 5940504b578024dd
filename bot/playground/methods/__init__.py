"""The Bot API methods that the playground supports, by their lowercase names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.playground.methods import about, chatting, receiving, sending

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.playground.calls import Call
    from bot.playground.world import World

    Method = Callable[[World, Call], Any | Awaitable[Any]]


def _accept(_world: World, _call: Call) -> bool:
    return True


METHODS: Mapping[str, Method] = {
    "getme": about.get_me,
    "setmycommands": about.set_commands,
    "getmycommands": about.get_commands,
    "deletemycommands": about.delete_commands,
    "setmyname": about.set_profile_text("name"),
    "getmyname": about.get_profile_text("name"),
    "setmydescription": about.set_profile_text("description"),
    "getmydescription": about.get_profile_text("description"),
    "setmyshortdescription": about.set_profile_text("short_description"),
    "getmyshortdescription": about.get_profile_text("short_description"),
    "setchatmenubutton": _accept,
    "logout": _accept,
    "close": _accept,
    "getupdates": receiving.get_updates,
    "setwebhook": receiving.set_webhook,
    "deletewebhook": receiving.delete_webhook,
    "getwebhookinfo": receiving.webhook_info,
    "getfile": receiving.get_file,
    "sendmessage": sending.send_message,
    "senddocument": sending.send_document,
    "sendphoto": sending.send_photo,
    "editmessagetext": sending.edit_text,
    "editmessagecaption": sending.edit_caption,
    "editmessagereplymarkup": sending.edit_markup,
    "deletemessage": sending.delete_message,
    "answercallbackquery": chatting.answer_tap,
    "answerinlinequery": chatting.answer_inline,
    "sendchataction": chatting.send_action,
    "setmessagereaction": chatting.set_reaction,
    "getchat": chatting.get_chat,
    "getchatmember": chatting.get_member,
}
