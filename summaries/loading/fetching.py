"""Pages from the web: the only place that opens connections.

Whatever a reader sends may be fetched, so the guard is at the point of connection: each name is resolved once,
every address it has is checked, and the connection goes to a checked address, at every redirect anew. A name that
changes its address between check and use therefore gains nothing.
"""

from __future__ import annotations

import asyncio
import html
import ipaddress
import re
import socket
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from summaries.errors import (
    NoSuchPage,
    NotAnAddress,
    NotPublic,
    Refused,
    RobotsForbid,
    ServerTrouble,
    TooLarge,
    TooSlow,
    Unreachable,
)
from summaries.loading.addresses import check_address
from summaries.loading.robots import LIMIT as RULES_LIMIT
from summaries.loading.robots import PATH, KnownRules, may_read, parse_rules

if TYPE_CHECKING:
    import ssl

    from summaries.loading.robots import Rules

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
IsAllowed = Callable[[Address, int], bool]

AGENT = "briefing-bot/0.1 (reads single articles for a reader)"
PORTS = frozenset({80, 443, 8080})
REDIRECTS = 5
REDIRECTED = frozenset({301, 302, 303, 307, 308})
GONE = frozenset({404, 410})
SECONDS = 20.0
LIMIT_MB = 10
RULES_SECONDS = 3.0
KNOWN_RULES = KnownRules(time.monotonic)
REFRESH_WITHIN = 100_000
META = re.compile(rb"<meta\b[^<>]{0,1000}>", re.IGNORECASE)
REFRESH = re.compile(rb"http-equiv\s*=\s*[\"']?refresh\b", re.IGNORECASE)
CONTENT = re.compile(rb"""\bcontent\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
AT_ONCE = re.compile(rb"[0-3](?:\.\d{0,3})?\s*[;,]\s*(?:url\s*=\s*)?(.+)", re.DOTALL | re.IGNORECASE)
UNSEEN = ((b"<!--", b"-->"), (b"<noscript", b"</noscript"), (b"<script", b"</script"), (b"<template", b"</template"))
"""Elements inside which browsers ignore a meta element."""
NAT64 = ipaddress.ip_network("64:ff9b::/96")
NEVER = tuple(
    ipaddress.ip_network(block)
    for block in (
        *("::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48", "3fff::/20", "5f00::/16", "fec0::/10"),
        *("192.0.0.0/24", "192.88.99.0/24"),
    )
)
"""IANA's special-purpose blocks that Python's ``is_global`` lets through or takes in part."""
CONNECTION_ERRORS = (httpx.HTTPError, httpx.InvalidURL, httpcore.UnsupportedProtocol, OSError, UnicodeError)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A fetched page. `media_type` is what the server states, with its charset; `url` the final address."""

    data: bytes
    media_type: str | None
    url: str


def is_public(address: Address, port: int) -> bool:
    """Return whether an address is on the public internet and the port one that web servers use."""
    return port in PORTS and _is_global(address)


def _is_global(address: Address) -> bool:
    inner = None
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if any(address in block for block in NEVER if block.version == address.version):
        return False
    return address.is_global and not address.is_multicast and (inner is None or _is_global(inner))


async def fetch(address: str, *, is_allowed: IsAllowed = is_public, seconds: float = SECONDS) -> Fetched:
    """Fetch the page at an http or https address, following redirects.

    `is_allowed` decides on each address and port that is to be connected to. Raises `NotAnAddress`, `Unreachable`,
    `TooSlow`, `Refused`, `NotPublic`, `NoSuchPage`, `ServerTrouble` or `TooLarge`.
    """
    url = check_address(address)
    host = urlsplit(url).hostname or address
    try:
        async with asyncio.timeout(seconds), _client(is_allowed) as client:
            return await _follow(client, url)
    except TimeoutError as error:
        raise TooSlow(host=host, seconds=round(seconds)) from error
    except httpx.TimeoutException as error:
        raise TooSlow(host=host, seconds=round(seconds)) from error
    except CONNECTION_ERRORS as error:
        raise Unreachable(host=host) from error


def _client(is_allowed: IsAllowed) -> httpx.AsyncClient:
    transport = httpx.AsyncHTTPTransport(trust_env=False, verify=_tls())
    transport._pool = httpcore.AsyncConnectionPool(  # noqa: SLF001 - httpx has no public way to give it a backend
        ssl_context=_tls(), network_backend=GuardedNetwork(is_allowed)
    )
    headers = {"User-Agent": AGENT, "Accept": "text/html, application/xhtml+xml, text/*;q=0.9, */*;q=0.5"}
    headers["Accept-Encoding"] = "gzip, deflate"
    return httpx.AsyncClient(transport=transport, headers=headers, trust_env=False, follow_redirects=False, timeout=10)


@cache
def _tls() -> ssl.SSLContext:
    """Return the certificates to trust: made once, since it takes 40 ms."""
    return httpx.create_ssl_context(trust_env=False)


async def _follow(client: httpx.AsyncClient, url: str) -> Fetched:
    for _ in range(REDIRECTS + 1):
        host = urlsplit(url).hostname or url
        rules = await _rules(client, url)
        if not await asyncio.to_thread(may_read, rules, url):
            raise RobotsForbid(host=host)
        async with client.stream("GET", url) as response:
            if response.status_code in REDIRECTED and "location" in response.headers:
                url = _redirected(url, response.headers["location"])
                continue
            _check_status(response.status_code, host)
            page = Fetched(await _read(response), response.headers.get("content-type"), str(response.url))
        target = find_refresh(page.data)
        if target is None or (following := _redirected(page.url, target)) == page.url:
            return page
        url = following
    raise Refused(host=host)


def find_refresh(data: bytes) -> str | None:
    """Return where a page sends its visitors at once by ``<meta http-equiv="refresh">``, or ``None``."""
    head = data[:REFRESH_WITHIN]
    for element in META.finditer(head):
        content = CONTENT.search(element[0]) if REFRESH.search(element[0]) else None
        target = AT_ONCE.match(content[1].strip(b"\"' \t\n")) if content else None
        if target:
            before = head[: element.start()].lower()
            if any(before.rfind(start) > before.rfind(stop) for start, stop in UNSEEN):
                return None
            return html.unescape(target[1].decode("utf-8", "replace")).strip("'\" \t\n") or None
    return None


async def _rules(client: httpx.AsyncClient, url: str) -> Rules:
    """Return a site's rules for robots; none if it does not give them in time.

    Parsing and matching run outside the event loop: half a megabyte of rules takes a while.
    """
    site = urljoin(url, "/")
    known = KNOWN_RULES.get(site)
    if known is None:
        known = await asyncio.to_thread(parse_rules, await _fetch_rules(client, urljoin(url, PATH)), AGENT)
        KNOWN_RULES.put(site, known)
    return known


async def _fetch_rules(client: httpx.AsyncClient, url: str) -> bytes:
    try:
        async with asyncio.timeout(RULES_SECONDS):
            for _ in range(REDIRECTS + 1):
                async with client.stream("GET", url) as response:
                    if response.status_code in REDIRECTED and "location" in response.headers:
                        url = _redirected(url, response.headers["location"])
                        continue
                    return await _read_beginning(response, RULES_LIMIT) if response.status_code == 200 else b""
    except (httpx.HTTPError, TimeoutError, NotAnAddress, NotPublic):
        pass
    return b""


def _redirected(url: str, location: str) -> str:
    """Return the address that a redirect leads to. Raises `NotAnAddress`."""
    try:
        return check_address(urljoin(url, location))
    except ValueError as error:
        raise NotAnAddress(address=location[:200]) from error


def _check_status(status: int, host: str) -> None:
    if status in GONE:
        raise NoSuchPage(host=host)
    if status >= 500:
        raise ServerTrouble(host=host, status=status)
    if status != 200:
        raise Refused(host=host)


async def _read(response: httpx.Response) -> bytes:
    """Return a body. Raises `TooLarge`."""
    limit = LIMIT_MB * 1_000_000
    data = await _read_beginning(response, limit + 1)
    if len(data) > limit:
        raise TooLarge(limit_mb=LIMIT_MB)
    return data


async def _read_beginning(response: httpx.Response, limit: int) -> bytes:
    """Return up to `limit` bytes of a body. It is unpacked piece by piece, so that a small one cannot become large."""
    unpack = _unpacker(response.headers.get("content-encoding", ""), limit)
    parts: list[bytes] = []
    size = 0
    async for piece in response.aiter_raw():
        parts.append(unpack(piece))
        size += len(parts[-1])
        if size >= limit:
            break
    return b"".join(parts)[:limit]


def _unpacker(encoding: str, limit: int) -> Callable[[bytes], bytes]:
    known = encoding.strip().lower()
    if known in {"", "identity"}:
        return lambda piece: piece
    if known not in {"gzip", "x-gzip", "deflate"}:
        message = f"a content encoding that was not asked for: {encoding[:40]}"
        raise httpx.DecodingError(message)
    packed: Any = None

    def unpack(piece: bytes) -> bytes:
        nonlocal packed
        try:
            if packed is None:
                packed = zlib.decompressobj(_window(known, piece))
            return bytes(packed.decompress(piece, limit))
        except zlib.error as error:
            raise httpx.DecodingError(str(error)) from error

    return unpack


def _window(encoding: str, piece: bytes) -> int:
    """Return the window bits for zlib: of gzip, or of deflate with or without the header that some servers forget."""
    if encoding != "deflate":
        return 16 + zlib.MAX_WBITS
    return zlib.MAX_WBITS if piece[:1] == b"\x78" else -zlib.MAX_WBITS


class GuardedNetwork(httpcore.AsyncNetworkBackend):
    """A network that connects only to addresses that `is_allowed` lets pass, checked where they are used."""

    def __init__(self, is_allowed: IsAllowed) -> None:
        self._is_allowed = is_allowed
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature of httpcore
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address of `host` that answers, if all of its addresses are allowed."""
        addresses = await resolve(host, port)
        if not all(self._is_allowed(address, port) for address in addresses):
            raise NotPublic(host=host)
        failure: Exception = httpcore.ConnectError(f"no address for {host}")
        for address in addresses:
            try:
                return await self._network.connect_tcp(str(address), port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
        """Refuse: a page is never behind a socket of this machine."""
        raise NotPublic(host="localhost")

    async def sleep(self, seconds: float) -> None:
        """Wait between two tries."""
        await self._network.sleep(seconds)


async def resolve(host: str, port: int) -> tuple[Address, ...]:
    """Return the addresses of a host in the order in which the system prefers them. Raises `OSError`."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    unique = dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found)
    return tuple(ipaddress.ip_address(text) for text in unique)
