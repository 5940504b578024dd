"""Loads what the first briefing needs, when it is imported.

The process that the workers are forked from imports it: a worker begins warm, also one that takes the place of a
worker which was killed, and all of them share the memory of the models.
"""

from __future__ import annotations

import gc

import summaries
from summaries.ask import answer
from summaries.loading import read, read_text

TEXTS = (
    "Mayor Ada Brown said on Monday that the bridge would open on 3 May 2019. " * 9,
    "Министр Иван Орлов сказал в среду, что мост построят к 3 мая 2019 года. " * 9,
)
PAGE = "<!doctype html><html><head><title>Words</title></head><body><article><p>{}</p></article></body></html>"

for _text in TEXTS:
    answer(summaries.brief(read_text(_text)), _text[:70])
summaries.brief(read(PAGE.format(TEXTS[0]).encode(), name="words.html"))
gc.collect()
gc.freeze()  # a collection in a worker would write to every object, and so copy its memory
