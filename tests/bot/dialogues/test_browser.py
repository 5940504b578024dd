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

    from playwright.async_api import Browser, Locator, Page

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
    question: str
    answer: str


SCENES = (
    Scene(
        1100,
        "light",
        "en",
        "English",
        "How the Russia–Belarus integration talks",
        "Who",
        "Back",
        "what did Semashko say?",
        "1.5 to 2 years",
    ),
    Scene(
        390, "dark", "ru", "Русский", "Как зашли в тупик переговоры", "Кто", "Назад", "что сказал Семашко?", "1,5–2 лет"
    ),
    Scene(
        390,
        "light",
        "de",
        "Deutsch",
        "Wie die Integrationsgespräche zwischen",
        "Wer",
        "Zurück",
        "was sagte Semaschko?",
        "1,5 bis 2 Jahre",
    ),
    Scene(
        390,
        "dark",
        "fr",
        "Français",
        "Comment les pourparlers d’intégration",
        "Qui",
        "Retour",
        "qu’a dit Semachko ?",
        "1,5 à 2 ans",
    ),
    Scene(
        390,
        "light",
        "es",
        "Español",
        "Cómo se estancaron las conversaciones",
        "Quién",
        "Volver",
        "¿qué dijo Semashko?",
        "1,5 y 2 años",
    ),
    Scene(
        390,
        "dark",
        "uk",
        "Українська",
        "Як зайшли в глухий кут переговори",
        "Хто",
        "Назад",
        "що сказав Семашко?",
        "1,5–2 років",
    ),
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

    await expect((await ask(page, "/keypoints 3")).get_by_text("3. ").last).to_be_visible()
    await keep(page, f"{scene.language}-3-points")

    await ask(page, "/summary 1")
    await page.get_by_role("button", name=re.compile(r"^\[\d+\]$")).last.click()
    await expect(page.get_by_role("button", name=scene.back).last).to_be_visible()
    await keep(page, f"{scene.language}-4-source")

    await expect((await ask(page, "/dates")).get_by_text("2003").first).to_be_visible()
    await keep(page, f"{scene.language}-5-dates")

    await expect((await ask(page, scene.question)).get_by_text(scene.answer)).to_be_visible()
    await keep(page, f"{scene.language}-6-question")

    await expect((await ask(page, "/help")).get_by_text("/privacy")).to_be_visible()
    await keep(page, f"{scene.language}-7-help")


async def say(page: Page, text: str) -> None:
    await page.locator("textarea").fill(text)
    await page.locator("textarea").press("Enter")


async def ask(page: Page, text: str) -> Locator:
    """Say something; return the answer once it is there."""
    before = await page.locator(".post").count()
    await say(page, text)
    answer = page.locator(".post").nth(before + 1)
    await expect(answer).to_be_visible()
    return answer
