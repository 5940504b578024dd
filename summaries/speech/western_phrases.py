"""Noun phrases in German, French and Spanish, read forwards from their first word, and the kind of thing they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summaries.languages import read_list
from summaries.languages.schema import People, Places, load
from summaries.people.names.ordinary_words import is_given_name, is_ordinary_word
from summaries.people.roles.phrases import phrases_of
from summaries.text.lexicon import calendar_words, load_lexicon, territory_words
from summaries.text.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.people.mentions import Line

LONGEST = 9
"""Maximum length in words of a body's name."""
SHORTEST_PART = 3
"""Minimum length in letters of a word for a body at the end of a compound: *Forstamt*."""
ACRONYM = 2
HYPHEN = "-"
OPENING, CLOSING = frozenset({"„", "“", "«", '"', "»"}), frozenset({"“", "”", "»", '"', "«"})
Kind = Literal["person", "body", "source", "other"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without a person's name, as token indices."""

    start: int
    """Its start, including the article."""
    first: int
    """Its start, without the article."""
    inner: int
    """The end of its head; after that come its complements: *of the city*."""
    stop: int
    definite: bool


class PhraseReader:
    """Reads the phrases of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.data = load(People, language)
        self.grammar = phrases_of(language)
        self.capitals = load(Places, language).nouns_in_capitals
        self.places = territory_words(language)
        self.bodies = self.data.body_nouns | self.data.organisations
        self.endings = tuple(noun for noun in self.bodies if self.capitals and len(noun) >= SHORTEST_PART)
        self.brands = frozenset(read_list("en", "brands"))
        self.adjectives = tuple(self.data.office_adjectives)
        self.closed = (
            (stop_words(language) - self.data.determiners)
            | self.data.prepositions
            | self.data.clause_words
            | self.data.copulas
            | self.data.skipped_before_verbs
            | self.data.pronouns.keys()
            | calendar_words(language)
        )

    def read(self, line: Line, start: int, *, quoted: bool = False) -> Phrase | None:
        """Return the phrase that starts at a token; ``None`` if there is none, or it contains a person's name.

        Words in quotation marks are one phrase if `quoted` is set: *laut „Morgenpost“*.
        """
        first = start
        while line.lemma(first) in self.data.determiners:
            first += 1
        inner = self._closing(line, first) if quoted and self._is_quoted(line, first) else self._head(line, first)
        if inner == first:
            return None
        definite = first > start and line.lemma(start) not in self.data.indefinites
        stop = self._with_complements(line, inner, first)
        return Phrase(start, first, inner, stop, definite) if stop - first <= LONGEST else None

    def ending_at(self, line: Line, stop: int) -> Phrase | None:
        """Return the longest phrase that ends before a token."""
        for start in range(max(0, stop - LONGEST), stop):
            if line.lemma(start - 1) in self.data.determiners or self._goes_on(line, start):
                continue
            found = self.read(line, start)
            if found is not None and found.stop == stop:
                return found
        return None

    def _goes_on(self, line: Line, start: int) -> bool:
        """Return whether a word belongs to what precedes it, so that no phrase begins there."""
        before = start - 1
        if before < 0:
            return False
        if line.lemma(start) in self.data.determiners:
            owned = self.capitals and line.lemma(start) in self.data.complement_joins and line.tokens[before].capital
            return line.lemma(before) in self.data.complement_joins - self.data.determiners or (
                owned and before > 0 and self._is_inner(line, before)
            )
        return line.lemma(before) in {HYPHEN, *self.data.complement_joins} or self._adjoins(line, start)

    def _adjoins(self, line: Line, i: int) -> bool:
        """Return whether two words of a head are adjacent."""
        if self.capitals:
            return line.tokens[i - 1].capital and line.tokens[i].capital and self._is_inner(line, i - 1)
        return line.lemma(i - 1) in self.data.office_openers

    def _head(self, line: Line, i: int) -> int:
        """Return the end of a head that begins at a token."""
        seen = False
        while i < len(line.tokens) and self._is_inner(line, i):
            token = line.tokens[i]
            if seen and token.word and not token.capital and not self._is_adjective(line, i):
                break
            noun = token.capital if self.capitals else line.lemma(i) not in self.data.office_openers
            seen = seen or (token.word and noun)
            i += 1
        if not seen and self.capitals:
            return i if i and line.lemma(i - 1) in self.data.person_nouns else self._none(line, i)
        return i

    def _none(self, line: Line, i: int) -> int:
        """Return the start of lower-case words without a noun, so that they are not a phrase."""
        while i and self._is_inner(line, i - 1) and not line.tokens[i - 1].capital:
            i -= 1
        return i

    def _closing(self, line: Line, i: int) -> int:
        return next(n for n in range(i + 1, len(line.tokens)) if line.tokens[n].text in CLOSING) + 1

    def _is_quoted(self, line: Line, i: int) -> bool:
        """Return whether the name of something is in quotation marks: *laut „Morgenpost“*."""
        if i >= len(line.tokens) or line.tokens[i].text not in OPENING or i + 1 >= len(line.tokens):
            return False
        near = range(i + 2, min(i + LONGEST - 1, len(line.tokens)))
        return line.tokens[i + 1].capital and any(line.tokens[n].text in CLOSING for n in near)

    def _is_inner(self, line: Line, i: int) -> bool:
        token, lemma = line.tokens[i], line.lemma(i)
        if line.name_at(i):
            return False
        if lemma == HYPHEN:
            return 0 < i < len(line.tokens) - 1 and line.tokens[i - 1].stop == token.start
        if not token.word or lemma in self.data.determiners:
            return False
        if lemma in self.data.verbs_of_speech or lemma in self.data.perfect_auxiliaries:
            return token.capital and i > 0
        return lemma not in self.closed or (token.capital and i > 0 and lemma not in self.data.pronouns)

    def _is_adjective(self, line: Line, i: int) -> bool:
        """Return whether a lower-case word modifies the noun before it: *Banco Central **nicaragüense***."""
        if line.lemma(i - 1) == HYPHEN:
            return True
        return not self.capitals and line.lemma(i).removesuffix("s").endswith(self.adjectives)

    def _with_complements(self, line: Line, i: int, first: int) -> int:
        """Return the end of a phrase with its complements: *of the city*, a short form in brackets."""
        while i - first < LONGEST:
            if line.lemma(i) == "(" and line.lemma(i + 2) == ")" and line.tokens[i + 1].text.isupper():
                i += 3
                continue
            after = i
            while line.lemma(after) in self.data.complement_joins | self.data.determiners:
                after += 1
            if line.lemma(i) not in self.data.complement_joins or after >= len(line.tokens):
                return i
            inner = self._head(line, after)
            if inner == after:
                return i
            i = inner
        return i

    # --- what it names

    def kind(self, line: Line, phrase: Phrase) -> Kind:
        """Return whether a phrase denotes a body, an unnamed person, a report or study, or something else."""
        inside = [n for n in range(phrase.first, phrase.inner) if line.tokens[n].word]
        heads = self._heads(line, inside)
        if any(line.lemma(n) in self.data.cue_sources for n in heads):
            return "source"
        if any(self._is_body(line, n) for n in heads):
            return "body"
        if any(self.is_person(line, n) for n in heads):
            return "person"
        return "body" if self._is_proper(line, phrase, inside) else "other"

    def _heads(self, line: Line, inside: list[int]) -> list[int]:
        """Return the words of a phrase that may indicate its kind: in German all nouns, else the first."""
        if self.capitals:
            # In a hyphenated compound only the last part counts.
            whole = [n for n in inside if line.lemma(n + 1) != HYPHEN or n + 1 >= len(line.tokens)]
            return [n for n in whole if line.tokens[n].capital] or inside
        nouns = [n for n in inside if line.lemma(n) not in self.data.office_openers]
        return nouns[:1]

    def _is_body(self, line: Line, i: int) -> bool:
        lemma = line.lemma(i)
        if lemma in self.bodies:
            return True
        forms = {lemma, lemma.removesuffix("s"), lemma.removesuffix("es")} if self.capitals else {lemma}
        return bool(self.endings) and any(form.endswith(self.endings) for form in forms)

    def is_person(self, line: Line, i: int) -> bool:
        """Return whether a word denotes a person: an office, an occupation, *woman*."""
        return line.lemma(i) in self.data.person_nouns | self.data.kin or self.grammar.is_head(line, i)

    def _is_proper(self, line: Line, phrase: Phrase, inside: list[int]) -> bool:
        """Return whether a name is not a person's: an acronym, or a capitalised word with an article."""
        if not inside:
            return False
        if line.tokens[phrase.first].text in OPENING:
            return True
        texts = [line.tokens[n].text for n in inside]
        if " ".join(texts).lower() in self.brands:
            return True
        if any(text.isupper() and text.isalpha() and len(text) >= ACRONYM for text in texts):
            return not any(text.lower() in self.places for text in texts)
        if not phrase.definite or phrase.first == 0 or not all(text[0].isupper() for text in texts):
            return False
        return not any(self._is_known(text, phrase) for text in texts)

    def _is_known(self, text: str, phrase: Phrase) -> bool:
        """Return whether a capitalised word is an ordinary word, a place or possibly a person's name."""
        lower = text.lower()
        if lower in self.places or lower in load_lexicon("cities") or lower in self.data.groups:
            return True
        if self.capitals:
            return is_ordinary_word(text, self.language) or is_given_name(text, self.language)
        return phrase.inner - phrase.first == 1 and lower.removesuffix("s") in self.places

    def named(self, line: Line, phrase: Phrase) -> str:
        """Return the words of a phrase as the name of a body, without its article, marks and brackets."""
        stop = phrase.stop
        if line.lemma(stop - 1) == ")":
            stop -= 3
        first, quoted = phrase.first, line.tokens[phrase.first].text in OPENING
        tokens = line.tokens[first + quoted : phrase.inner - 1 if quoted else stop]
        begin = line.sentence.start
        return " ".join(line.sentence.text[tokens[0].start - begin : tokens[-1].stop - begin].split())

    def forms(self, line: Line, phrase: Phrase) -> Iterator[str]:
        """Yield the words of the head of a phrase, in lower case."""
        yield from (line.lemma(n) for n in range(phrase.first, phrase.inner) if line.tokens[n].word)
