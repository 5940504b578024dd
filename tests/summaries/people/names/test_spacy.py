"""A pipeline of spaCy serves behind the same interface; the test builds a small one itself."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from summaries.people.names.spacy import choose_pipeline, find_with_pipeline

ROOT = Path(__file__).parents[4]
TEXT = "Zyx Qwv met nobody in Oslo. Zyx Qwv left."
PROGRAM = f"from summaries.people import find_names; print(find_names({TEXT!r}, 'en'))"
SPANS = [(0, 7), (28, 35)]
needs_spacy = pytest.mark.skipif(find_spec("spacy") is None, reason="spaCy is not installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    import spacy

    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Zyx Qwv"}, {"label": "GPE", "pattern": "Oslo"}])
    pipeline.to_disk(tmp_path / "saved")
    return tmp_path / "saved"


@needs_spacy
def test_a_saved_pipeline_gives_the_spans_of_people_alone(folder: Path) -> None:
    assert find_with_pipeline(folder, TEXT) == SPANS


@needs_spacy
def test_an_installed_pipeline_is_chosen_for_its_language(folder: Path, tmp_path: Path) -> None:
    package, info = tmp_path / "site" / "en_tiny_sm", tmp_path / "site" / "en_tiny_sm-1.0.dist-info"
    package.mkdir(parents=True)
    info.mkdir()
    load = f"import spacy\ndef load(**options):\n    return spacy.load({str(folder)!r}, **options)\n"
    (package / "__init__.py").write_text(load, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: en_tiny_sm\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[spacy_models]\nen_tiny_sm = en_tiny_sm\n", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path / "site"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM], env={"PYTHONPATH": path}, capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == str(SPANS)


def test_without_a_pipeline_for_a_language_none_is_chosen() -> None:
    assert choose_pipeline("tlh") is None
