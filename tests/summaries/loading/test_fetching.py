"""The guard: what may be fetched, and what servers do that mean no good. Every server is on loopback."""

from __future__ import annotations

import asyncio
import gzip
import ipaddress
import resource
import socket
import time
import zlib
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from summaries.errors import (
    NoSuchPage,
    NotAnAddress,
    NotPublic,
    Refused,
    RobotsForbid,
    ServerTrouble,
    SourceError,
    TooLarge,
    TooSlow,
    Unreachable,
)
from summaries.loading import fetching
from summaries.loading.addresses import check_address
from summaries.loading.fetching import Address, fetch, is_public

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    Reply = Callable[[str, asyncio.StreamWriter], Awaitable[None]]

PAGE = b"<html><body><p>Hello.</p></body></html>"
LOOPBACK = ipaddress.ip_address("127.0.0.1")


def anywhere(_: Address, __: int) -> bool:
    return True


def response(body: bytes = PAGE, status: str = "200 OK", **headers: str) -> bytes:
    fields = {"content-type": "text/html", "content-length": str(len(body)), "connection": "close"}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def always(data: bytes) -> Reply:
    async def reply(_: str, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()

    return reply


@asynccontextmanager
async def server(reply: Reply) -> AsyncIterator[str]:
    """Answer every request with a function of its path; yield the address."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            await reply(request.split(b" ", 2)[1].decode(), writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    opened = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{opened.sockets[0].getsockname()[1]}"
    finally:
        opened.close()


FORBIDDEN = (
    "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1",
    "239.1.1.1", "0.1.2.3", "240.0.0.1", "255.255.255.255", "::", "::1", "::7f00:1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "::ffff:0:127.0.0.1", "::ffff:0:8.8.8.8", "3fff::1", "3fff:fff::1", "5f00::1",
    "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001:db8::1", "2002:7f00:1::", "2001:0:0:0:0:0:80ff:fffe", "fc00::1",
    "fd12::1", "fe80::1", "fec0::1", "ff02::1",
)  # fmt: skip


@pytest.mark.parametrize("address", FORBIDDEN)
def test_an_address_that_is_not_of_the_public_internet_is_not_connected_to(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address), 443)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_a_public_address_is_connected_to_on_the_ports_of_the_web_alone(address: str) -> None:
    public = ipaddress.ip_address(address)

    assert all(is_public(public, port) for port in (80, 443, 8080))
    assert not any(is_public(public, port) for port in (22, 25, 3306, 5432, 6379, 11211))


NO_ADDRESSES = (
    "ftp://riverton.example/a", "file:///etc/passwd", "gopher://riverton.example", "javascript:alert(1)",
    "data:text/html,x", "http://", "https:///path", "http://[::1", "http://user:secret@riverton.example/", "http://riverton.example:0/",
    "http://riverton.example:99999/", "http://" + "a" * 5000, "riverton.example",
)  # fmt: skip


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(NotAnAddress):
        check_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost:8080/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0/",
    ],
)
async def test_this_machine_is_not_read_however_it_is_written(address: str) -> None:
    with pytest.raises((NotPublic, Unreachable, NotAnAddress)):
        await fetch(address, seconds=5)


async def test_a_page_is_fetched_with_the_name_of_the_bot() -> None:
    seen: list[str] = []

    async def reply(path: str, writer: asyncio.StreamWriter) -> None:
        seen.append(path)
        writer.write(response())

    async with server(reply) as address:
        page = await fetch(f"{address}/article?id=1#part", is_allowed=anywhere)

    assert page.data == PAGE
    assert page.media_type == "text/html"
    assert seen == ["/robots.txt", "/article?id=1"]
    assert "briefing-bot" in fetching.AGENT


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
async def test_a_redirect_to_a_private_address_is_not_followed(status: str) -> None:
    async with server(always(response(b"", status, location="http://192.168.1.1/admin"))) as address:

        def first_only(found: Address, port: int) -> bool:
            return found == LOOPBACK or is_public(found, port)

        with pytest.raises(NotPublic):
            await fetch(address, is_allowed=first_only, seconds=5)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://riverton.example/", "http://user:pw@riverton.example/"]
)
async def test_a_redirect_to_what_is_no_web_address_is_not_followed(target: str) -> None:
    async with server(always(response(b"", "302 Found", location=target))) as address:
        with pytest.raises(NotAnAddress):
            await fetch(address, is_allowed=anywhere, seconds=5)


async def test_redirects_in_a_circle_come_to_an_end() -> None:
    async with server(always(response(b"", "302 Found", location="/again"))) as address:
        with pytest.raises(Refused):
            await fetch(address, is_allowed=anywhere, seconds=5)


async def test_a_name_that_changes_its_address_gains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was checked is what is connected to: the name is asked for once for each connection."""
    answers = iter([(ipaddress.ip_address("93.184.215.14"),), (LOOPBACK,)])
    asked: list[str] = []

    async def resolve(host: str, _: int) -> tuple[Address, ...]:
        asked.append(host)
        return next(answers)

    connected: list[str] = []

    async def connect(_: object, host: str, *__: object) -> None:
        connected.append(host)
        raise OSError

    monkeypatch.setattr(fetching, "resolve", resolve)
    monkeypatch.setattr("httpcore.AnyIOBackend.connect_tcp", connect)
    with pytest.raises(Unreachable):
        await fetch("http://rebinding.example/", seconds=5)

    assert asked == ["rebinding.example"]
    assert connected == ["93.184.215.14"]


async def test_a_name_with_a_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(_: str, __: int) -> tuple[Address, ...]:
        return ipaddress.ip_address("93.184.215.14"), ipaddress.ip_address("10.0.0.1")

    monkeypatch.setattr(fetching, "resolve", resolve)
    with pytest.raises(NotPublic):
        await fetch("http://mixed.example/", seconds=5)


async def test_the_next_address_is_tried_where_the_first_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    async with server(always(response())) as address:
        port = int(address.rpartition(":")[2])

        async def resolve(_: str, __: int) -> tuple[Address, ...]:
            return ipaddress.ip_address("127.0.0.2"), LOOPBACK

        monkeypatch.setattr(fetching, "resolve", resolve)
        page = await fetch(f"http://two.example:{port}/", is_allowed=anywhere, seconds=5)

    assert page.data == PAGE


@pytest.mark.parametrize(
    ("status", "error"),
    [
        ("404 Not Found", NoSuchPage),
        ("410 Gone", NoSuchPage),
        ("401 Unauthorized", Refused),
        ("403 Forbidden", Refused),
        ("429 Too Many Requests", Refused),
        ("204 No Content", Refused),
        ("500 Internal Server Error", ServerTrouble),
        ("503 Service Unavailable", ServerTrouble),
    ],
)
async def test_a_server_that_says_no_is_said(status: str, error: type[SourceError]) -> None:
    async with server(always(response(b"", status))) as address:
        with pytest.raises(error):
            await fetch(address, is_allowed=anywhere, seconds=5)


async def test_a_server_that_trickles_is_left_when_the_time_is_up() -> None:
    async def reply(_: str, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n")
        for _byte in range(100):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.1)

    async with server(reply) as address:
        before = time.monotonic()
        with pytest.raises(TooSlow):
            await fetch(address, is_allowed=anywhere, seconds=1)

    assert time.monotonic() - before < 5


async def test_a_server_that_never_answers_is_left_when_the_time_is_up() -> None:
    async def reply(_: str, __: asyncio.StreamWriter) -> None:
        await asyncio.sleep(30)

    async with server(reply) as address:
        with pytest.raises(TooSlow):
            await fetch(address, is_allowed=anywhere, seconds=0.5)


async def endless(_: str, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n")
    for _piece in range(400):
        writer.write(b"x" * 100_000)
        await writer.drain()


HUGE = zlib.compress(b"\0" * 200_000_000, 9)
HOSTILE: dict[str, tuple[Reply, type[SourceError]]] = {
    "no end": (endless, TooLarge),
    "a gzip bomb": (always(response(gzip.compress(b"\0" * 200_000_000), content_encoding="gzip")), TooLarge),
    "a deflate bomb": (always(response(HUGE, content_encoding="deflate")), TooLarge),
    "gzip that is none": (always(response(b"plain", content_encoding="gzip")), Unreachable),
    "an encoding not asked for": (always(response(PAGE, content_encoding="br")), Unreachable),
    "two encodings": (always(response(PAGE, content_encoding="gzip, gzip")), Unreachable),
    "a length that is too long": (always(response(PAGE, content_length="1000")), Unreachable),
    "no HTTP": (always(b"SSH-2.0-OpenSSH_9.0\r\n"), Unreachable),
    "nothing": (always(b""), Unreachable),
    "a header without end": (always(b"HTTP/1.1 200 OK\r\nx: " + b"a" * 500_000), Unreachable),
    "a location that is none": (always(response(b"", "302 Found", location="http://[")), NotAnAddress),
}


@pytest.mark.parametrize(("reply", "error"), HOSTILE.values(), ids=HOSTILE)
async def test_a_hostile_server_is_answered_in_time_and_within_memory(reply: Reply, error: type[SourceError]) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    async with server(reply) as address:
        with pytest.raises(error):
            await fetch(address, is_allowed=anywhere, seconds=10)

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000  # kB


async def test_a_wrong_media_type_does_not_matter_to_the_fetch() -> None:
    async with server(always(response(content_type="image/png"))) as address:
        assert (await fetch(address, is_allowed=anywhere)).data == PAGE


async def test_a_port_where_nobody_listens_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(Unreachable):
            await fetch(f"http://127.0.0.1:{taken.getsockname()[1]}/", is_allowed=anywhere, seconds=5)


RULES = {
    "everybody": ("User-agent: *\nDisallow: /private/", "/private/a", False),
    "this bot": ("User-agent: briefing-bot\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
    "another bot": ("User-agent: other\nDisallow: /", "/a", True),
    "nothing": ("", "/a", True),
    "not this page": ("User-agent: *\nDisallow: /private/", "/public", True),
    "nonsense": ("<html>not found</html>", "/a", True),
}


@pytest.mark.parametrize(("rules", "path", "allowed"), RULES.values(), ids=RULES)
async def test_what_a_site_asks_of_programs_is_kept_to(rules: str, path: str, allowed: bool) -> None:  # noqa: FBT001
    async def reply(asked: str, writer: asyncio.StreamWriter) -> None:
        writer.write(response(rules.encode() if asked == "/robots.txt" else PAGE))

    async with server(reply) as address:
        if allowed:
            assert (await fetch(address + path, is_allowed=anywhere)).data == PAGE
        else:
            with pytest.raises(RobotsForbid):
                await fetch(address + path, is_allowed=anywhere)


async def test_rules_that_never_come_keep_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "RULES_SECONDS", 0.2)

    async def reply(asked: str, writer: asyncio.StreamWriter) -> None:
        if asked == "/robots.txt":
            await asyncio.sleep(5)
        writer.write(response())

    async with server(reply) as address:
        before = time.monotonic()
        await fetch(address, is_allowed=anywhere)

    assert time.monotonic() - before < 3


async def test_the_rules_of_a_site_are_asked_for_once() -> None:
    asked: list[str] = []

    async def reply(path: str, writer: asyncio.StreamWriter) -> None:
        asked.append(path)
        writer.write(response(b"User-agent: *\nDisallow: /private" if path == "/robots.txt" else PAGE))

    async with server(reply) as address:
        await fetch(f"{address}/a", is_allowed=anywhere)
        await fetch(f"{address}/b", is_allowed=anywhere)
        with pytest.raises(RobotsForbid):
            await fetch(f"{address}/private", is_allowed=anywhere)

    assert asked == ["/robots.txt", "/a", "/b"]


async def test_rules_are_followed_where_they_have_moved() -> None:
    async def reply(path: str, writer: asyncio.StreamWriter) -> None:
        moved = response(b"", "301 Moved", location="/rules")
        rules = response(b"User-agent: *\nDisallow: /")
        writer.write({"/robots.txt": moved, "/rules": rules}.get(path, response()))

    async with server(reply) as address:
        with pytest.raises(RobotsForbid):
            await fetch(f"{address}/a", is_allowed=anywhere)


LARGE_RULES = {
    "rules": b"User-agent: *\n" + b"".join(b"Disallow: /%d*x\n" % number for number in range(700_000)),
    "groups": b"".join(b"User-agent: bot%d\nDisallow: /\n" % number for number in range(300_000)),
    "one line": b"User-agent: *\nDisallow: /" + b"a*" * 5_000_000,
    "no end of agents": b"User-agent: briefing-bot\n" * 400_000 + b"Disallow: /",
}


@pytest.mark.alone
@pytest.mark.parametrize("rules", LARGE_RULES.values(), ids=LARGE_RULES)
async def test_large_rules_do_not_hold_up_the_event_loop(rules: bytes) -> None:
    """The longest work in which nobody else has a turn stays short (in processor time), and so does the whole fetch."""

    async def reply(path: str, writer: asyncio.StreamWriter) -> None:
        writer.write(response(rules if path == "/robots.txt" else PAGE))
        await writer.drain()

    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        while True:
            before = time.process_time()
            await asyncio.sleep(0.005)
            longest = max(longest, time.process_time() - before)

    async with server(reply) as address:
        watching = asyncio.create_task(watch())
        await fetch(f"{address}/{'a' * 2000}b", is_allowed=anywhere, seconds=10)
        watching.cancel()

    assert longest < 0.25


async def test_rules_after_half_a_megabyte_are_not_read() -> None:
    padding = b"# " + b"x" * 500 * 1024 + b"\n"

    async def reply(path: str, writer: asyncio.StreamWriter) -> None:
        writer.write(response(b"User-agent: *\n" + padding + b"Disallow: /" if path == "/robots.txt" else PAGE))

    async with server(reply) as address:
        assert (await fetch(f"{address}/a", is_allowed=anywhere)).data == PAGE


REFRESHES = {
    "at once": '<meta http-equiv="refresh" content="0; url=/new">',
    "in other letters": "<META HTTP-EQUIV='Refresh' CONTENT='1;URL=\"/new\"'>",
    "without its name": '<meta content="0; /new" http-equiv=refresh>',
}


@pytest.mark.parametrize("element", REFRESHES.values(), ids=REFRESHES)
async def test_a_page_that_sends_on_is_followed(element: str) -> None:
    async def reply(path: str, writer: asyncio.StreamWriter) -> None:
        writer.write(response(f"<html><head>{element}</head></html>".encode() if path == "/old" else PAGE))

    async with server(reply) as address:
        page = await fetch(f"{address}/old", is_allowed=anywhere)

    assert (page.data, page.url) == (PAGE, f"{address}/new")


STAYING = {
    "for visitors without scripts": '<noscript><meta http-equiv="refresh" content="0; url=/new"></noscript>',
    "in a comment": '<!-- <meta http-equiv="refresh" content="0; url=/new"> -->',
    "to load anew": '<meta http-equiv="refresh" content="300">',
    "after minutes": '<meta http-equiv="refresh" content="300; url=/new">',
    "to itself": '<meta http-equiv="refresh" content="0; url=/old">',
}


@pytest.mark.parametrize("element", STAYING.values(), ids=STAYING)
async def test_a_page_that_stays_is_kept(element: str) -> None:
    data = f"<html><head>{element}</head></html>".encode()

    async with server(always(response(data))) as address:
        assert (await fetch(f"{address}/old", is_allowed=anywhere)).url == f"{address}/old"


async def test_a_page_that_sends_on_to_a_private_address_is_not_followed() -> None:
    data = b'<meta http-equiv="refresh" content="0; url=http://192.168.1.1/admin">'

    def first_only(found: Address, port: int) -> bool:
        return found == LOOPBACK or is_public(found, port)

    async with server(always(response(data))) as address:
        with pytest.raises(NotPublic):
            await fetch(address, is_allowed=first_only, seconds=5)


async def test_pages_that_send_in_a_circle_come_to_an_end() -> None:
    async def reply(path: str, writer: asyncio.StreamWriter) -> None:
        there = "/b" if path == "/a" else "/a"
        writer.write(response(f'<meta http-equiv="refresh" content="0; url={there}">'.encode()))

    async with server(reply) as address:
        with pytest.raises(Refused):
            await fetch(f"{address}/a", is_allowed=anywhere, seconds=5)
