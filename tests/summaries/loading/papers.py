"""Papers and reports as PDF files, made for the tests: what they say, and the layouts in which they are set."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


CASES = Path(__file__).parents[2] / "cases" / "papers"


@dataclass(frozen=True, slots=True)
class Words:
    """What the parts of a paper are called in a language."""

    abstract: str
    contents: str
    figure: str
    table: str
    references: str
    keywords: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: all its parts in the order in which they are read."""

    title: str
    authors: str
    abstract: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    figure: str
    """The caption of its figure, without the number."""
    table: str
    rows: tuple[tuple[str, ...], ...]
    footnote: str
    references: tuple[str, ...]
    cited: tuple[str, ...]
    """Surnames of people whom the references alone name."""
    words: Words
    language: str

    @property
    def body(self) -> list[str]:
        """All its paragraphs of prose."""
        return [*self.abstract, *(text for _, texts in self.sections for text in texts)]


def read_paper(language: str) -> Paper:
    """Return the paper in a language."""
    data: dict[str, Any] = tomllib.loads((CASES / f"{language}.toml").read_text(encoding="utf-8"))
    sections = tuple((section["name"], tuple(section["texts"])) for section in data.pop("sections"))
    rows = tuple(map(tuple, data.pop("rows")))
    lists: dict[str, Any] = {name: tuple(data.pop(name)) for name in ("abstract", "references", "cited")}
    return Paper(sections=sections, rows=rows, words=Words(**data.pop("words")), **lists, **data)


def _sections(paper: Paper, heading: str, extra: dict[int, str]) -> str:
    """Return the sections in Typst; `heading` has a place for the name, `extra` is what follows a section."""
    parts: list[str] = []
    for number, (name, texts) in enumerate(paper.sections):
        parts.append(heading.format(name=name))
        noted = [*texts]
        if number == 1:
            noted[0] += f"#footnote[{paper.footnote}]"
        parts += noted
        parts.append(extra.get(number, ""))
    return "\n\n".join(parts)


def _figure(paper: Paper, *, float_to: str = "auto", separator: str = ": ") -> str:
    word = paper.words.figure
    return f"""#figure(supplement: [{word}], placement: {float_to},
      rect(width: 80%, height: 3cm)[#set text(7pt); 0 #h(1fr) 100 #h(1fr) 300 g #v(1fr) above #h(1fr) below],
      caption: figure.caption(separator: [{separator}])[{paper.figure}])"""


def _table(paper: Paper, *, float_to: str = "auto", separator: str = ": ", above: bool = True) -> str:
    cells = ", ".join(f"[{cell}]" for row in paper.rows for cell in row)
    return f"""#figure(kind: table, supplement: [{paper.words.table}], placement: {float_to},
      table(columns: {len(paper.rows[0])}, stroke: 0.4pt, {cells}),
      caption: figure.caption(position: {"top" if above else "bottom"}, separator: [{separator}])[{paper.table}])"""


def _numbered(paper: Paper) -> Iterator[str]:
    for number, entry in enumerate(paper.references, 1):
        yield f"#grid(columns: (1.6em, 1fr), [\\[{number}\\]], [{entry}])"


def conference(paper: Paper) -> str:
    """Two columns with a title over both, the abstract in the first, numbered references and a float on top."""
    words = paper.words
    return f"""
#set page(paper: "a4", columns: 2, margin: 2cm, numbering: "1")
#set text(lang: "{paper.language}", size: 10pt, hyphenate: true, font: "Libertinus Serif")
#set par(justify: true, first-line-indent: 1em, spacing: 0.65em)
#set heading(numbering: "1.1")
#show heading: set text(size: 11pt)
#show figure.caption: set text(size: 8.5pt)
#place(top + center, scope: "parent", float: true)[#text(16pt, weight: "bold")[{paper.title}]

  #text(11pt)[{paper.authors}]

  #text(9pt)[University of Varlo, Harbour Road 1, Varlo · nora.field\\@varlo.example]
]
#align(center)[*{words.abstract}*]
#pad(x: 1em)[#set par(first-line-indent: 0em); {paper.abstract[0]}]

{_sections(paper, "= {name}", {0: _figure(paper, float_to="top"), 2: _table(paper, float_to="bottom")})}

#heading(numbering: none)[{words.references}]
#set text(size: 9pt)
{chr(10).join(_numbered(paper))}
"""


def engineering(paper: Paper) -> str:
    """Two columns, the abstract run in and bold, headings in capitals of the size of the text, small captions."""
    words = paper.words
    return f"""
#set page(paper: "us-letter", columns: 2, margin: 1.8cm,
  header: context text(7pt)[JOURNAL OF HARBOUR WORKS, VOL. 7, NO. 2, MARCH 2021 #h(1fr) #counter(page).display()])
#set text(lang: "{paper.language}", size: 10pt, hyphenate: true, font: "Libertinus Serif")
#set par(justify: true, first-line-indent: 1em, spacing: 0.6em)
#set heading(numbering: "I.")
#show heading: it => align(center, text(10pt, weight: "regular", smallcaps(it)))
#show figure.caption: set text(size: 8pt)
#show figure.caption: set align(left)
#place(top + center, scope: "parent", float: true)[#text(22pt)[{paper.title}]

  #text(11pt)[{paper.authors}]
]
#text(9pt, weight: "bold")[_{words.abstract}_—{paper.abstract[0]}]

#text(9pt, weight: "bold")[{words.keywords}]

{_sections(paper, "= {name}", {0: _table(paper, float_to="top"), 1: _figure(paper, float_to="bottom", separator=". ")})}

#align(center, smallcaps[{words.references}])
#set text(size: 8pt)
{chr(10).join(_numbered(paper))}
"""


