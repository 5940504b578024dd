"""The playground: the Bot API and a chat page on loopback, to try and to test the bot without Telegram."""

from bot.playground.server import Playground, serve

__all__ = ["Playground", "serve"]
