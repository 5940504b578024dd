"""Auxiliaries with their participles: *ist am 3. Mai gestorben*, *a pourtant été fermé*, *ha muerto*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.timeline.vocabulary import PLAIN as WORD
from summaries.timeline.vocabulary import PRETERITE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summaries.timeline.reading import Word
    from summaries.timeline.tokens import Token
    from summaries.timeline.vocabulary import Vocabulary

BESIDE = 4
"""Words within which a participle follows its auxiliary: *a pourtant été fermé*."""
FRAMED = 20
"""The same where the participle closes the clause."""
CLAUSE_ENDS = frozenset({"','", "stop", "break"})
PLAIN = frozenset({"word", "infinitive"})
VERBAL = PLAIN | {"preterite", "said", "harmed", "cancelled", "resolved"}
"""Roles of words that may be participles; those that say more than `PLAIN` ones keep what they say."""


class Frame:
    """Finds auxiliaries with their participles in the words read so far, and marks both as a past tense."""

    def __init__(self, words: list[Word], vocabulary: Vocabulary) -> None:
        self._words = words
        self._verbs = vocabulary.verbs
        self._past, self._plain = vocabulary.sign(PRETERITE), vocabulary.sign(WORD)
        self._reach = FRAMED if vocabulary.verbs.frame else BESIDE
        self._auxiliary: int | None = None
        self._participle: int | None = None
        self._last: int | None = None

    def read(self, token: Token) -> None:
        """Look at the word read last, which begins with a token."""
        place = len(self._words) - 1
        if self._is_noun(place, token):
            self._words[place] = self._words[place]._replace(sign=self._plain)
        roles = self._words[place].sign.roles
        if "weekday" in roles:
            self._date_participle(place)
        if "perfect" in roles:
            self._auxiliary = place
            if self._verbs.frame and self._participle == place - 1:
                self._mark(place - 1)
        elif not CLAUSE_ENDS.isdisjoint(roles):
            if not (place and "day" in self._words[place - 1].sign.roles):
                self._auxiliary = self._participle = None
        elif self._is_participle(token, roles):
            self._last = place
            if self._auxiliary is None and not self._verbs.frame:
                return
            self._participle = place
            if self._auxiliary is not None and place - self._auxiliary <= self._reach:
                self._mark(place)

    def _date_participle(self, place: int) -> None:
        """Mark a participle right before a day as a past tense: *la loi adoptée samedi*, not *la rentrée lundi*."""
        before = next((at for at in range(place - 1, -1, -1) if "article" not in self._words[at].sign.roles), 0)
        follows = before == self._last and before > 0 and "article" not in self._words[before - 1].sign.roles
        if follows and not self._verbs.frame and PLAIN.issuperset(self._words[before].sign.roles):
            self._put_past(before)

    def _is_noun(self, place: int, token: Token) -> bool:
        """Return whether what looks like a verb stands behind an article: *la rentrée*, *le parti*."""
        roles = self._words[place].sign.roles
        if self._verbs.frame or "preterite" not in roles or place == 0 or not self._verbs.is_participle(token.form):
            return False
        return "article" in self._words[place - 1].sign.roles

    def _is_participle(self, token: Token, roles: Mapping[str, object]) -> bool:
        return not token.capital and VERBAL.issuperset(roles) and self._verbs.is_participle(token.form)

    def _mark(self, participle: int) -> None:
        if PLAIN.issuperset(self._words[participle].sign.roles):
            self._put_past(participle)
        if self._auxiliary is not None:
            self._put_past(self._auxiliary)
        if not self._verbs.frame:
            self._auxiliary = None

    def _put_past(self, place: int) -> None:
        self._words[place] = self._words[place]._replace(sign=self._past)
