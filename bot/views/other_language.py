"""The line under the title of an article that is not in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import abilities

if TYPE_CHECKING:
    from bot.locales import Wording
    from summaries.article import Article
    from summaries.languages.schema import Capability


def name_capabilities(wording: Wording) -> dict[Capability, str]:
    """Return what the reader calls that which can be told of a text beside its summary."""
    return {
        "names": wording.say("people"),
        "roles": wording.say("roles"),
        "speech": wording.say("who says what"),
        "dates": wording.say("dates"),
        "places": wording.say("places"),
        "figures": wording.say("figures"),
    }


def other_language(article: Article, wording: Wording) -> str:
    """Return the line that names the language and what can be recognised in it; empty for the reader's own language."""
    if article.language == wording.language:
        return ""
    can, names = abilities(article.language), name_capabilities(wording)
    told = wording.listing([name for one, name in names.items() if one in can])
    untold = wording.listing([name for one, name in names.items() if one not in can])
    if not told:
        line = wording.say("In {language}. In such texts I cannot find people, dates or places yet.")
    elif untold:
        line = wording.say("In {language}. In such texts I can find {told}, but not yet {untold}.")
    else:
        line = wording.say("In {language}. In such texts I can find {told}.")
    return line.format(language=wording.language_of(article.language), told=told, untold=untold)
