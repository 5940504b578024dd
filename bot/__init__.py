"""The Telegram assistant: everything that knows of chats, messages and databases."""