def journal(paper: Paper) -> str:
    """An abstract over both columns between rules, running titles by turns, references without numbers."""
    words = paper.words
    entries = "\n\n".join(paper.references)
    return f"""
#set page(paper: "a4", margin: (x: 1.7cm, y: 2.4cm), header: context {{
  let n = counter(page).get().first()
  if n == 1 [Coastal Steel 34 (2021) 3–27 #h(1fr) www.coastal.example]
  else if calc.even(n) [#n #h(1fr) {paper.authors}] else [{paper.title} #h(1fr) #n]
}})
#set text(lang: "{paper.language}", size: 9.5pt, hyphenate: true, font: "Libertinus Serif")
#set par(justify: true, spacing: 1.1em)
#show heading: it => block(above: 1.4em, below: 0.8em, text(9.5pt, weight: "bold", it.body))
#show figure.caption: set text(size: 8pt)
#text(17pt)[{paper.title}]

{paper.authors}

#text(8pt, style: "italic")[Received 3 May 2020; accepted 12 January 2021]
#line(length: 100%)
*{words.abstract}*

{paper.abstract[0]}

_{words.keywords}_
#line(length: 100%)
#columns(2)[
{_sections(paper, "= {name}", {1: _figure(paper), 2: _table(paper)})}

= {words.references}
#set text(size: 8pt)
#set par(hanging-indent: 1em, spacing: 0.6em)
{entries}
]
"""


def report(paper: Paper) -> str:
    """A report in one column: a cover, contents with dots, numbered headings, a footer, an annex."""
    words = paper.words
    entries = "\n\n".join(paper.references)
    return f"""
#set page(paper: "a4", margin: 2.5cm)
#set text(lang: "{paper.language}", size: 11pt, font: "Libertinus Serif")
#set par(spacing: 1.2em)
#show figure.caption: set text(size: 9pt)
#v(5cm)
#text(26pt, weight: "bold")[{paper.title}]

#text(14pt)[{paper.authors}]

#v(1fr)
Varlo Institute · Report 88
#pagebreak()
#set page(numbering: "1", footer: context [#text(8pt)[Varlo Institute, Report 88 #h(1fr)
  #counter(page).display()]])
#outline(title: [{words.contents}])
#pagebreak()
#set heading(numbering: "1.1")
#heading(numbering: none)[{words.abstract}]
{paper.abstract[0]}

{_sections(paper, "= {name}", {0: _figure(paper), 2: _table(paper, separator=". ")})}

#heading(numbering: none)[{words.references}]
#set par(hanging-indent: 1.5em)
{entries}
"""


def manuscript(paper: Paper) -> str:
    """A working paper in one column with wide lines: the abstract on a page of its own, floats at the end."""
    words = paper.words
    entries = "\n\n".join(paper.references)
    return f"""
#set page(paper: "a4", margin: 3cm, numbering: "1")
#set text(lang: "{paper.language}", size: 12pt, font: "New Computer Modern")
#set par(leading: 1.3em, first-line-indent: 2em, spacing: 1.3em)
#align(center)[#text(17pt)[{paper.title}]

{paper.authors}

March 2021]
#align(center)[*{words.abstract}*]
#pad(x: 1.5cm)[#set par(first-line-indent: 0em, leading: 0.8em); #set text(10.5pt); {paper.abstract[0]}]
#pagebreak()
{_sections(paper, "= {name}", {})}

= {words.references}
#set par(hanging-indent: 2em, first-line-indent: 0em)
{entries}

#pagebreak()
{_table(paper)}
{_figure(paper)}
"""


def brief(paper: Paper) -> str:
    """A policy brief: two columns in a face without serifs, gaps between paragraphs, coloured headings, end notes."""
    words = paper.words
    entries = "\n\n".join(f"{number}. {entry}" for number, entry in enumerate(paper.references, 1))
    return f"""
#set page(paper: "a4", columns: 2, margin: 1.8cm, header: text(8pt)[POLICY BRIEF 12 #h(1fr) VARLO INSTITUTE],
  footer: context text(8pt)[www.varlo.example #h(1fr) #counter(page).display() / 3])
#set text(lang: "{paper.language}", size: 9pt, font: "DejaVu Sans")
#set par(spacing: 1.2em)
#show heading: it => block(text(11pt, fill: blue, it.body))
#show figure.caption: set text(size: 7.5pt)
#place(top, scope: "parent", float: true)[#text(20pt, weight: "bold")[{paper.title}]

{paper.authors}
]
= {words.abstract}
{paper.abstract[0]}

{_sections(paper, "= {name}", {0: _figure(paper, separator=". "), 2: _table(paper, above=False)})}

= {words.references}
#set text(size: 7.5pt)
{entries}
"""


def typeset(layout: Callable[[Paper], str], paper: Paper) -> bytes:
    """Return the PDF file of a paper in a layout."""
    return bytes(typst.compile(layout(_as_literals(paper)).encode()))


def _as_literals(paper: Paper) -> Paper:
    """Return a paper whose texts Typst sets as they are, whatever marks are in them."""
    return replace(
        paper,
        title=_literal(paper.title),
        authors=_literal(paper.authors),
        abstract=tuple(map(_literal, paper.abstract)),
        sections=tuple((_literal(name), tuple(map(_literal, texts))) for name, texts in paper.sections),
        figure=_literal(paper.figure),
        table=_literal(paper.table),
        rows=tuple(tuple(map(_literal, row)) for row in paper.rows),
        footnote=_literal(paper.footnote),
        references=tuple(map(_literal, paper.references)),
    )


def _literal(text: str) -> str:
    return '#"' + text.replace('"', '\\"') + '";'
