"""Phrases that name an office in English: a head such as *minister* with its modifiers and complements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages import read_list
from summaries.languages.schema import People, Verbs, load
from summaries.text.lexicon import calendar_words, territory_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.people.mentions import Line

Span = tuple[int, int]
MOST_BEFORE = 6
"""Maximum number of words before the head of a phrase that follows a name."""
MOST_AFTER = 14
LONGEST = 25
"""Maximum length in words of an office with its modifiers and complements."""
DETERMINERS = frozenset({"the", "a", "an"})
MOVES = frozenset(
    {"resigned", "stepped", "retired", "worked", "hired", "joined", "left", "fired", "quit", "called", "met"}
)
"""Verbs before an office that state a different one than the phrase."""
POSSESSIVES = frozenset({"'s", "’s"})
CONJUNCTIONS = frozenset({"and", "&", "und", "et", "y", "e"})
NEGATIONS = frozenset({"not", "nicht", "pas", "no"})
ONE_OF = ("one", "of")
RECENTLY = frozenset({"recently", "newly"})
NO_NOUNS = ("ed", "ing", "ly", "s")
"""Endings of lower-case words that are unlikely to be part of the office after them."""
UNITS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades"})
MESSAGES = frozenset(
    {"email", "e-mail", "interview", "statement", "letter", "tweet", "post", "call", "message", "note", "briefing"}
)
OPENING, CLOSING = "(", ")"
PLURAL_POSSESSIVES = frozenset({"'", "’"})
CLOSERS = frozenset('.,;:!?…)—–-"”’»]')


class EnglishPhrases:
    """The grammar of phrases in English; for languages without word lists of their own it finds none."""

    openers_after = frozenset({",", "(", "–", "—"})

    def __init__(self, language: str) -> None:
        self.language = language
        people = load(People, language)
        self.heads = (people.offices | people.occupations) - people.kin
        self.alone = people.offices - people.person_nouns
        self.pairs = people.office_phrases
        self.kin = people.kin
        self.origins = people.origins
        self.introducing = people.introducing
        self.owners = people.owners
        self.relations = people.kin | people.relations
        self.endings = tuple(sorted(load(People, language).office_endings))
        self.houses = people.body_nouns
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
        self.verbs = frozenset(
            form for verb, forms in load(Verbs, language).irregular.items() for form in (verb, *forms)
        )
        self.stop = frozenset(read_list(language, "stopwords")) | self.speech
        self.never = self.stop | self.joins | self.articles | calendar_words(language)

    def ending_at(self, line: Line, stop: int) -> Span | None:
        """Return the phrase that ends before a token: *former Foreign Minister*, *Secretary of State*."""
        span = self._single(line, stop)
        return span and self._with_conjunct(line, span)

    def _single(self, line: Line, stop: int) -> Span | None:
        """Return the phrase without a conjoined one."""
        start = self._start(line, stop) if stop else None
        if start is not None:
            return start, stop
        apposed = line.lemma(stop) == "," and stop > 0 and line.tokens[stop - 1].word
        if not stop or not (apposed or line.tokens[stop - 1].capital or line.lemma(stop - 1) in self.bodies):
            return None
        return self._with_complement(line, stop)

    def _start(self, line: Line, stop: int) -> int | None:
        """Return the start of a phrase whose head is the last word before a token."""
        if line.lemma(stop - 1) == "." and line.lemma(stop - 2) in self.short:
            return self._with_modifiers(line, stop - 2)
        if self.is_head(line, stop - 1):
            return self._with_outer_head(line, self._with_modifiers(line, stop - 1), stop)
        if self._is_kin(line, stop - 1):
            return stop - 1
        return self._with_modifiers(line, stop - 1) if self._is_kin_of(line, stop - 1) else self._one_of(line, stop)

    def _is_kin(self, line: Line, i: int) -> bool:
        """Return whether a noun before a comma relates one person to another: *my successor, …*."""
        known = line.lemma(i) in self.relations and line.lemma(i + 1) == ","
        return known and i > 0 and line.lemma(i - 1) in self.owners | POSSESSIVES

    def _is_kin_of(self, line: Line, i: int) -> bool:
        """Return whether a noun relates somebody to a named person: *Mutua's sister*."""
        return i > 1 and line.lemma(i) in self.kin and line.lemma(i - 1) in POSSESSIVES and line.tokens[i - 2].capital

    def _one_of(self, line: Line, stop: int) -> int | None:
        """Return the start of *one of the study's authors* before a comma."""
        if line.lemma(stop) != "," or line.lemma(stop - 1).removesuffix("s") not in self.heads:
            return None
        near = range(stop - 2, max(-1, stop - MOST_BEFORE - 3), -1)
        return next((i for i in near if (line.lemma(i), line.lemma(i + 1)) == ONE_OF), None)

    def _with_outer_head(self, line: Line, start: int, stop: int) -> int:
        """Return the start of *nominee for governor*: the inner office has no article, and no name follows it."""
        joined = line.lemma(start - 1) in self.joins - CONJUNCTIONS and self.is_head(line, start - 2)
        if not joined or line.lemma(stop) != "," or line.tokens[start].capital:
            return start
        return self._with_modifiers(line, start - 2)

    def _with_conjunct(self, line: Line, span: Span) -> Span:
        """Return a phrase with the one conjoined to it: *founder and former chairman*, never two people.

        Two people have an article each, or only the second is capitalised: *the mayor and Bishop Dahl*.
        """
        start, stop = span
        if line.lemma(start - 1) not in CONJUNCTIONS:
            return self._with_apposed(line, span)
        first = self._single(line, start - 1) or self._with_complement(line, start - 1)
        if first is None or any(line.lemma(i) in POSSESSIVES for i in range(start, stop)):
            return span
        apart = line.tokens[start].capital and not line.tokens[first[0]].capital
        return span if apart and line.lemma(first[0] - 1) in DETERMINERS else (first[0], stop)

    def _with_apposed(self, line: Line, span: Span) -> Span:
        """Return a phrase with the one that opens the sentence: *The club's treasurer, Senator Dahl*."""
        comma = span[0] - 1
        first = self._single(line, comma) if line.lemma(comma) == "," else None
        opens = first is not None and first[0] <= 1 and line.lemma(first[0] - 1) in self.articles | {""}
        return (first[0], span[1]) if first is not None and opens else span

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
        """Return the start of a head's phrase: *the former Russian **foreign** minister*."""
        i = head - self._is_pair(line, head)
        while i and self._modifies(line, i - 1):
            i -= 1
        if line.lemma(i - 1) in POSSESSIVES and line.lemma(i - 3) in DETERMINERS and line.tokens[i - 2].word and i > 2:
            i -= 2
        while i < head and (line.lemma(i) in {"'s", "’s", "-", "&"} or line.lemma(i) in calendar_words(self.language)):
            i += 1
        return i

    def _modifies(self, line: Line, i: int) -> bool:
        lemma, token = line.lemma(i), line.tokens[i]
        hyphenated = any(self._is_hyphenated(line, n) for n in (i, i - 1, i - 2))
        if lemma in self.openers or lemma in self.places or self.is_head(line, i) or hyphenated:
            return not line.name_at(i)
        if lemma in RECENTLY or lemma in {OPENING, CLOSING} or lemma in self.joins:
            return self._links(line, i)
        if lemma in {"'s", "’s", "-", "&"} | PLURAL_POSSESSIVES:
            apart = lemma == "-" and line.tokens[i - 1].stop < line.tokens[i].start
            singular = lemma in PLURAL_POSSESSIVES and not line.lemma(i - 1).endswith("s")
            return i > 0 and line.tokens[i - 1].capital and not apart and not singular and not self._contracts(line, i)
        if line.lemma(i + 1) in {"'s", "’s"} | PLURAL_POSSESSIVES:
            return token.capital
        return lemma not in self.never and not line.name_at(i) and self._describes(line, i)

    def _describes(self, line: Line, i: int) -> bool:
        """Return whether an ordinary word may modify the head after it."""
        lemma, token = line.lemma(i), line.tokens[i]
        if token.capital:
            return bool(i) or not lemma.endswith("ly")
        if lemma in self.houses - MESSAGES and line.tokens[i + 1].text.islower():
            return True
        return token.text.isalnum() and (self._noun_like(line, i) or self._is_compounded(line, i))

    def _links(self, line: Line, i: int) -> bool:
        """Return whether a word joins parts of a phrase: *recently named*, *Organization (NFO)*, *Department of*."""
        lemma = line.lemma(i)
        if lemma in RECENTLY:
            return line.lemma(i + 1) in self.copulas
        if lemma in {OPENING, CLOSING}:
            return self._is_short_form(line, i)
        return line.lemma(i - 1) in self.bodies and line.tokens[i - 1].capital and line.tokens[i + 1].capital

    def _contracts(self, line: Line, i: int) -> bool:
        """Return whether an ending is a contracted verb or pronoun: *it's*, *let's*."""
        return line.lemma(i - 1) in self.stop | {"let"} and not line.tokens[i - 1].text.isupper()

    def _is_short_form(self, line: Line, i: int) -> bool:
        """Return whether a bracket encloses the short form of a name: *Northern Fisheries Organization (NFO)*."""
        inner = i + 1 if line.lemma(i) == OPENING else i - 1
        if not 1 < inner < len(line.tokens) - 1 or not line.tokens[inner].text.isupper():
            return False
        following = line.tokens[min(inner + 2, len(line.tokens) - 1)]
        if following.word and line.tokens[inner + 1].stop == following.start:
            return False
        return (line.lemma(inner - 1), line.lemma(inner + 1)) == (OPENING, CLOSING) and line.tokens[inner - 2].capital

    def _is_compounded(self, line: Line, i: int) -> bool:
        """Return whether a lower-case noun follows the name of something: *Harlow chapter president*."""
        lemma, before = line.lemma(i), line.lemma(i - 1)
        if i < 2 or not line.tokens[i - 1].capital or line.name_at(i - 1) or before in self.never | self.speech:
            return lemma[:1].isdigit() and lemma.endswith("ers")
        return not lemma.endswith(NO_NOUNS) and lemma not in self.verbs

    def _is_hyphenated(self, line: Line, i: int) -> bool:
        """Return whether a lower-case word that continues after a hyphen begins at a token: *co-author*."""
        if i < 0 or i + 2 >= len(line.tokens) or line.lemma(i + 1) != "-" or not line.tokens[i].text.islower():
            return False
        if line.lemma(i) == "re":
            return False
        return line.tokens[i].stop == line.tokens[i + 1].start and line.tokens[i + 1].stop == line.tokens[i + 2].start

    def _noun_like(self, line: Line, i: int) -> bool:
        """Return whether a lower-case word belongs to the head after it: an article or adjective opens the phrase."""
        before = line.lemma(i - 1)
        if before in CONJUNCTIONS:
            return self.is_head(line, i - 2)
        if before in RECENTLY:
            return line.lemma(i) in self.copulas
        if before in POSSESSIVES:
            return not self._contracts(line, i - 1)
        listed = before == "," and not line.lemma(i).endswith("ing")
        return listed or before in self.articles or before in self.openers or before in self.places

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
        stop = self._with_list(line, self._end(line, head + 1))
        if line.name_at(stop) or line.lemma(i) == "best":
            return None
        return i, stop

    def _with_list(self, line: Line, stop: int) -> int:
        """Return the end of a list of offices from its first: *a poet, translator and lecturer*."""
        while line.lemma(stop) == "," and line.lemma(stop + 1) not in self.articles:
            following = self.starting_at(line, stop + 1)
            if following is None or not self.closes(line, following[1]):
                break
            stop = following[1]
        return stop

    def _is_related(self, line: Line, i: int) -> bool:
        """Return whether a token relates a person to somebody or something, which counts only after a name."""
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
            if line.name_at(i) and not self._holds(line, i - 1):
                break
            noun = line.tokens[i].capital or (lemma in self.speech and line.lemma(i - 1) in self.joins)
            if lemma in self.cuts and not noun:
                break
            hyphen = lemma == "-" or line.lemma(i - 1) == "-"
            if (i == first and lemma not in self.joins and not hyphen) or self._is_time(line, i):
                break
            i += 1
        while i > first and line.lemma(i - 1) in self.joins | self.articles:
            i -= 1
        return i

    def _holds(self, line: Line, i: int) -> bool:
        """Return whether a name after a token is part of the phrase: *aide **to** Berg*, *aide to **Mayor** Berg*."""
        inner = line.lemma(i) in self.joins or line.name_at(i) is not None
        titled = self.is_head(line, i) or self.is_title(line, i) or line.lemma(i - 1) in self.short
        return inner or (titled and any(line.lemma(n) in self.joins for n in range(max(0, i - MOST_BEFORE), i)))

    def _may_precede(self, line: Line, i: int) -> bool:
        lemma = line.lemma(i)
        named = line.name_at(i)
        if named is not None:
            return line.lemma(named.after) in {"'s", "’s"}
        if lemma in (self.joins - {"and"}) | self.relatives | DETERMINERS | NEGATIONS:
            return False
        if lemma in self.speech and not line.tokens[i].capital:
            return False
        return line.tokens[i].word or lemma in {"-", "&", "'s", "’s"}

    def standing_alone(self, line: Line) -> Iterator[Span]:
        """Yield *the Belarusian leader*: an article, demonyms, and a head without a name next to it."""
        for i in range(len(line.tokens) - 2):
            if line.lemma(i) != "the" or line.lemma(i + 1) not in self.places:
                continue
            stop = i + 2
            while line.lemma(stop) in self.openers:
                stop += 1
            if line.lemma(stop) not in self.alone or not self.is_head(line, stop):
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
        """Return whether a token is a form of address, or the dot after one."""
        lemma = line.lemma(i)
        return lemma in self.titles or (lemma == "." and line.lemma(i - 1) in self.titles)

    def closes(self, line: Line, i: int) -> bool:
        """Return whether a token may follow a phrase set off by a comma."""
        if i >= len(line.tokens) or line.lemma(i) in CLOSERS:
            return True
        return line.lemma(i) in self.cuts - self.speech - self.copulas or self._is_time(line, i)

    def _is_time(self, line: Line, i: int) -> bool:
        """Return whether an expression of time or place begins that is not part of an office: *on Monday*, *of 68*."""
        after = line.lemma(i + 1)
        if line.lemma(i) not in self.joins:
            return False
        if after in self.calendar or after[:1].isdigit() or after in self.cuts - self.speech:
            return True
        if line.lemma(i) == "for" and (after in self.owners or not UNITS.isdisjoint(line.lemmas[i + 1 : i + 4])):
            return True
        if line.lemmas[i : i + 3] == ("at", "the", "time"):
            return True
        if line.lemma(i) == "in" and after in DETERMINERS and not MESSAGES.isdisjoint(line.lemmas[i + 2 : i + 4]):
            return True
        return (
            line.lemma(i) == "on" and after in DETERMINERS and not line.tokens[min(i + 2, len(line.tokens) - 1)].capital
        )

    def opens(self, line: Line, i: int) -> bool:
        """Return whether a phrase may precede a comma and a name: *The mayor of Harborough, Denise Okafor,*."""
        return (
            not i
            or line.lemma(i - 1) in self.articles
            or any(mark in self._lemmas(line, i) for mark in ("'s", "’s", "'", "’"))
        )

    def _lemmas(self, line: Line, i: int) -> tuple[str, ...]:
        return line.lemmas[i : i + MOST_BEFORE]

    def base_form(self, line: Line, span: Span) -> str:
        """Return the words of a phrase unchanged: English has no declension."""
        start = line.sentence.start
        return line.sentence.text[line.tokens[span[0]].start - start : line.tokens[span[1] - 1].stop - start]

    def skip_age(self, line: Line, i: int) -> int:
        """Return the position after an age: *, 45, a farmer*."""
        if line.lemma(i).isdigit() and line.lemma(i + 1) == ",":
            return i + 2
        return i

    def is_head(self, line: Line, i: int) -> bool:
        """Return whether a token names an office."""
        known = line.lemma(i) in self.heads or line.lemma(i).endswith(self.endings) or self._is_pair(line, i)
        return known and not line.name_at(i)

    def _is_pair(self, line: Line, i: int) -> bool:
        """Return whether two words name an office that ends with a token: *running back*."""
        return (line.lemma(i),) in {phrase[1:] for phrase in self.pairs.get(line.lemma(i - 1), ())}
