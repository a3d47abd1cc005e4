"""The table of contents of a Word document: a field of Word's, filled so that it reads without Word.

It lists the paragraphs of style "toc 1" that the template filled in, each leading to the heading of
the same text. Page numbers are Word's own to count: it offers to when the document is first opened.
"""

from collections.abc import Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

CODE = ' TOC \\o "1-1" \\h \\z \\u '
Element = Any  # python-docx types its trees loosely


def link_contents(document: Element) -> None:
    """Make the contents a field of Word's; a template with a table of its own keeps that one."""
    paragraphs = document.paragraphs
    entries = [one for one in paragraphs if one.style.name.lower() == "toc 1"]
    own = [
        one for one in document.element.body.iter(qn("w:instrText")) if "TOC" in (one.text or "")
    ]
    if not entries or own:
        return
    headings = [one for one in paragraphs if one.style.name == "Heading 1"]
    for number, entry in enumerate(entries, 1):
        heading = next((one for one in headings if one.text == entry.text), None)
        if heading is not None:
            headings.remove(heading)
            name = f"_Toc{number:08}"
            _mark(heading._p, name, number)  # noqa: SLF001 -- python-docx has no words for bookmarks
            _lead(entry._p, name)  # noqa: SLF001 -- nor for links inside a document
    first, last = entries[0]._p, entries[-1]._p  # noqa: SLF001 -- nor for fields
    place = 0 if first.pPr is None else 1
    for run in reversed(list(_opening(CODE, is_stale=True))):
        first.insert(place, run)
    last.append(_run("end"))


def _mark(paragraph: Element, name: str, number: int) -> None:
    """Put a bookmark around a heading."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(9_000 + number))
    start.set(qn("w:name"), name)
    paragraph.insert(0 if paragraph.pPr is None else 1, start)
    paragraph.append(end)


def _lead(paragraph: Element, name: str) -> None:
    """Make a whole entry lead to a bookmark, and leave its page number to Word."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    link.set(qn("w:history"), "1")
    for run in paragraph.findall(qn("w:r")):
        link.append(run)
    tab = OxmlElement("w:r")
    tab.append(OxmlElement("w:tab"))
    link.append(tab)
    for run in (*_opening(f" PAGEREF {name} \\h "), _run("end")):
        link.append(run)
    paragraph.append(link)


def _opening(code: str, *, is_stale: bool = False) -> Iterator[Element]:
    """Yield the runs of a field up to where its result stands; a stale one is counted on opening."""
    begin = _run("begin")
    if is_stale:
        begin[0].set(qn("w:dirty"), "true")
    yield begin
    told, text = OxmlElement("w:r"), OxmlElement("w:instrText")
    text.text = code
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    told.append(text)
    yield told
    yield _run("separate")


def _run(kind: str) -> Element:
    run, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run
