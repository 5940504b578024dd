"""Sentence boundaries: rules that join what a splitter wrongly splits, and split what it wrongly joins.

Each rule returns `JOIN`, `PART` or ``None``; the first answer counts, and without one the splitter's decision stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from summaries.languages import read_list
from summaries.languages.schema import Openings, People, Pointing, Sentences, Words, load, load_sentences
from summaries.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = Literal["JOIN", "PART"] | None
CLOSERS = "\"”’»“)]'"
OPENERS = "\"“„«‘([*'¿¡—–-"
SMILEY = r"[\u2600-\u27bf\u2b00-\u2bff\u2800\ufe0f\u200d\U0001f000-\U0001faff]"
GAP = re.compile(rf"(?:[.!?…‥]{{1,12}}(?:[ ]''|[{re.escape(CLOSERS)}]{{0,4}})|\){{2,9}}|{SMILEY}{{1,20}})(?=\s)")
"""Marks that may end a sentence, with any closing quotation marks and brackets."""
VIEW = 48
"""Number of characters on either side that the rules see."""
LAST_WORD = re.compile(rf"([^\W_]+(?:[.-]{{1,2}}[^\W_]+)*)\.[{re.escape(CLOSERS)}]*$")
SPACED = re.compile(rf"(?<!\w)((?:[^\W\d_]{{1,3}}\.[ \u00a0]){{1,2}}[^\W\d_]{{1,4}})\.[{re.escape(CLOSERS)}]*$")
"""An abbreviation of several words with spaces between them: *n. Chr.*, *т. п.*"""
INITIALS = re.compile(r"(?:[A-ZÀ-ÞА-Я]\.\s){1,2}[A-ZÀ-ÞА-Я]")
ORDINAL = re.compile(r"(?:^|[\s(])\d{1,2}\.$")
COUNTED = re.compile(r"([^\W\d_]+)\.\s\d{1,2}\.$")
MARKER = re.compile(r"^[•⁃*·–-]?\s?(?:\d{1,3}|[a-z])[.)]{1,2}$")
INITIAL = re.compile(r"(?:^|[\s.\"“„«(–—-])([^\W\d_])\.$")
PLAIN_LETTER = re.compile(r"[^\W\d_]{3,} [^\W\d_]\.$")
BRACKETED = re.compile(r"\([^\W\d_]{1,5}\.$")
LONGEST_SHORT = 4
LEFT_OUT = re.compile(r"[\[(](?:\.\.\.|…)[\])]")
DOTTED = re.compile(r"(?:^|[\s(“„«\"'])(?:[^\W\d_]\.){2,6}$")
"""Single letters, each followed by a full stop: *C.I.A.*, *B.C.*"""
ASKED = re.compile(r"[?!][”\"»’]$")
SUBJECT = re.compile(r"(?:(?:[A-Z][\w.'’-]*|of|the|de|del|van|von|der|al|bin|and|&),? ){1,7}")
PLAIN_SUBJECT = re.compile(
    r"(?:The|A|An|His|Her|Their|One|Another|[A-Z]\w+['’]s) (?:[\w-]+ ){1,3}?(?=\w+[.,]|(?:\w+ed|told|said) )"
)
"""A person described without a name: *The engineer*, *Varlo’s mayor*."""
OBJECT = r"the|a|an|his|her|him|them|me|us|reporters|journalists|[A-Z]\w+"
SPOKE = re.compile(
    rf"([a-z]+)(?:[.,;:!]|$| (?:in|on|at|after|during|as|when|while|with|from|before)\b)|(asked|told) (?:{OBJECT})\b"
)
WONDERED = re.compile(r"(?:[\w.'’-]+ ){1,6}wanted to know\b")
LONE_STOP = re.compile(r"\w['\")]* [.!?](?: '')?$")
CLOSING = {"«": "»", "“": "”", "„": "“”"}
"""Opening quotation marks and their closing counterparts."""
SENTENCE_MARK = re.compile(r"[.!?]")
LAST_SMILEY = re.compile(rf"(?:{SMILEY}|\)\))$")
SMILEYS = re.compile(rf"{SMILEY}+|[:;]-?[)(DP](?!\w)")


@dataclass(frozen=True, slots=True)
class Gap:
    """A possible sentence boundary: the text `before` it, closing marks included, and `after` it."""

    before: str
    after: str
    language: str

    @property
    def abbreviation(self) -> str:
        """The word before a single full stop, in lower case, including inner dots; empty if there is none."""
        found = LAST_WORD.search(self.before)
        return found[1].lower() if found else ""

    @property
    def table(self) -> Sentences:
        """The abbreviations of the language."""
        return load_sentences(self.language)

    def closes_with(self, known: Words) -> bool:
        """Return whether the text before a single full stop ends with one of the abbreviations."""
        spaced = SPACED.search(self.before)
        if spaced and not INITIALS.fullmatch(spaced[1]) and re.sub(r"\s", "", spaced[1].lower()) in known:
            return True
        return self.abbreviation in known or self.abbreviation.rpartition("-")[2] in known

    @property
    def opening(self) -> str:
        """What follows, without opening marks."""
        return self.after.lstrip(OPENERS + " \u00a0")

    @property
    def opens_a_sentence(self) -> bool:
        """Whether the next word often opens sentences and is neither an initial nor a name."""
        word = WORD.match(self.opening)
        if word is None or not word[0][0].isupper() or self.opening[word.end() : word.end() + 1] == ".":
            return False
        elided = re.split(r"['’]", word[0].lower())[0]
        return word[0].lower() in _starters(self.language) or elided in self.table.elisions


def decide(gap: Gap) -> Answer:
    """Return the answer of the first rule that applies to a gap."""
    return next((answer for rule in RULES if (answer := rule(gap))), None)


def a_smiley_belongs_to_what_it_follows(gap: Gap) -> Answer:
    """“Lovely! 🙏”; a new sentence may start after the smiley."""
    if SMILEYS.match(gap.after):
        return "JOIN"
    if LAST_SMILEY.search(gap.before):
        return "PART" if gap.opening[:1].isupper() else "JOIN"
    return None


def an_omission_belongs_to_what_it_follows(gap: Gap) -> Answer:
    """“He went. […] She stayed.”; likewise a closing mark after a space, as in French and in tokenized texts."""
    return "JOIN" if LEFT_OUT.match(gap.after) or gap.after.startswith(("» ", "'' ")) else None


def a_list_marker_belongs_to_its_item(gap: Gap) -> Answer:
    """“1. The first item”."""
    return "JOIN" if MARKER.match(gap.before) else None


def an_ordinal_is_followed_by_its_noun(gap: Gap) -> Answer:
    """“im 18. Jahrhundert”, in languages that write ordinals with a full stop; but “siehe S. 12. Die Brücke …”."""
    if not gap.table.ordinals or not ORDINAL.search(gap.before):
        return None
    counted = COUNTED.search(gap.before)
    if counted and counted[1].lower() in gap.table.numbered:
        return "PART" if gap.opening[:1].isupper() else "JOIN"
    return "JOIN"


def a_title_is_followed_by_a_name(gap: Gap) -> Answer:
    """“Gen. Brown”, “e.g. Oslo”, “им. Пушкина”."""
    return "JOIN" if gap.closes_with(gap.table.never_final) else None


def a_question_in_quotation_marks_is_somebodys(gap: Gap) -> Answer:
    """“‘Who will pay?’ Mayor Long asked.”: the sentence continues up to the reporting verb."""
    if not ASKED.search(gap.before):
        return None
    verbs = load(People, gap.language).verbs_of_speech
    subjects = (SUBJECT.match(gap.after), PLAIN_SUBJECT.match(gap.after))
    spoke = [found for one in subjects if one and (found := SPOKE.match(gap.after, one.end()))]
    is_said = any((found[1] or found[2]) in verbs for found in spoke)
    return "JOIN" if is_said or WONDERED.match(gap.after) else None


def a_sentence_ends_with_a_mark(gap: Gap) -> Answer:
    """“Ode et al. [2004] studied tides.”: before a small letter, a bracket or number is not the end of a sentence."""
    last = gap.before[-1:]
    if gap.after[:1] in {",", ";"}:
        return "JOIN"
    return "JOIN" if gap.after[:1].islower() and (last.isalnum() or last in {")", "]"}) else None


def a_stop_inside_a_name_ends_nothing(gap: Gap) -> Answer:
    """Keep “the act «On roads etc. General terms»” together: no sentence ends inside the quotation marks."""
    if not gap.closes_with(gap.table.maybe_final):
        return None
    opened = max((gap.before.rfind(mark), mark) for mark in CLOSING)
    closing = CLOSING[opened[1]]
    if opened[0] < 0 or any(mark in closing for mark in gap.before[opened[0] + 1 :]):
        return None
    close = next((place for place, mark in enumerate(gap.after) if mark in closing), -1)
    return "JOIN" if close >= 0 and not SENTENCE_MARK.search(gap.after, 0, close) else None


def a_stop_after_a_space_ends(gap: Gap) -> Answer:
    """“he left . she stayed .”: in tokenized texts, the dots of abbreviations are not separated."""
    if gap.language == "fr" and not gap.before.endswith("."):
        return None
    return "PART" if LONE_STOP.search(gap.before) and not gap.after.startswith((".", "!", "?")) else None


def a_list_ends_with_its_etc(gap: Gap) -> Answer:
    """“Er kaufte Farbe, Pinsel usw. Dann begann er.”: what ends lists and years mostly ends sentences too."""
    return "PART" if gap.closes_with(gap.table.usually_final) and gap.opening[:1].isupper() else None


def an_abbreviation_ends_where_a_sentence_opens(gap: Gap) -> Answer:
    """Keep “the U.S. Senate” together, split “in the U.S. He left” and “в 1799 г. Он”."""
    if not gap.closes_with(gap.table.maybe_final):
        return None
    if gap.after[:1] in {"(", "["}:
        return "JOIN"
    if gap.opens_a_sentence:
        return "PART"
    return None if gap.opening[:1].isupper() else "JOIN"


def a_dotted_acronym_ends_where_a_sentence_opens(gap: Gap) -> Answer:
    """Split “He worked for the C.I.A. The agency denied it.”."""
    return "PART" if DOTTED.search(gap.before) and gap.opens_a_sentence else None


def an_initial_is_followed_by_a_name(gap: Gap) -> Answer:
    """“В. И. Ленин”, “J. K. Marlow”; but “a plan B. Then …”."""
    found = INITIAL.search(gap.before)
    if found is None or not found[1].isupper() or gap.closes_with(gap.table.maybe_final):
        return None
    if gap.opens_a_sentence and PLAIN_LETTER.search(gap.before):
        return "PART"
    return "JOIN" if gap.opening[:1].isupper() else None


def a_small_letter_continues(gap: Gap) -> Answer:
    """“voc. classes”, “«Да?» — сказал он”: after a possible abbreviation, after speech, and after a dash."""
    first = gap.after.lstrip("—–- \u00a0")
    if not first[:1].islower():
        return None
    short = len(gap.abbreviation) <= LONGEST_SHORT and gap.before.endswith(".") and not gap.before.endswith("..")
    return "JOIN" if short or gap.before.endswith(("”", "»", '"', "“")) or first != gap.after else None


def a_bracketed_abbreviation_is_followed_by_its_figure(gap: Gap) -> Answer:
    """“(fig. 3)”, “(род. 21 декабря)”."""
    return "JOIN" if BRACKETED.search(gap.before) and gap.after[:1].isdigit() else None


def a_bracketed_sentence_ends_with_its_bracket(gap: Gap) -> Answer:
    """“(Laughter.) This is new.”."""
    return "PART" if gap.before.endswith((".)", "!)", "?)")) and gap.opening[:1].isupper() else None


RULES: tuple[Callable[[Gap], Answer], ...] = (
    a_smiley_belongs_to_what_it_follows,
    an_omission_belongs_to_what_it_follows,
    a_list_marker_belongs_to_its_item,
    a_question_in_quotation_marks_is_somebodys,
    a_sentence_ends_with_a_mark,
    a_stop_after_a_space_ends,
    an_ordinal_is_followed_by_its_noun,
    a_title_is_followed_by_a_name,
    a_stop_inside_a_name_ends_nothing,
    a_list_ends_with_its_etc,
    an_abbreviation_ends_where_a_sentence_opens,
    a_dotted_acronym_ends_where_a_sentence_opens,
    an_initial_is_followed_by_a_name,
    a_small_letter_continues,
    a_bracketed_abbreviation_is_followed_by_its_figure,
    a_bracketed_sentence_ends_with_its_bracket,
)


@cache
def _starters(language: str) -> frozenset[str]:
    entries = (*read_list(language, "stopwords"), *load(Openings, language).openings, *load(Pointing, language).back)
    return frozenset(entry.lower() for entry in entries if " " not in entry)
