"""The line under the title of an article that is not in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from summaries.languages.schema import Capability, abilities

if TYPE_CHECKING:
    from bot.locales import Wording
    from summaries.article import Article


def other_language(article: Article, wording: Wording) -> str:
    """Return the line that names the language and what can be recognised in it; empty for the reader's own language."""
    if article.language == wording.language:
        return ""
    names = {
        "names": wording.say("people"),
        "roles": wording.say("roles"),
        "speech": wording.say("who says what"),
        "dates": wording.say("dates"),
        "places": wording.say("places"),
        "figures": wording.say("figures"),
    }
    can = abilities(article.language)
    told = wording.listing([names[one] for one in get_args(Capability) if one in can])
    untold = wording.listing([names[one] for one in get_args(Capability) if one not in can])
    if not told:
        line = wording.say("In {language}. In such texts I cannot find people, dates or places yet.")
    elif untold:
        line = wording.say("In {language}. In such texts I can find {told}, but not yet {untold}.")
    else:
        line = wording.say("In {language}. In such texts I can find {told}.")
    return line.format(language=wording.language_of(article.language), told=told, untold=untold)
