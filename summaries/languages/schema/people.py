"""What a language says of people: names, offices, speech."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from summaries.languages.schema.kinds import Forms, Phrases, Words


@dataclass(frozen=True, slots=True)
class People:
    """What a language says of people, in lower case: forms of address, offices, verbs of speech."""

    FILE: ClassVar[str] = "people"
    titles: Words
    """Forms of address before a name: no part of it and no office."""
    suffixes: Words = frozenset()
    """Words after a name that are part of it: *Jr*."""
    particles: Words = frozenset()
    offices: Words = frozenset()
    """The heads of offices: *minister*."""
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
    """What may stand between a cue and who speaks: *according to **data** from*."""
    cues_possessive: Words = frozenset()
    possessive_openers: Words = frozenset()
    skipped_before_verbs: Words = frozenset()
    clause_words: Words = frozenset()
    pronouns: Forms = field(default_factory=dict)
    """Pronouns in the nominative, with the sex of those whom they mean."""
    possessives: Forms = field(default_factory=dict)
    abbreviations: Words = frozenset()
    before_places: Words = frozenset()
    endings: Words = frozenset()
    """Endings of words that are hardly surnames."""
    eastern_surnames: Words = frozenset()
    """Surnames that stand before the given name."""
    office_openers: Words = frozenset()
    office_abbreviations: Words = frozenset()
    kin: Words = frozenset()
    names_in_stopwords: Words = frozenset()
    articles: Words = frozenset()
    role_starts: Words = frozenset()
    role_cuts: Words = frozenset()
    origins: Words = frozenset()
    inverting: Words = frozenset()
    """Verbs that may stand between an office and a name: *директором стал Иванов*."""
    credit_openers: tuple[str, ...] = ()
    """How a sentence begins that says who wrote or photographed."""
    credit_notes: tuple[str, ...] = ()
    """What stands in such a sentence."""
    occupations: Words = frozenset()
    """More heads of what somebody is: *goalkeeper*, *cameraman*."""
    office_adjectives: Words = frozenset()
    """Endings of adjectives behind the head of an office: *gobernador regional*."""
    office_prefixes: Words = frozenset()
    """What a word for an office may begin with: *exministro*."""
    office_phrases: Phrases = field(default_factory=dict)
    """Heads of two words: *running back*."""
    introducing: Words = frozenset()
    """What may stand between an occupation and a name: *a surveyor named Lind*."""
    relations: Words = frozenset()
    """Nouns that tie a person to another or to a body: *employee*; they state something behind a name only."""
    person_nouns: Words = frozenset()
    """Nouns for people beside offices: *woman*, *witness*."""
    noun_sexes: Forms = field(default_factory=dict)
    body_nouns: Words = frozenset()
    """Nouns for what speaks and is no person: *ministry*, *report*."""
    verbs_of_mind: Words = frozenset()
    """Verbs with which people tell what they think, and of bodies others do: *expects*."""
    verbs_of_manner: Words = frozenset()
    """Verbs that mark speech only right behind it: *smiles*."""
    anaphors: Words = frozenset()
    """Nouns that mean a body named before where they stand alone: *the company*."""
    general_anaphors: Words = frozenset()
    """Those of them that may mean a body of any kind: *the group*."""
    owners: Words = frozenset()
    """Words before a noun that tie it to somebody: *its*."""
    determiners: Words = frozenset()
    auxiliaries: Words = frozenset()
    """Verbs that may stand between a subject and its verb of speech."""
    verbs_with: Forms = field(default_factory=dict)
    """Weak verbs that are speech with a word behind them too: *described it as*."""
    narrators: Words = frozenset()
    """Words in the speaker label of who tells the story of a broadcast."""
    coordinators: Words = frozenset()
    """Words between two clauses of which each may have a speaker: *while*."""
    modals: Words = frozenset()
    """Words before a verb of speech with which nothing is said: *would say*, *to say*."""
    passives: Words = frozenset()
    """Verbs before a participle with which its subject does not speak: *was told*."""
    participles: Words = frozenset()
    """Forms of verbs of speech that take the subject of the clause before: *, saying that*."""
    plural_verbs: Words = frozenset()
    """Forms of verbs of speech that one person alone does not go with."""
    subordinators: Words = frozenset()
    """Prepositions that may open a clause: *after Smith said*."""
    addressing_verbs: Words = frozenset()
    """Verbs of speech after which comes who is spoken to: *told*."""
    oblique: Forms = field(default_factory=dict)
    """Pronouns in other cases, with the sex of those whom they mean."""
    groups: Words = frozenset()
    """Words for many people, as the last of a name: *Democrats*."""
    clause_starts: Words = frozenset()
    """Words and marks behind which a clause may begin."""
    phrase_starts: Words = frozenset()
    """Words that open a phrase before the subject: ***While** in Rome, she*."""
    place_prepositions: Words = frozenset()
    """Further prepositions before people: *at*."""
    irregular_pasts: Words = frozenset()
    """Verbs in the past, and words before verbs, that often follow a subject."""
    neuter: Words = frozenset()
    """Pronouns that mean no person: *it*."""
    things: Words = frozenset()
    """What somebody is said to be never, and a company, a place or a product is: *festival*."""
    works: Words = frozenset()
    """What stands before its own name, which may be that of a person: *the **film** Jane Eyre*."""
    sexes: Forms = field(default_factory=dict)
    """Forms of address that tell the sex."""
    article_sexes: Forms = field(default_factory=dict)
    """Articles that tell the sex of whom a noun means: *la*."""
    indefinites: Words = frozenset()
    """Those of the determiners that speak of somebody for the first time: *un*."""
    split_verbs: Forms = field(default_factory=dict)
    """First parts of verbs of speech, with the parts that may close the clause: *teilte … mit*."""
    split_joins: Words = frozenset()
    """Words that may follow the last part of such a verb: *teilte mit, **dass***."""
    perfect_auxiliaries: Words = frozenset()
    past_participles: Words = frozenset()
    """Participles that are speech with one of the auxiliaries: *hat gesagt*."""
    complement_joins: Words = frozenset()
    """Words inside the name of a body: *ministère **de** l'Intérieur*."""
    opinion_openers: Words = frozenset()
    """Prepositions before who thinks something, where they open a sentence: *pour*."""
    cues_behind: Words = frozenset()
    """Prepositions behind their source: *zufolge*."""
    reporting: Phrases = field(default_factory=dict)
    """Impersonal verbs before where something is said: *heißt es in*."""
    messages: Words = frozenset()
    """Endings of nouns for what is said or written: *Schreiben*."""
    times: Words = frozenset()
    """Words of time and of occasions that may stand between a verb and its subject: *this*, *morning*."""
    clitics: Words = frozenset()
    """Pronouns before a verb that let its subject follow: *así **lo** explicó*."""
    summing_up: Words = frozenset()
    """Words that open a sentence which says whose words the one before was: ***So** beschreibt es*."""
    denials: Words = frozenset()
    """Words behind a verb with which nothing is said: *nichts*."""
    strangers: Words = frozenset()
    """Nouns that mean somebody beside those who are named: *spokesman*."""
    subjunctive: Words = frozenset()
    """Forms of verbs that tell what somebody else has said: *sei*, *habe*."""
    subjunctive_plural: Words = frozenset()
    """Forms that do so only where the sentence before does: *hätten*."""
