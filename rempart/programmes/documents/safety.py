"""Why a file that comes as a Word template is not taken: told before it is filled, and after."""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from rempart.programmes.documents.blocks import (
    Block,
    Bullets,
    Chain,
    ChainObjective,
    ChainOutput,
    Heading,
    Outline,
    Paragraph,
    Section,
    Table,
)

LARGEST_TEMPLATE = 5_000_000  # bytes
LARGEST_UNPACKED = 50_000_000
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,  # it wants a password
    NotImplementedError,
)
ACTIVE_NAME = re.compile(r"vba|activex|^word/embeddings/", re.IGNORECASE)
ACTIVE_TYPE = re.compile(rb"macroenabled|vbaproject|activex|oleobject", re.IGNORECASE)
ACTIVE_LINK = re.compile(r"/(vbaProject|control|oleObject|package|aFChunk|subDocument)$")
HARMLESS_LINK = re.compile(r"(https?|mailto):", re.IGNORECASE)  # followed only by whoever clicks it
REACHING = re.compile(  # fields by which Word fetches from elsewhere, or runs what it finds
    r"\b(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|DDEAUTO|DDE|LINK|DATABASE|MACROBUTTON|RD)\b",
    re.IGNORECASE,
)
TRIAL = {  # what a trial prints, and the fault of a template that does not print it
    "zztitlezz": "template_lacks_title",
    "zzdraftzz": "template_lacks_draft",
    "zzheadingzz": "template_lacks_sections",
    "zzparagraphzz": "template_lacks_sections",
    "zzmissingzz": "template_lacks_sections",
    "zzunderzz": "template_lacks_sections",
    "zzbulletzz": "template_lacks_sections",
    "zzheadzz": "template_lacks_tables",
    "zzcellzz": "template_lacks_tables",
    "zzoutputzz": "template_lacks_chain",
}


def faults_of_template(file: bytes) -> list[str]:
    """Return why a file cannot be a template, before it is ever filled; codes, all at once."""
    if len(file) > LARGEST_TEMPLATE:
        return ["template_too_big"]
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                return ["template_too_big"]
            parts = {name: packed.read(name) for name in packed.namelist()}
    except UNREADABLE:
        return ["template_not_word"]
    return list(dict.fromkeys(_faults(parts)))


def _faults(parts: dict[str, bytes]) -> Iterator[str]:
    if not {"word/document.xml", "[Content_Types].xml"} <= parts.keys():
        yield "template_not_word"
    if ACTIVE_TYPE.search(parts.get("[Content_Types].xml", b"")):
        yield "template_has_macros"
    for name, text in parts.items():
        if ACTIVE_NAME.search(name):
            yield "template_has_macros"
        if name.endswith((".rels", ".xml")):
            yield from _faults_of_part(text)


def _faults_of_part(text: bytes) -> Iterator[str]:
    """Yield what a part declares, points at or fetches that no template may."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        tree = etree.fromstring(text, parser)
    except etree.XMLSyntaxError:
        yield "template_not_word"
        return
    if tree.getroottree().docinfo.internalDTD is not None:
        yield "template_points_outside"
    for link in tree.iter("{*}Relationship"):
        if ACTIVE_LINK.search(link.get("Type", "")):
            yield "template_has_macros"
        if link.get("TargetMode", "").lower() == "external" and not _is_harmless(link):
            yield "template_points_outside"
    if REACHING.search(_fields(tree)):
        yield "template_points_outside"


def _is_harmless(link: etree._Element) -> bool:
    is_hyperlink = link.get("Type", "").endswith("/hyperlink")
    return is_hyperlink and bool(HARMLESS_LINK.match(link.get("Target", "")))


def _fields(tree: etree._Element) -> str:
    """Return the codes of all fields: a code may be spread over several runs."""
    simple = [one.get(name, "") for one in tree.iter("{*}fldSimple") for name in one.keys()]  # noqa: SIM118 -- an element, no mapping
    return "".join(one.text or "" for one in tree.iter("{*}instrText")) + " ".join(["", *simple])


def trial() -> Outline:
    """Return an outline that has one of everything, by which a template is tried."""
    branch = ChainOutput(number="1.1", text="zzoutputzz", activities=[("1.1.1", "Do")])
    aim = ChainObjective(number="1", text="An aim", assumption="", outputs=[branch])
    blocks: list[Block] = [
        Paragraph(text="zzparagraphzz"),
        Paragraph(text="zzmissingzz", missing=True),
        Heading(text="zzunderzz"),
        Bullets(items=["zzbulletzz"]),
        Table(caption="A table", head=["zzheadzz", "B"], rows=[["zzcellzz", "b"]], widths=(1, 2)),
        Chain(caption="C", columns="123", goal="A goal", alternative="", objectives=[aim]),
    ]
    return Outline(
        language="en",
        title="zztitlezz",
        subtitle="An outline",
        is_draft=True,
        draft_word="zzdraftzz",
        notice="A notice",
        facts=[("A fact", "said")],
        contents_word="Contents",
        page_word="Page",
        sections=[Section(slug="s", number="1", heading="zzheadingzz", blocks=blocks)],
    )


def faults_of_trial(filled: bytes) -> list[str]:
    """Return what a template leaves out that a reader must find; codes, all at once."""
    with zipfile.ZipFile(io.BytesIO(filled)) as packed:
        told = b"".join(packed.read(name) for name in packed.namelist() if name.startswith("word/"))
    return list(dict.fromkeys(code for mark, code in TRIAL.items() if mark.encode() not in told))
