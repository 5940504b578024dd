"""Phrases that name an office in Russian: a head such as *министр* with its adjectives and complements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages import read_list
from summaries.languages.schema import People, load
from summaries.text import morphology

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.people.mentions import Line

Span = tuple[int, int]
MOST_BEFORE = 5
MOST_AFTER = 14
LONGEST = 25
"""Maximum length in words of an office with its modifiers and complements."""
JOINS_AFTER = frozenset({"с", "против", "за", "для", "и"})
"""Words that continue an office; before a name, the head's case tells an office from an event: *встреча с*."""
LISTING = frozenset({",", "и"})
ACTING = (("и", ".", "о", "."), ("и.", "о", "."), ("и.о", "."), ("врио",))
"""Words before an office in the genitive: *и. о. главы*."""
PRIZES = frozenset({"хороший", "лучший"})
"""Adjectives of distinctions, which are not offices: *лучшим актёром стал*."""
AGE = "летний"
PARTING = frozenset({"случай"})
"""Words that are never part of an office: *на пост тренера в случае ухода Рудина*."""
MOST_IN_BRACKETS = 4
CLOSERS = frozenset(".,;:!?…)—–")
QUOTES = frozenset('«»"“”„')


class RussianPhrases:
    """The grammar of phrases in Russian."""

    openers_after = frozenset({",", "(", "–", "—"})

    def __init__(self, language: str) -> None:
        self.kin = load(People, language).kin
        self.heads = load(People, language).offices
        self.endings = tuple(load(People, language).office_endings)
        self.titles = load(People, language).titles
        self.joins = load(People, language).role_joins
        self.relatives = load(People, language).relatives
        self.between = load(People, language).between
        self.copulas = load(People, language).copulas
        self.inverting = load(People, language).inverting
        self.introducing = load(People, language).introducing
        self.origins = load(People, language).origins
        self.demonyms = frozenset(read_list(language, "demonyms"))
        self.people = load(People, language).person_nouns

    def ending_at(self, line: Line, stop: int) -> Span | None:
        """Return the phrase that ends before a token: *посол России в Белоруссии*; its head agrees with the name.

        Before a comma and a name it is *дочь Петра Лунина*.
        """
        if line.lemma(stop) == ",":
            return self._kin_of(line, stop)
        named = line.name_at(stop)
        wanted = morphology.cases(line.tokens[named.first].text) if named else frozenset()
        while line.lemma(stop - 1).endswith(AGE) or line.lemma(stop - 1) == "-" or line.lemma(stop) == "-":
            stop -= 1
        start = self._start(line, stop, wanted)
        while start is not None and line.lemma(start - 1) in LISTING and wanted and not self._of_several(line, start):
            before = self._start(line, start - 1, wanted)
            if before is None:
                break
            start = before
        return None if start is None else (start, stop)

    def _start(self, line: Line, stop: int, wanted: frozenset[str]) -> int | None:
        """Return the start of the longest phrase that ends before a token and whose head is in one of some cases."""
        i, best = stop - 1, None
        while i >= max(0, stop - LONGEST):
            i = self._over_brackets(line, i)
            inside = self._inside(line, i) or (wanted and line.lemma(i) in JOINS_AFTER)
            if not inside or line.lemma(i) in PARTING:
                break
            acting = self._acting(line, i)
            if acting is not None:
                return acting
            if self.is_head(line, i) and not self._plural(line, i) and self._agrees(line, i, wanted):
                best = i
            i -= 1
        if best is None or line.lemma(i) in PARTING:
            return None
        start = self._with_adjectives(line, best)
        return None if line.lemma(start) in PRIZES else start

    def _agrees(self, line: Line, i: int, wanted: frozenset[str]) -> bool:
        """Return whether a head may be in one of the cases; *дочь* before a genitive is not that person."""
        cases = self._cases(line, i)
        if line.lemma(i) in self.kin and "nomn" in cases:
            return "nomn" in wanted
        return not wanted or bool(cases & wanted)

    def _acting(self, line: Line, i: int) -> int | None:
        """Return the start of *и. о.* before an office in the genitive at a token."""
        if not self.is_head(line, i) or "gent" not in self._cases(line, i):
            return None
        i = self._with_adjectives(line, i)
        lengths = (len(form) for form in ACTING if line.lemmas[max(0, i - len(form)) : i] == form)
        return next((i - length for length in lengths), None)

    def _kin_of(self, line: Line, stop: int) -> Span | None:
        """Return *дочь Петра Лунина* before a comma and a name, if it opens the sentence."""
        named = line.name_at(stop - 1)
        if named is None or line.name_at(stop + 1) is None or line.lemma(named.first - 1) not in self.kin:
            return None
        start = self._with_adjectives(line, named.first - 1)
        genitive = "gent" in morphology.cases(line.tokens[named.first].text)
        return (start, stop) if genitive and not start else None

    def _over_brackets(self, line: Line, i: int) -> int:
        """Return the position before brackets with words: *ходьбы (скандинавской)*, *союз (СРС)*."""
        if line.lemma(i) != ")":
            return i
        near = range(i - 1, max(-1, i - MOST_IN_BRACKETS), -1)
        opening = next((n for n in near if line.lemma(n) == "("), None)
        return i if opening is None or any(line.name_at(n) for n in range(opening, i)) else opening - 1

    def _of_several(self, line: Line, start: int) -> bool:
        """Return whether *и* before a token joins two people: then the verb is in the plural."""
        return line.lemma(start - 1) == "и" and any(
            morphology.is_verb(token.text) and morphology.is_plural(token.text) for token in line.tokens if token.word
        )

    def starting_at(self, line: Line, start: int) -> Span | None:
        """Return the phrase that starts at a token: *министр иностранных дел России*."""
        last = min(start + MOST_BEFORE, len(line.tokens))
        head = next((n for n in range(start, last) if self.is_head(line, n)), None)
        if head is None or any(not self._precedes(line, n) for n in range(start, head)):
            return None
        stop = head + 1
        while stop < len(line.tokens) and stop - head < MOST_AFTER and self._inside_after(line, stop):
            stop += 1
        while stop > head + 1 and line.lemma(stop - 1) in self.joins | JOINS_AFTER:
            stop -= 1
        stop = self._with_list(line, head, stop)
        relative = line.name_at(stop) if line.lemma(head) in self.kin and stop == head + 1 else None
        if relative is not None:
            return start, relative.after
        return None if line.name_at(stop) else (start, stop)

    def _with_list(self, line: Line, head: int, stop: int) -> int:
        """Return the end of a list of offices in one case: *борец с застройкой, член Городской палаты*."""
        while line.lemma(stop) == ",":
            following = self.starting_at(line, stop + 1)
            heads = [] if following is None else [n for n in range(*following) if self.is_head(line, n)]
            if not heads or following is None or not self.closes(line, following[1]):
                break
            if self._plural(line, heads[0]) or not self._cases(line, heads[0]) & self._cases(line, head):
                break
            stop = following[1]
        return stop

    def standing_alone(self, line: Line) -> Iterator[Span]:
        """Yield *белорусский лидер*: a demonym and a head without a name next to it."""
        for i in range(len(line.tokens) - 1):
            adjective = line.lemma(i) in self.demonyms and self.is_head(line, i + 1) and not self._plural(line, i + 1)
            if adjective and not line.name_at(i + 2) and "gent" not in self._only_genitive(line, i + 2):
                yield i, i + 2

    def is_title(self, line: Line, i: int) -> bool:
        """Return whether a token is a form of address."""
        return line.lemma(i) in self.titles

    def closes(self, line: Line, i: int) -> bool:
        """Return whether a token may follow a phrase set off by a comma."""
        return i >= len(line.tokens) or line.lemma(i) in CLOSERS

    def opens(self, line: Line, i: int) -> bool:
        """Return whether a phrase may precede a comma and a name: only one that opens the sentence."""
        return bool(line.tokens) and i == 0

    def skip_age(self, line: Line, i: int) -> int:
        """Return the position after an age: *, 45 лет, фермер*."""
        if line.lemma(i).isdigit() and line.lemma(i + 1) in {"год", "лето"} and line.lemma(i + 2) == ",":
            return i + 3
        return i

    def is_head(self, line: Line, i: int) -> bool:
        """Return whether a token names an office; an adjective before a noun does not: *учёное звание*."""
        if i < 0 or i >= len(line.tokens) or line.name_at(i):
            return False
        last = self._last_part(line, i)
        if last != i and not morphology.is_noun(line.tokens[last].text):
            return False
        if morphology.is_adjective(line.tokens[i].text) and i + 1 < len(line.tokens) and not line.name_at(i + 1):
            following = line.tokens[i + 1]
            if following.word and (morphology.is_noun(following.text) or morphology.is_adjective(following.text)):
                return False
        return line.lemma(i) in self.heads or line.lemma(i) in self.kin or self._is_profession(line, i)

    def base_form(self, line: Line, span: Span) -> str:
        """Return the words of an office with the head and its adjectives in the nominative."""
        words = [token.text for token in line.tokens[slice(*span)]]
        acting = any(line.lemmas[span[0] : span[0] + len(form)] == form for form in ACTING)
        cases: frozenset[str] | None = None
        for start, stop in () if acting else self._conjuncts(line, span):
            head = next((self._last_part(line, i) for i in range(start, stop) if self.is_head(line, i)), None)
            if head is None or self._plural(line, head):
                continue
            cases = cases or self._cases(line, head)
            if not cases & self._cases(line, head):
                continue
            sex = morphology.noun_sex(line.tokens[head].text)
            for i in range(start, head + 1):
                if i == head or morphology.is_adjective(line.tokens[i].text):
                    words[i - span[0]] = morphology.base_form(line.tokens[i].text, sex)
        return _join(line, span, words)

    def _conjuncts(self, line: Line, span: Span) -> Iterator[Span]:
        """Yield the offices of a list, and what follows *и* if that begins with an office."""
        start = span[0]
        for i in range(*span):
            if line.lemma(i) in LISTING:
                yield start, i
                start = i + 1
        yield start, span[1]

    def _last_part(self, line: Line, i: int) -> int:
        """Return the last part of a compound that begins at a token: *премьер-**министр***."""
        while line.lemma(i + 1) == "-" and line.tokens[i].stop == line.tokens[i + 1].start and i + 2 < len(line.tokens):
            i += 2
        return i

    def _is_profession(self, line: Line, i: int) -> bool:
        """Return whether a word is an animate noun but *человек*, or *нападающий*, a nominalised participle."""
        word = line.tokens[i].text
        if morphology.nouns(word) & self.heads or (
            line.lemma(i).endswith(self.endings) and morphology.is_animate(word)
        ):
            return True
        return morphology.is_profession(word) and line.lemma(i) not in self.people | self.titles

    def _plural(self, line: Line, i: int) -> bool:
        return morphology.is_plural(line.tokens[i].text)

    def _cases(self, line: Line, i: int) -> frozenset[str]:
        return morphology.cases(line.tokens[i].text)

    def _only_genitive(self, line: Line, i: int) -> frozenset[str]:
        if i >= len(line.tokens) or not line.tokens[i].word:
            return frozenset()
        found = self._cases(line, i)
        return found if "nomn" not in found else frozenset()

    def _inside_after(self, line: Line, i: int) -> bool:
        return self._inside(line, i) or line.lemma(i) in JOINS_AFTER

    def _inside(self, line: Line, i: int) -> bool:
        lemma, token = line.lemma(i), line.tokens[i]
        if line.name_at(i):
            return False
        if lemma in self.joins or lemma in QUOTES:
            return True
        if lemma == "-":
            return True
        return token.word and morphology.is_nominal(token.text)

    def _precedes(self, line: Line, i: int) -> bool:
        return not line.name_at(i) and (
            line.lemma(i) == "-"
            or morphology.is_adjective(line.tokens[i].text)
            or (line.lemma(i + 1) == "-" and line.tokens[i].word)
        )

    def _with_adjectives(self, line: Line, head: int) -> int:
        i = head
        while i and not line.name_at(i - 1):
            if line.lemma(i - 1) == "-" and i > 1:
                i -= 2
            elif self._describes(line, i - 1, head):
                i -= 1
            else:
                break
        return i

    def _describes(self, line: Line, i: int, head: int) -> bool:
        """Return whether an adjective is in the case of a head; an age does not count: *38-летняя певица*."""
        cases = self._cases(line, i) & self._cases(line, self._last_part(line, head))
        return bool(cases) and morphology.is_adjective(line.tokens[i].text) and not line.lemma(i).endswith(AGE)


def _join(line: Line, span: Span, words: Sequence[str]) -> str:
    """Return words with the spaces between them in the text."""
    pieces = [words[0]]
    for i, word in zip(range(span[0] + 1, span[1]), words[1:], strict=True):
        pieces += [" "] * (line.tokens[i].start > line.tokens[i - 1].stop) + [word]
    return "".join(pieces)
