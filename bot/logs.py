"""Logging: one line per event, without tokens, texts, paths or tracebacks."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from types import TracebackType  # noqa: TC003 - part of the overridden signature
from typing import TextIO

TOKEN = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{30,}")
HEAD = re.compile(r"[^:<(\[\n]{0,100}")
AGAIN_AFTER = 60.0
OURS = ("bot", "summaries")


class Formatter(logging.Formatter):
    """Formats a record as one line; exceptions are reduced to names, because their messages may quote a reader."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as a line, with tokens redacted."""
        return TOKEN.sub("<token>", super().format(record).replace("\n", " "))

    def formatException(  # noqa: N802 - the name is logging's
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """Return the chain of exceptions, each with the function that raised it."""
        names = []
        error = ei[1]
        while error is not None:
            places = getattr(error, "__notes__", ()) or (raised_in(error.__traceback__),)  # set by workers
            names.append(f"{type(error).__name__} in {places[0]}")
            error = error.__cause__ or error.__context__
        return " from ".join(names)


class Terse(logging.Filter):
    """Truncates libraries' messages, which may contain URLs, queries and texts; repeats are logged once a minute.

    Libraries' messages below warnings are never logged: at DEBUG they contain everything received and sent.
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Shorten a record that is not ours; return whether to log it."""
        if record.name.partition(".")[0] in OURS:
            return True
        head = HEAD.match(record.getMessage())
        record.msg, record.args, record.exc_info = head.group().strip() if head else "", (), None
        is_new = record.created - self._said.get(record.msg, 0.0) > AGAIN_AFTER
        if is_new:
            self._said[record.msg] = record.created
        return is_new


def raised_in(trace: TracebackType | None) -> str:
    """Return where an exception was raised: file, function and line, without values."""
    place = "?"
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{Path(code.co_filename).stem}.{code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def start_log(level: str, stream: TextIO | None = None) -> None:
    """Log to a stream (standard error by default), from a level upwards."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Formatter())
    handler.addFilter(Terse())
    logging.basicConfig(level=max(logging.WARNING, logging.getLevelName(level)), handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    logging.getLogger("dbos").handlers = [logging.NullHandler()]  # otherwise it adds a handler that prints tracebacks
