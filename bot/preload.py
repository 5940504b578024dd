"""Importing this module loads everything that a briefing needs.

The process that workers are forked from imports it, so that every worker starts warm, even one that replaces a killed
worker, and all of them share the models' memory.
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
gc.freeze()  # otherwise a collection in a worker would write to every object, and so unshare its memory
