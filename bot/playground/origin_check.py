"""What may talk to the playground: programs and pages of this machine, and no page from elsewhere.

A page in the browser could reach a server on loopback by a name that resolves there (DNS rebinding) or by a form that
posts across sites; so the ``Host`` must name loopback, and what a browser says of the origin must be this very page.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
SAFE = frozenset({"GET", "HEAD"})


def is_loopback(host: str) -> bool:
    """Say whether a name or an address means this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse requests that another site could have caused; send the policies along with every answer."""
    if not _is_ours(request):
        raise web.HTTPForbidden(text="This address is for this machine only.\n", headers=HEADERS)
    try:
        answer = await handler(request)
    except web.HTTPException as error:
        error.headers.update(HEADERS)
        raise
    if not answer.prepared:
        answer.headers.update(HEADERS)
    return answer


def _is_ours(request: web.Request) -> bool:
    if not is_loopback(urlsplit(f"//{request.host}").hostname or ""):
        return False
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.host}":
        return False
    site = request.headers.get("Sec-Fetch-Site", "none")
    if site in {"same-origin", "none"}:
        return True
    # following a link to the page is fine, anything else from another site is not
    return request.method in SAFE and request.path == "/" and request.headers.get("Sec-Fetch-Mode") == "navigate"
