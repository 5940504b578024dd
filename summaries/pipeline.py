"""From an article to its briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.briefing import Briefing
from summaries.document import read_document
from summaries.errors import UnknownLanguage
from summaries.figures import find_figures
from summaries.languages import supported
from summaries.people import find_people
from summaries.places import find_places
from summaries.ranking import Known, References, assess_by, find_key_points, find_oral_briefing, rank_sentences
from summaries.speech import attribute
from summaries.timeline import find_dates

if TYPE_CHECKING:
    from summaries.article import Article

NAMED = 14
"""How many supported languages the error lists for a text in an unsupported one."""


def brief(article: Article, *, method: str = "briefing") -> Briefing:
    """Brief on an article, computing everything in one go and from the article alone.

    article → document → people → speech → places
                       → timeline → figures
                       → assessment → ranking, key points, oral briefing

    `method` names the algorithm that ranks the sentences (see `summaries.ranking.METHODS`). Raises `TextError`.
    """
    if article.language not in supported():
        raise UnknownLanguage(languages=", ".join([*supported().values()][:NAMED]) + " …")
    document = read_document(article)
    sentences = document.sentences
    speech = attribute(document, find_people(document))
    dates = find_dates(document)
    known = References(speech.attributions, speech.coreferences, speech.people, article.title)
    assessment = assess_by(document, method, known)
    figures = find_figures(document, ((entry.quote.start, entry.quote.stop) for entry in dates))
    ranking = rank_sentences(assessment)
    return Briefing(
        article=article,
        sentences=sentences,
        ranking=ranking,
        key_points=find_key_points(assessment),
        people=speech.people,
        dates=dates,
        places=find_places(document, speech.people),
        bodies=speech.bodies,
        attributions=speech.attributions,
        coreferences=speech.coreferences,
        figures=figures,
        oral=find_oral_briefing(assessment, ranking, Known(speech.attributions, figures, dates)),
    )
