"""Verbs of speech in English: which report what somebody says, and which are passive or only hypothetical."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.speech.verb_phrases import end_of_phrase
from summaries.text.lexicon import calendar_words

if TYPE_CHECKING:
    from summaries.people.mentions import Line

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
CLAUSE = 8
"""Number of words after its verb within which a clause begins: *wrote on his page that*."""
LONGEST = 8
"""Number of words before *reported* that are searched for a comma."""
TIMES = frozenset({"on", "last", "this", "late", "early", "earlier", "week", "month", "year", "today", "yesterday"})
COORDINATORS = frozenset({"and", "or", "but"})
"""Words before a clause that continues another one: *a letter that she wrote and that was printed*."""
LINK = "["
"""The opening bracket of a Markdown link, before its text."""


class SpeechVerbs:
    """The verbs of speech of a language, looked up at a token in a sentence."""

    def __init__(self, language: str) -> None:
        self.data = load(People, language)
        self.calendar = calendar_words(language)
        self.barriers = self.data.prepositions - self.data.subordinators
        self.skipped = self.data.skipped_before_verbs | self.data.between | self.data.auxiliaries | {LINK}

    def find(self, line: Line, i: int) -> int | None:
        """Return the end of a verb of speech at a token, if it marks speech there."""
        lemma = line.lemma(i)
        for phrase in self.data.phrases_of_speech.get(lemma, ()):
            after = end_of_phrase(line, i, phrase, self.data.skipped_before_verbs)
            if after is not None:
                return None if line.lemma(after) in self.calendar else after
        if lemma not in self.data.verbs_of_speech or line.name_at(i) or (line.tokens[i].capital and i):
            return None
        if (
            line.lemma(i + 1)[:1].isdigit()
            or not self._asserts(line, i)
            or (lemma in self.data.weak_verbs and not self.tells(line, i))
        ):
            return None
        return i + 1

    def _asserts(self, line: Line, i: int) -> bool:
        """Return whether a verb is asserted: not an infinitive, hypothetical or passive."""
        n = i - 1
        while n >= 0 and line.lemma(n) in self.skipped - self.data.modals:
            n -= 1
        before = line.lemma(n)
        if before in self.data.modals or before in self.data.determiners or line.lemma(i - 1) in POSSESSIVES:
            return False
        if before in self.data.passives:
            return line.lemma(i) == "saying" or (line.lemma(i) in self.data.participles and line.lemma(i) != "saying")
        if line.lemma(i) == "saying":
            return True
        return line.lemma(i - 1) not in self.barriers

    def tells(self, line: Line, i: int) -> bool:
        """Return whether a verb has a quotation, a clause or a promised action as its content."""
        near = [line.lemma(n) for n in range(i + 1, min(i + CLAUSE, len(line.tokens)))]
        if line.lemma(i) in self.data.verbs_with:
            wanted = self.data.verbs_with[line.lemma(i)].split()
            if any(word in near for word in wanted) or ("as" in wanted and "as" in line.lemmas[i:]):
                return True
            if near and near[0].endswith("ing"):
                return True
        if line.lemma(i).startswith("report") and near:
            return self._reports(line, i)
        if line.lemma(i).startswith("post") and near:
            return near[0] in {"on", "that"} or line.quotes
        opened = (
            word in self.data.clause_words and line.lemma(n) not in COORDINATORS for n, word in enumerate(near, i)
        )
        return any(opened) or line.lemma(i + 1) == "," or line.quotes

    def _reports(self, line: Line, i: int) -> bool:
        """Return whether *reported* has content: after it, perhaps following a day, or before a comma."""
        after = i + 1
        while line.lemma(after) in self.calendar | TIMES:
            after += 1
        if after >= len(line.tokens) or line.lemma(after) == ".":
            return "," in line.lemmas[max(0, i - LONGEST) : i]
        opens = line.lemma(after) in self.data.determiners | self.data.clause_words
        return opens or line.tokens[after].capital or line.quotes

    def ends_clause(self, line: Line, i: int) -> bool:
        """Return whether only an aside or a time follows, not an object as in *he called Omar a friend*."""
        lemma = line.lemma(i)
        return (
            i >= len(line.tokens)
            or not line.tokens[i].word
            or lemma in self.barriers | self.data.subordinators | POSSESSIVES | self.calendar
            or lemma in {"and", "who", "when", "as", "last", "this", "yesterday", "today", "later", "during", "while"}
        )
