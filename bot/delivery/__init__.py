"""Updates in, in order; answers out, within what Telegram takes."""
