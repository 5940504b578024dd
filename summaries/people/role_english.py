"""Phrases that name an office in English: a head such as *minister* with what stands before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages import read_list
from summaries.languages.schema import People, load
from summaries.text.lexicon import calendar_words, territory_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.people.mentions import Line

Span = tuple[int, int]
MOST_BEFORE = 6
"""So many words may stand before the head of a phrase that follows a name."""
MOST_AFTER = 14
LONGEST = 25
"""So many words has an office with all that belongs to it at most."""
DETERMINERS = frozenset({"the", "a", "an"})
MOVES = frozenset(
    {"resigned", "stepped", "retired", "worked", "hired", "joined", "left", "fired", "quit", "called", "met"}
)
"""Verbs before an office that state another one than the phrase says."""
POSSESSIVES = frozenset({"'s", "’s"})
PLURAL_POSSESSIVES = frozenset({"'", "’"})
CLOSERS = frozenset('.,;:!?…)—–-"”’»]')


class EnglishPhrases:
    """The grammar of phrases in English; languages without word lists of their own find none."""

    openers_after = frozenset({",", "(", "–", "—"})

    def __init__(self, language: str) -> None:
        self.language = language
        people = load(People, language)
        self.heads = (people.offices | people.occupations) - people.kin
        self.owners = people.owners
        self.relations = people.kin | people.relations
        self.endings = tuple(sorted(load(People, language).office_endings))
        self.short = load(People, language).office_abbreviations
        self.openers = load(People, language).office_openers
        self.titles = load(People, language).titles
        self.articles = load(People, language).role_starts
        self.joins = load(People, language).role_joins
        self.bodies = load(People, language).organisations
        self.speech = load(People, language).verbs_of_speech
        self.relatives = load(People, language).relatives
        self.between = load(People, language).between
        self.copulas = load(People, language).copulas
        self.inverting: frozenset[str] = frozenset()
        self.cuts = load(People, language).role_cuts | self.relatives | self.speech
        self.calendar = calendar_words(language)
        self.places = territory_words(language)
        self.stop = frozenset(read_list(language, "stopwords")) | self.speech
        self.never = self.stop | self.joins | self.articles | calendar_words(language)

    def ending_at(self, line: Line, stop: int) -> Span | None:
        """Return the phrase that ends before a token: *former Foreign Minister*, *Secretary of State*."""
        if stop and line.lemma(stop - 1) == "." and line.lemma(stop - 2) in self.short:
            return stop - 2, stop
        if stop and self.is_head(line, stop - 1):
            return self._with_modifiers(line, stop - 1), stop
        if self._is_kin(line, stop - 1):
            return stop - 1, stop
        apposed = line.lemma(stop) == "," and stop > 0 and line.tokens[stop - 1].word
        if not stop or not (apposed or line.tokens[stop - 1].capital or line.lemma(stop - 1) in self.bodies):
            return None
        return self._with_complement(line, stop)

    def _is_kin(self, line: Line, i: int) -> bool:
        """Tell whether a noun before a comma ties somebody to somebody: *my successor, …*."""
        known = line.lemma(i) in self.relations and line.lemma(i + 1) == ","
        return known and i > 0 and line.lemma(i - 1) in self.owners | POSSESSIVES

    def _with_complement(self, line: Line, stop: int) -> Span | None:
        i, best = stop - 1, None
        while i >= max(0, stop - LONGEST) and self._in_complement(line, i):
            if self.is_head(line, i) and line.lemma(i + 1) in self.joins:
                best = i
            i -= 1
        return None if best is None else (self._with_modifiers(line, best), stop)

    def _in_complement(self, line: Line, i: int) -> bool:
        lemma, token = line.lemma(i), line.tokens[i]
        if line.name_at(i):
            return False
        if lemma in {"the", "a", "an"}:
            return line.lemma(i - 1) in self.joins
        return (
            lemma in self.joins
            or token.capital
            or lemma in {"-", "&", "'s", "’s"}
            or (token.word and lemma not in self.stop)
        )

    def _with_modifiers(self, line: Line, head: int) -> int:
        """Return where the phrase of a head begins: *the former Russian **foreign** minister*."""
        i = head
        while i and self._modifies(line, i - 1):
            i -= 1
        if line.lemma(i - 1) in POSSESSIVES and line.lemma(i - 3) in DETERMINERS and line.tokens[i - 2].word and i > 2:
            i -= 2
        while i < head and (line.lemma(i) in {"'s", "’s", "-", "&"} or line.lemma(i) in calendar_words(self.language)):
            i += 1
        return i

    def _modifies(self, line: Line, i: int) -> bool:
        lemma, token = line.lemma(i), line.tokens[i]
        hyphenated = self._is_hyphenated(line, i) or self._is_hyphenated(line, i - 1)
        if lemma in self.openers or lemma in self.places or self.is_head(line, i) or hyphenated:
            return not line.name_at(i)
        if lemma in {"'s", "’s", "-", "&"} | PLURAL_POSSESSIVES:
            apart = lemma == "-" and line.tokens[i - 1].stop < line.tokens[i].start
            singular = lemma in PLURAL_POSSESSIVES and not line.lemma(i - 1).endswith("s")
            return i > 0 and line.tokens[i - 1].capital and not apart and not singular
        if line.lemma(i + 1) in {"'s", "’s"} | PLURAL_POSSESSIVES:
            return token.capital
        if lemma in self.never or line.name_at(i):
            return False
        if token.capital:
            return bool(i) or not lemma.endswith("ly")
        return token.text.isalpha() and self._noun_like(line, i)

    def _is_hyphenated(self, line: Line, i: int) -> bool:
        """Tell whether a word in lower case begins at a token that goes on behind a hyphen: *co-author*."""
        if i < 0 or i + 2 >= len(line.tokens) or line.lemma(i + 1) != "-" or not line.tokens[i].text.islower():
            return False
        return line.tokens[i].stop == line.tokens[i + 1].start and line.tokens[i + 1].stop == line.tokens[i + 2].start

    def _noun_like(self, line: Line, i: int) -> bool:
        """Tell whether a word in lower case belongs to the head after it: an article or adjective opens the phrase."""
        before = line.lemma(i - 1)
        return before in self.articles or before in self.openers or before in self.places or before in {",", "'s", "’s"}

    def starting_at(self, line: Line, start: int) -> Span | None:
        """Return the phrase that starts at a token, without its article: *president of Belarus*."""
        i = start + (line.lemma(start) in self.articles)
        last = min(i + MOST_BEFORE, len(line.tokens))
        head = next((n for n in range(i, last) if self.is_head(line, n) or self._is_related(line, n)), None)
        if head is None or any(not self._may_precede(line, n) for n in range(i, head)):
            return None
        if any(line.lemma(n) in self.copulas or line.lemma(n) in MOVES for n in range(i, head)):
            return None
        while (following := self._next_head(line, head)) is not None:
            head = following
        stop = self._end(line, head + 1)
        if line.name_at(stop):
            return None
        return i, stop

    def _is_related(self, line: Line, i: int) -> bool:
        """Tell whether a token ties a person to somebody or something, which counts behind a name only."""
        return (
            line.lemma(i) in self.relations and line.lemma(i + 1) in {"of", "at", "to", "for"} and not line.name_at(i)
        )

    def _next_head(self, line: Line, head: int) -> int | None:
        """Return the head that follows in the same phrase: *deputy associate **administrator***."""
        for n in range(head + 1, head + 4):
            if self.is_head(line, n):
                return n
            lemma = line.lemma(n)
            if not lemma.isalpha() or lemma in self.joins | self.cuts | self.never or line.name_at(n):
                return None
        return None

    def _end(self, line: Line, i: int) -> int:
        first = i
        while i < len(line.tokens) and i - first < MOST_AFTER:
            lemma = line.lemma(i)
            if lemma in CLOSERS and not (lemma == "-" and line.tokens[i].start == line.tokens[i - 1].stop):
                break
            if (lemma in self.cuts and not line.tokens[i].capital) or (
                line.name_at(i) and line.lemma(i - 1) not in self.joins and not line.name_at(i - 1)
            ):
                break
            if (i == first and lemma not in self.joins) or self._is_time(line, i):
                break
            i += 1
        while i > first and line.lemma(i - 1) in self.joins | self.articles:
            i -= 1
        return i

    def _may_precede(self, line: Line, i: int) -> bool:
        lemma = line.lemma(i)
        named = line.name_at(i)
        if named is not None:
            return line.lemma(named.after) in {"'s", "’s"}
        if lemma in self.joins - {"and"} or lemma in self.relatives or lemma in DETERMINERS:
            return False
        if lemma in self.speech and not line.tokens[i].capital:
            return False
        return line.tokens[i].word or lemma in {"-", "&", "'s", "’s"}

    def standing_alone(self, line: Line) -> Iterator[Span]:
        """Yield *the Belarusian leader*: an article, adjectives of place, and a head without a name beside it."""
        for i in range(len(line.tokens) - 2):
            if line.lemma(i) != "the" or line.lemma(i + 1) not in self.places:
                continue
            stop = i + 2
            while line.lemma(stop) in self.openers:
                stop += 1
            if not self.is_head(line, stop):
                continue
            while self.is_head(line, stop):
                stop += 1
            following = line.name_at(stop)
            if following is None and line.lemma(stop) not in self.joins - {
                "in",
                "on",
                "at",
                "for",
                "with",
                "and",
                "to",
                "from",
            }:
                yield i + 1, stop

    def is_title(self, line: Line, i: int) -> bool:
        """Tell whether a token is a form of address, or the dot after one."""
        lemma = line.lemma(i)
        return lemma in self.titles or (lemma == "." and line.lemma(i - 1) in self.titles)

    def closes(self, line: Line, i: int) -> bool:
        """Tell whether a token may follow a phrase set off by a comma."""
        if i >= len(line.tokens) or line.lemma(i) in CLOSERS:
            return True
        return line.lemma(i) in self.cuts - self.speech - self.copulas or self._is_time(line, i)

    def _is_time(self, line: Line, i: int) -> bool:
        """Tell whether words of time or place begin that belong to no office: *on Monday*, *in 2021*, *of 68*."""
        after = line.lemma(i + 1)
        if line.lemma(i) not in self.joins:
            return False
        if after in self.calendar or after[:1].isdigit() or after in self.cuts:
            return True
        return (
            line.lemma(i) == "on" and after in DETERMINERS and not line.tokens[min(i + 2, len(line.tokens) - 1)].capital
        )

    def opens(self, line: Line, i: int) -> bool:
        """Tell whether a phrase may stand before a comma and a name: *The mayor of Harborough, Denise Okafor,*."""
        return (
            not i
            or line.lemma(i - 1) in self.articles
            or any(mark in self._lemmas(line, i) for mark in ("'s", "’s", "'", "’"))
        )

    def _lemmas(self, line: Line, i: int) -> tuple[str, ...]:
        return line.lemmas[i : i + MOST_BEFORE]

    def base_form(self, line: Line, span: Span) -> str:
        """Return the words of a phrase as they are: English declines nothing."""
        start = line.sentence.start
        return line.sentence.text[line.tokens[span[0]].start - start : line.tokens[span[1] - 1].stop - start]

    def skip_age(self, line: Line, i: int) -> int:
        """Return where to go on after an age: *, 45, a farmer*."""
        if line.lemma(i).isdigit() and line.lemma(i + 1) == ",":
            return i + 2
        return i

    def is_head(self, line: Line, i: int) -> bool:
        """Tell whether a token names an office."""
        known = line.lemma(i) in self.heads or line.lemma(i).endswith(self.endings)
        return known and not line.name_at(i)
