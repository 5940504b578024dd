"""Judges names by context in German, French and Spanish, for which the tagger was not trained.

A surname after an office, a first name after *her son*, and the only possible speaker of a quotation are people; a
street, a prize, a firm, a film and a school are not, though named after somebody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages import read_list
from summaries.languages.schema import People, Places, load
from summaries.people.names.ordinary_words import is_given_name, is_ordinary_word
from summaries.text.lexicon import calendar_words, load_lexicon, territory_words
from summaries.text.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.text.tokens import Token

LANGUAGES = frozenset({"de", "es", "fr"})
Span = tuple[int, int]
OPENING, CLOSING = frozenset('„“«»"‚‘'), frozenset('“”»«"‘’')
REFLEXIVES = frozenset({"s'", "s’", "se"})
MARKS = OPENING | CLOSING | {",", "-", "–", "—"}
HYPHEN = "-"
ARTICLES = frozenset({("de", "la"), ("de", "los"), ("de", "las")})
FULL, LONGEST = 2, 4
FIRMS = frozenset({"ag", "gmbh", "kg", "se", "sa", "s.a", "s.a.", "sarl", "sas", "inc", "ltd", "llc", "s.l", "s.l."})


def find_by_context(tokens: Sequence[Token], language: str) -> Iterator[Span]:
    """Yield the spans of tokens that the preceding words show to be people."""
    if language not in LANGUAGES:
        return
    i = 0
    while i < len(tokens):
        stop = _end(tokens, i, language) if _may_begin(tokens, i, language) else i
        shown = stop > i and (
            _is_kin(tokens, i, stop, language)
            or _speaks(tokens, i, stop, language)
            or _holds(tokens, i, stop, language)
        )
        if shown:
            yield i, stop
        i = max(stop if shown else i + 1, i + 1)


def _may_begin(tokens: Sequence[Token], i: int, language: str) -> bool:
    token = tokens[i]
    if i == 0 or not token.capital or not token.word or token.text.isupper() or len(token.text) <= FULL:
        return False
    lower, own = token.text.lower(), load(People, language)
    if lower in territory_words(language) | own.organisations | own.titles | own.body_nouns:
        return False
    return lower not in stop_words(language) and not _is_office(lower, language)


def _is_office(lower: str, language: str) -> bool:
    own = load(People, language)
    forms = {lower, lower.removesuffix("n"), lower.removesuffix("en")}
    known = own.offices | own.kin | own.person_nouns | own.groups
    return not known.isdisjoint(forms) or any(form.endswith(tuple(own.office_endings)) for form in forms)


def _end(tokens: Sequence[Token], i: int, language: str) -> int:
    """Return the end of a name that begins at a token."""
    particles = load(People, language).particles
    stop = _over_articles(tokens, i + 1) if is_given_name(tokens[i].text, language) else i + 1
    while stop < len(tokens) and stop - i < LONGEST:
        token = tokens[stop]
        inner = token.text.lower() in particles and stop + 1 < len(tokens) and tokens[stop + 1].capital
        if not inner and not (token.capital and token.word and not is_ordinary_word(token.text, language)):
            break
        stop += 1
    return stop


def _over_articles(tokens: Sequence[Token], i: int) -> int:
    """Return the end of a surname that begins with *de la*: *Gonzalo **de la Rocha***."""
    pair = tuple(token.text for token in tokens[i : i + 2])
    follows = pair in ARTICLES and i + 2 < len(tokens) and tokens[i + 2].capital
    return i + 3 if follows else i


def _is_kin(tokens: Sequence[Token], i: int, stop: int, language: str) -> bool:
    """*Ihr Sohn Florian*, *su hija Micaela*, *son mari, Marcel,*."""
    own = load(People, language)
    apart = tokens[i - 1].text == ","
    noun = i - 1 - apart
    if noun < 1 or tokens[noun].text.lower() not in own.kin or tokens[noun - 1].text.lower() not in own.owners:
        return False
    closed = stop < len(tokens) and tokens[stop].text in {",", "."}
    return is_given_name(tokens[i].text, language) and (closed or not apart)


def _speaks(tokens: Sequence[Token], i: int, stop: int, language: str) -> bool:
    """*“…”, meinte Moldering*: there is only a surname between the verb and the end of its clause."""
    own = load(People, language)
    verb = tokens[i - 1].text
    before = i - 2 - (i > FULL and tokens[i - 2].text.lower() in REFLEXIVES)
    if i < FULL or tokens[before].text not in MARKS or verb.lower() not in own.verbs_of_speech | own.verbs_of_manner:
        return False
    if not verb.islower() or verb.endswith(("en", "ent", "n")):
        return False
    following = tokens[stop] if stop < len(tokens) else None
    closed = following is None or not following.word or following.text.lower() in own.prepositions
    if following is not None and following.text == HYPHEN:
        return False
    quoted = any(tokens[n].text in CLOSING for n in (before, before - 1) if n >= 0)
    return closed and (quoted or _is_surname(tokens, i, stop, language))


def _is_surname(tokens: Sequence[Token], i: int, stop: int, language: str) -> bool:
    lower = tokens[stop - 1].text.lower()
    if tokens[i].text.lower() in calendar_words(language):
        return False
    if lower in load_lexicon("cities") and lower not in load_lexicon("last"):
        return False
    known = load(Places, language).nouns_in_capitals and is_ordinary_word(tokens[stop - 1].text, language)
    return stop - i > 1 or not known or lower in load_lexicon("last")


def _holds(tokens: Sequence[Token], i: int, stop: int, language: str) -> bool:
    """*El juez Ponce*, *Meeresbiologin Frauke Tiedjens*: an office before words that are in no dictionary."""
    own = load(People, language)
    before = tokens[i - 1]
    lower = before.text.lower()
    if lower in own.body_nouns or not (lower in own.offices or lower.endswith(tuple(own.office_endings))):
        return False
    if load(Places, language).nouns_in_capitals:
        words = [token.text for token in tokens[i:stop]]
        return before.capital and len(words) >= FULL and not any(is_ordinary_word(word, language) for word in words)
    definite = i > 1 and tokens[i - 2].text.lower() in own.role_starts | own.office_openers
    return definite and not before.capital and not is_ordinary_word(tokens[i].text, language)


def is_thing(tokens: Sequence[Token], span: Span, language: str) -> bool:
    """Return whether a span that looks like a name is that of a street, firm, prize, film or place."""
    if language not in LANGUAGES:
        return False
    start, stop = span
    stop -= tokens[stop - 1].text == HYPHEN
    own = load(People, language)
    following = tokens[stop] if stop < len(tokens) else None
    if tokens[stop - 1].text.lower() in FIRMS or (following is not None and following.text.lower() in FIRMS):
        return True
    if start and tokens[start - 1].text.lower() in own.things:
        return True
    name = " ".join(token.text for token in tokens[start:stop])
    if (stop - start == 1 and name.isupper() and len(name) > 1) or name.lower() in read_list("en", "brands"):
        return True
    title = start > 0 and tokens[start - 1].text in OPENING and following is not None and following.text in CLOSING
    return (title and stop - start >= FULL) or _is_compound(tokens, start, stop, language)


def _is_compound(tokens: Sequence[Token], start: int, stop: int, language: str) -> bool:
    """Return whether a span is part of a hyphenated word: *Clara-Wendt-Schule*, *Sainte-Rose-du-Lac*."""
    if start and tokens[start - 1].text == HYPHEN and tokens[start - 1].stop == tokens[start].start:
        return True
    capitals = load(Places, language).nouns_in_capitals
    if stop + 1 < len(tokens) and tokens[stop].text == HYPHEN and tokens[stop].start == tokens[stop - 1].stop:
        glued = tokens[stop].stop == tokens[stop + 1].start
        return glued and (not capitals or is_ordinary_word(tokens[stop + 1].text, language)) and stop - start > 1
    joined = [n for n in range(start + 1, stop) if tokens[n].text == HYPHEN]
    if not joined:
        return capitals and _is_followed(tokens, start, stop, language)
    last = tokens[stop - 1].text
    if capitals and tokens[stop - 2].text == HYPHEN and last.lower() not in load_lexicon("last"):
        return is_ordinary_word(last, language)
    lone = len(joined) * 2 + 1 == stop - start
    return lone and is_given_name(tokens[start].text, language) and not is_given_name(last, language)


def _is_followed(tokens: Sequence[Token], start: int, stop: int, language: str) -> bool:
    """Return whether a noun follows a full name that opens a sentence: *Anna Bergmann **Moden** schließt*."""
    if start or stop - start < FULL or stop >= len(tokens) or not tokens[stop].capital:
        return False
    return tokens[stop].word and is_ordinary_word(tokens[stop].text, language)
