"""The documents of a programme of forty pages: PDF against the bare typst call, Word by the clock."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from io import BytesIO
from itertools import cycle, islice

import typst
from django.conf import settings
from pypdf import PdfReader

from rempart.programmes.documents.blocks import Outline
from rempart.programmes.documents.outline import outline_of
from rempart.programmes.documents.pdf import to_pdf
from rempart.programmes.documents.word import to_word
from rempart.programmes.rules.plan import Plan
from tests.bench import Bench
from tests.bench.review import example

ENOUGH = 40  # pages


def forty_pages() -> tuple[Plan, int]:
    """Return the example programme, its objectives told again until it fills forty pages."""
    plan, pages = example(), 0
    told = cycle(plan.objectives)
    objectives = [*islice(told, len(plan.objectives))]
    while pages < ENOUGH:
        objectives.append(replace(next(told), key=f"again-{len(objectives)}"))
        plan = replace(plan, objectives=tuple(objectives))
        outline = outline_of(plan, language="fr", is_draft=True)
        pages = len(PdfReader(BytesIO(to_pdf(outline))).pages)
    return plan, pages


def benches() -> Iterator[Bench]:
    """From the plan to the file, with everything in between."""
    plan, pages = forty_pages()

    def outline() -> Outline:
        return outline_of(plan, language="fr", is_draft=True)

    told = {"outline": json.dumps(asdict(outline()), ensure_ascii=False)}
    bare = typst.Compiler(input=str(settings.CONTENT_FOLDERS[0] / "documents" / "outline.typ"))
    texts = iter(range(10**9))

    def fresh() -> Outline:
        """Return the outline with another title: nothing is remembered from the last call."""
        return replace(outline(), title=f"{plan.title} {next(texts)}")

    def floor() -> object:
        data = told["outline"].replace(plan.title, f"{plan.title} {next(texts)}", 1)
        return bare.compile(format="pdf", sys_inputs={"outline": data}, pdf_standards=["ua-1"])

    yield Bench(
        name=f"documents: PDF of {pages} pages",
        run=lambda: to_pdf(fresh()),
        floor=floor,
        times=1.5,
        seconds=0.3,
        rounds=10,
    )
    yield Bench(name="documents: Word", run=lambda: to_word(fresh()), seconds=1, rounds=10)
