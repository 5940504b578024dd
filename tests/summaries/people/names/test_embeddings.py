"""The vocabulary of the Russian tagger gives the numbers that slovnet itself gives."""

from __future__ import annotations

from slovnet.vocab import Vocab

from summaries.people.names.embeddings import Vocabulary

WORDS = ["и", "москва", "президент", "<unk>", "<pad>"]


def test_words_get_the_numbers_that_slovnet_gives_them() -> None:
    theirs, ours = Vocab(WORDS), Vocabulary(WORDS)

    assert [ours.encode(word) for word in WORDS] == [theirs.encode(word) for word in WORDS]
    assert (ours.unk_id, ours.pad_id) == (theirs.unk_id, theirs.pad_id)


def test_a_word_that_the_vocabulary_lacks_is_the_unknown_word() -> None:
    assert Vocabulary(WORDS).encode("хрюк") == WORDS.index("<unk>")
