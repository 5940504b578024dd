"""The words of a language for people: names, offices, speech."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from summaries.languages.schema.kinds import Forms, Phrases, Words


@dataclass(frozen=True, slots=True)
class People:
    """Words for people, in lower case: forms of address, offices, verbs of speech."""

    FILE: ClassVar[str] = "people"
    titles: Words
    """Forms of address before a name: neither part of it nor an office."""
    suffixes: Words = frozenset()
    """Words after a name that are part of it: *Jr*."""
    particles: Words = frozenset()
    offices: Words = frozenset()
    """Head nouns of offices: *minister*."""
    office_endings: Words = frozenset()
    organisations: Words = frozenset()
    relatives: Words = frozenset()
    between: Words = frozenset()
    copulas: Words = frozenset()
    role_joins: Words = frozenset()
    conjunctions: Words = frozenset()
    prepositions: Words = frozenset()
    verbs_of_speech: Words = frozenset()
    weak_verbs: Words = frozenset()
    phrases_of_speech: Phrases = field(default_factory=dict)
    cues_before: Phrases = field(default_factory=dict)
    cues_announcing: Phrases = field(default_factory=dict)
    cue_sources: Words = frozenset()
    """Words that may come between a cue and its source: *according to **data** from*."""
    cues_possessive: Words = frozenset()
    possessive_openers: Words = frozenset()
    skipped_before_verbs: Words = frozenset()
    clause_words: Words = frozenset()
    pronouns: Forms = field(default_factory=dict)
    """Pronouns in the nominative, with the sex of their referents."""
    possessives: Forms = field(default_factory=dict)
    abbreviations: Words = frozenset()
    before_places: Words = frozenset()
    kinds_of_places: Words = frozenset()
    """Nouns before *of* and the name of a place that may look like a person's: *the **states** of Bahia and Acre*."""
    endings: Words = frozenset()
    """Endings of words that are unlikely to be surnames."""
    eastern_surnames: Words = frozenset()
    """Surnames that precede the given name."""
    office_openers: Words = frozenset()
    office_abbreviations: Words = frozenset()
    kin: Words = frozenset()
    names_in_stopwords: Words = frozenset()
    articles: Words = frozenset()
    role_starts: Words = frozenset()
    role_cuts: Words = frozenset()
    origins: Words = frozenset()
    inverting: Words = frozenset()
    """Verbs that may come between an office and a name: *директором стал Иванов*."""
    credit_openers: tuple[str, ...] = ()
    """Beginnings of sentences that credit a writer or photographer."""
    credit_notes: tuple[str, ...] = ()
    """Phrases within such a sentence."""
    occupations: Words = frozenset()
    """Head nouns of occupations: *goalkeeper*, *cameraman*."""
    office_adjectives: Words = frozenset()
    """Endings of adjectives after the head of an office: *gobernador regional*."""
    office_prefixes: Words = frozenset()
    """Prefixes of words for offices: *exministro*."""
    office_phrases: Phrases = field(default_factory=dict)
    """Two-word heads: *running back*."""
    introducing: Words = frozenset()
    """Words that may come between an occupation and a name: *a surveyor named Lind*."""
    relations: Words = frozenset()
    """Nouns that relate a person to another or to a body: *employee*; they count as roles only after a name."""
    person_nouns: Words = frozenset()
    """Nouns for people other than offices: *woman*, *witness*."""
    noun_sexes: Forms = field(default_factory=dict)
    body_nouns: Words = frozenset()
    """Nouns for sources other than people: *ministry*, *report*."""
    verbs_of_mind: Words = frozenset()
    """Verbs of thought: they mark people's own words, but not those of bodies: *expects*."""
    verbs_of_manner: Words = frozenset()
    """Verbs that mark speech only directly after it: *smiles*."""
    anaphors: Words = frozenset()
    """Nouns that, on their own, refer to a body named before: *the company*."""
    general_anaphors: Words = frozenset()
    """Those of them that may refer to a body of any kind: *the group*."""
    owners: Words = frozenset()
    """Possessives before a noun: *its*."""
    determiners: Words = frozenset()
    auxiliaries: Words = frozenset()
    """Auxiliaries that may come between a subject and its verb of speech."""
    verbs_with: Forms = field(default_factory=dict)
    """Weak verbs that also mark speech if followed by a certain word: *described it as*."""
    narrators: Words = frozenset()
    """Words in the speaker label of a broadcast's narrator."""
    coordinators: Words = frozenset()
    """Words between two clauses, each of which may have its own speaker: *while*."""
    modals: Words = frozenset()
    """Words before a verb of speech that then does not report speech: *would say*, *to say*."""
    passives: Words = frozenset()
    """Auxiliaries before a participle whose subject does not speak: *was told*."""
    participles: Words = frozenset()
    """Participles of speech that share the subject of the clause before: *, saying that*."""
    plural_verbs: Words = frozenset()
    """Plural forms of verbs of speech, of which a single person cannot be the subject."""
    subordinators: Words = frozenset()
    """Prepositions that may open a clause: *after Smith said*."""
    addressing_verbs: Words = frozenset()
    """Verbs of speech followed by the addressee: *told*."""
    oblique: Forms = field(default_factory=dict)
    """Pronouns in other cases, with the sex of their referents."""
    groups: Words = frozenset()
    """Words for groups of people at the end of a name: *Democrats*."""
    clause_starts: Words = frozenset()
    """Words and punctuation marks after which a clause may begin."""
    phrase_starts: Words = frozenset()
    """Words that open a phrase before the subject: ***While** in Rome, she*."""
    place_prepositions: Words = frozenset()
    """Further prepositions before people: *at*."""
    irregular_pasts: Words = frozenset()
    """Irregular past tenses, and words before verbs, that often follow a subject."""
    neuter: Words = frozenset()
    """Pronouns that do not refer to people: *it*."""
    things: Words = frozenset()
    """Nouns that describe companies, places or products, but never people: *festival*."""
    works: Words = frozenset()
    """Nouns before a title that may look like a person's name: *the **film** Jane Eyre*."""
    sexes: Forms = field(default_factory=dict)
    """Forms of address that indicate the sex."""
    article_sexes: Forms = field(default_factory=dict)
    """Articles that indicate the sex of a noun's referent: *la*."""
    indefinites: Words = frozenset()
    """Determiners that introduce somebody: *un*."""
    split_verbs: Forms = field(default_factory=dict)
    """First parts of verbs of speech, with the parts that may close the clause: *teilte … mit*."""
    split_joins: Words = frozenset()
    """Words that may follow the second part of such a verb: *teilte mit, **dass***."""
    perfect_auxiliaries: Words = frozenset()
    past_participles: Words = frozenset()
    """Participles that mark speech with one of the auxiliaries: *hat gesagt*."""
    complement_joins: Words = frozenset()
    """Words inside the name of a body: *ministère **de** l'Intérieur*."""
    opinion_openers: Words = frozenset()
    """Prepositions before the holder of an opinion, at the start of a sentence: *pour*."""
    cues_behind: Words = frozenset()
    """Postpositions after their source: *zufolge*."""
    reporting: Phrases = field(default_factory=dict)
    """Impersonal verbs before the place where something is said: *heißt es in*."""
    messages: Words = frozenset()
    """Endings of nouns for what is said or written: *Schreiben*."""
    times: Words = frozenset()
    """Words for times and occasions that may come between a verb and its subject: *this*, *morning*."""
    clitics: Words = frozenset()
    """Pronouns before a verb whose subject follows it: *así **lo** explicó*."""
    summing_up: Words = frozenset()
    """Words that open a sentence attributing the previous one: ***So** beschreibt es*."""
    denials: Words = frozenset()
    """Words after a verb of speech that then does not report speech: *nichts*."""
    strangers: Words = frozenset()
    """Nouns for somebody other than the people named: *spokesman*."""
    subjunctive: Words = frozenset()
    """Verb forms of reported speech: *sei*, *habe*."""
    subjunctive_plural: Words = frozenset()
    """Verb forms that mark reported speech only if the previous sentence is reported: *hätten*."""
