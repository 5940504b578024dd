"""The playground: a Bot API server and a chat page on loopback, to try and test the bot without Telegram."""

from bot.playground.server import Playground, serve

__all__ = ["Playground", "serve"]
