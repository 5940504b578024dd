"""Updates in, in order; answers out, within Telegram's limits."""
