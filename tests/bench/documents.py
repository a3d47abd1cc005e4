"""The documents of a programme of forty pages: PDF against the bare typst call, Word by the clock."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace

import typst
from django.conf import settings

from rempart.programmes.documents.blocks import Outline
from rempart.programmes.documents.outline import outline_of
from rempart.programmes.documents.pdf import to_pdf
from rempart.programmes.documents.word import to_word
from rempart.programmes.rules.plan import Plan
from tests.bench import Bench
from tests.bench.review import example


def forty_pages() -> Plan:
    """Return the example programme with its results told twice over: about forty pages."""
    plan = example()
    twice = tuple(
        replace(one, key=f"{one.key}-{turn}") for turn in range(2) for one in plan.objectives
    )
    return replace(plan, objectives=twice)


def benches() -> Iterator[Bench]:
    """From the plan to the file, with everything in between."""
    plan = forty_pages()

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
        name="documents: PDF of forty pages",
        run=lambda: to_pdf(fresh()),
        floor=floor,
        times=1.5,
        seconds=0.3,
        rounds=10,
    )
    yield Bench(name="documents: Word", run=lambda: to_word(fresh()), seconds=1, rounds=10)
