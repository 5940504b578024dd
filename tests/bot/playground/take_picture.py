"""Take the picture of the playground for the README: a short briefing on our own seed, and a question about it.

``.venv/bin/python -m tests.bot.playground.take_picture`` writes ``playground.png`` beside this file. Needs Chromium.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.async_api import async_playwright, expect

from bot.playground import serve
from bot.settings import SEEDS
from tests.bot.process import running

if TYPE_CHECKING:
    from playwright.async_api import Page

PICTURE = Path(__file__).with_name("playground.png")
CHROMIUM = "/usr/bin/chromium"
WIDTH, HEIGHT = 760, 1170
WITHIN = 20_000


async def take() -> None:
    """Start the bot with the seeds, talk to it in a browser, and keep what is on the page at the end."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            serve() as playground,
            running(playground, f"sqlite:///{folder}/b.db", seeds=SEEDS),
            async_playwright() as playwright,
        ):
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            context = await browser.new_context(
                viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
            )
            page = await context.new_page()
            await page.goto(playground.address)
            await talk(page)
            await page.screenshot(path=PICTURE)
            await browser.close()


async def talk(page: Page) -> None:
    """Ask for a short briefing and for what somebody says."""
    await expect(page.get_by_role("button", name="• Short •").last).to_be_visible(timeout=WITHIN)
    for said, answered in (("/short", "sentences of"), ("what did Semashko say?", "Who says what")):
        await page.locator("textarea").fill(said)
        await page.locator("textarea").press("Enter")
        answer = page.locator(".post", has_text=said).last.locator("+ .post")
        await expect(answer.get_by_text(answered)).to_be_visible(timeout=WITHIN)
    await page.mouse.move(0, 0)
    await page.wait_for_timeout(500)


if __name__ == "__main__":
    asyncio.run(take())
