"""HTTP to Telegram: python-telegram-bot's requests over aiohttp, at a third of the CPU time of httpx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest

if TYPE_CHECKING:
    from telegram._utils.defaultvalue import DefaultValue
    from telegram.request import RequestData

    Seconds = DefaultValue[float] | float | DefaultValue[None] | None

CONNECTIONS = 128
"""Maximum number of connections; further calls wait for a free one."""
CONNECT, READ, UPLOAD = 5.0, 10.0, 60.0
"""Timeouts in seconds: to connect, for a response, and for a response to an upload."""


class Transport(BaseRequest):
    """Makes requests with aiohttp. Errors carry only their type, never the URL, which contains the token."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Default timeout for a response, in seconds."""
        return READ

    async def initialize(self) -> None:
        """Open the pool of connections."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS)
            self._session = aiohttp.ClientSession(
                connector=connector, trust_env=True, headers={"User-Agent": self.USER_AGENT}
            )

    async def shutdown(self) -> None:
        """Close the pool of connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917 - the signature is python-telegram-bot's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make a request; return the status and the body. Raises `TimedOut` and `NetworkError`."""
        del write_timeout, pool_timeout  # aiohttp has no such limits
        if self._session is None:
            raise RuntimeError("the transport is not initialized")
        has_files = request_data is not None and request_data.contains_files
        timeout = aiohttp.ClientTimeout(
            total=None,
            sock_connect=_or(connect_timeout, CONNECT),
            sock_read=_or(read_timeout, UPLOAD if has_files else READ),
        )
        try:
            async with self._session.request(method, url, data=_body(request_data), timeout=timeout) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None


def _or(wanted: Seconds, usual: float) -> float | None:
    return wanted if isinstance(wanted, int | float) or wanted is None else usual


def _body(request_data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return dict(request_data.json_parameters)
    form = aiohttp.FormData(request_data.json_parameters, quote_fields=False)
    for field, (name, data, media_type) in (request_data.multipart_data or {}).items():
        form.add_field(field, data, filename=name, content_type=media_type)
    return form
