"""The playground as a person sees it: the whole bot in a real browser, on a desktop and on a phone, light and dark."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
import pytest_asyncio
from playwright.async_api import async_playwright, expect

from bot.exports import export

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, Page

    from bot.playground import Playground
    from summaries.briefing import Briefing

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SCREENSHOTS = Path(__file__).parents[2] / "screenshots"
PATIENCE = 60_000
"""Milliseconds that a busy machine may take for anything."""
expect.set_options(timeout=PATIENCE)

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium"),
]


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        await opened.close()


async def open_page(browser: Browser, playground: Playground, scene: Scene) -> Page:
    context = await browser.new_context(
        viewport={"width": scene.width, "height": 800}, color_scheme=scene.scheme, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    await page.goto(playground.address)
    return page


async def keep(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    await page.screenshot(path=SCREENSHOTS / f"{name}.png", animations="disabled")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_an_exported_page_fits_a_phone(
    browser: Browser, briefing: Briefing, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    endless = replace(briefing.article, title="Donaudampfschiff" * 9, url=f"https://riverton.example/{'bridge' * 90}")
    path = tmp_path / "page.html"
    path.write_bytes(export(replace(briefing, article=endless), "html", "en").data)
    page = await browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    await page.goto(path.as_uri())

    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await keep(page, f"page-{scheme}")
    await page.close()


@dataclass(frozen=True, slots=True)
class Scene:
    """Who looks, at what, and which words they should find."""

    width: int
    scheme: Literal["light", "dark"]
    language: str
    language_name: str
    title: str
    who: str
    back: str


SCENES = (
    Scene(1100, "light", "en", "English", "How the Russia–Belarus integration talks", "Who", "Back"),
    Scene(390, "dark", "ru", "Русский", "Как зашли в тупик переговоры", "Кто", "Назад"),
    Scene(390, "light", "de", "Deutsch", "How the Russia–Belarus integration talks", "Wer", "Zurück"),
    Scene(390, "dark", "fr", "Français", "How the Russia–Belarus integration talks", "Qui", "Retour"),
    Scene(390, "light", "es", "Español", "How the Russia–Belarus integration talks", "Quién", "Volver"),
    Scene(390, "dark", "uk", "Українська", "How the Russia–Belarus integration talks", "Хто", "Назад"),
)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.language)
async def test_a_person_reads_a_briefing_and_checks_a_line(
    browser: Browser, playground: Playground, scene: Scene
) -> None:
    page = await open_page(browser, playground, scene)
    await page.get_by_role("combobox").select_option(scene.language_name)
    await page.click("#reset")
    async with page.expect_response("**/page/reset"):
        await page.click("#dialog-yes")
    await say(page, "/start")
    await expect(page.locator(".post", has_text=scene.title)).to_have_count(2)  # starting over greets too
    await keep(page, f"{scene.language}-1-start")

    await page.get_by_role("button", name=scene.who, exact=True).last.click()
    await expect(page.get_by_role("button", name=f"• {scene.who} •")).to_be_visible()
    await keep(page, f"{scene.language}-2-who")

    await say(page, "/keypoints 3")
    await expect(page.locator(".post", has_text="3. ").last).to_be_visible()
    await keep(page, f"{scene.language}-3-points")

    await page.get_by_role("button", name=re.compile(r"^\[\d+\]$")).last.click()
    await expect(page.get_by_role("button", name=scene.back).last).to_be_visible()
    await keep(page, f"{scene.language}-4-source")

    await say(page, "/dates")
    await expect(page.locator(".post", has_text="2003").last).to_be_visible()
    await keep(page, f"{scene.language}-5-dates")


async def say(page: Page, text: str) -> None:
    await page.locator("textarea").fill(text)
    await page.locator("textarea").press("Enter")
