"""The Word template that every organisation starts from, made from nothing so that it can be remade.

Its words are Jinja's: an organisation changes the look in Word, keeps the tags it wants, and gives
the file back (``rempart.programmes.documents.word``).
"""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

TEAL, SOFT, UMBER = (
    RGBColor(0x0B, 0x5A, 0x5F),
    RGBColor(0x4D, 0x57, 0x59),
    RGBColor(0x7A, 0x4B, 0x12),
)
SAND, SAND_LINE = "EFE8D8", "CFC6B2"
Part = Any  # python-docx types its trees loosely


def make_template(path: Path) -> None:
    """Write the template to this path."""
    document = Document()
    _styles(document)
    _page(document.sections[0])
    _title_page(document)
    _body(document)
    document.save(str(path))


def _styles(document: Part) -> None:
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Cambria", Pt(10.5)
    for name, size, color in (
        ("Title", 26, TEAL),
        ("Heading 1", 16, TEAL),
        ("Heading 2", 12, TEAL),
    ):
        style = styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Cambria", Pt(size), color
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    missing = styles.add_style("Missing", 1)
    missing.base_style, missing.font.italic, missing.font.color.rgb = styles["Normal"], True, UMBER
    for name, is_bold in (("Cell", False), ("Cell head", True)):
        cell = styles.add_style(name, 1)
        cell.base_style, cell.font.size, cell.font.bold = styles["Normal"], Pt(9), is_bold
        cell.paragraph_format.space_after = Pt(2)
    styles["Caption"].font.color.rgb, styles["Caption"].font.size = SOFT, Pt(9)


def _page(section: Part) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "{{ title }}{% if is_draft %} – {{ draft_word }}{% endif %}"
    foot = section.footer.paragraphs[0]
    foot.add_run("{{ page_word }} ")
    _field(foot, "PAGE")


def _field(paragraph: Part, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001 -- python-docx has no words for fields


def _title_page(document: Part) -> None:
    document.add_paragraph("{{ subtitle }}", style="Subtitle")
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{%p if is_draft %}")
    document.add_paragraph("{{ draft_word }}", style="Missing")
    document.add_paragraph("{%p endif %}")
    table = document.add_table(rows=3, cols=2)
    _lines(table)
    table.rows[0].cells[0].text = "{%tr for fact in facts %}"
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = "{{ fact[0] }}", "{{ fact[1] }}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    document.add_paragraph("{{ notice }}", style="Caption")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _body(document: Part) -> None:
    document.add_paragraph("{%p for section in sections %}")
    document.add_paragraph("{{ section.number }}. {{ section.heading }}", style="Heading 1")
    document.add_paragraph("{%p for block in section.blocks %}")
    for when, text, style in (
        ("block.kind == 'paragraph' and not block.missing", "{{ block.text }}", "Normal"),
        ("block.kind == 'paragraph' and block.missing", "{{ block.text }}", "Missing"),
        ("block.kind == 'heading'", "{{ block.text }}", "Heading 2"),
    ):
        document.add_paragraph(f"{{%p if {when} %}}")
        document.add_paragraph(text, style=style)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if block.kind == 'bullets' %}")
    document.add_paragraph("{%p for item in block['items'] %}")
    document.add_paragraph("{{ item }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")
    _table(document)
    _chain(document)
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")


def _table(document: Part) -> None:
    document.add_paragraph("{%p if block.kind == 'table' %}")
    document.add_paragraph("{{ block.caption }}", style="Caption")
    table = document.add_table(rows=4, cols=3)
    _lines(table)
    head, before, row, after = table.rows
    for cells, name, loop in ((head.cells, "word", "block.head"), (row.cells, "cell", "line")):
        cells[0].text = f"{{%tc for {name} in {loop} %}}"
        cells[1].text = f"{{{{ {name} }}}}"
        cells[2].text = "{%tc endfor %}"
        for cell in cells:
            cell.paragraphs[0].style = "Cell head" if name == "word" else "Cell"
    for cell in head.cells:
        _shade(cell)
    before.cells[0].text = "{%tr for line in block.rows %}"
    after.cells[0].text = "{%tr endfor %}"
    repeated = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 -- as for fields
    document.add_paragraph("")
    document.add_paragraph("{%p endif %}")


def _lines(table: Part) -> None:
    """Give a table thin sand lines between its rows, and nothing else."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", SAND_LINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 -- as for fields


def _shade(cell: Part) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SAND)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 -- as for fields


def _chain(document: Part) -> None:
    document.add_paragraph("{%p if block.kind == 'chain' %}")
    document.add_paragraph("{{ block.caption }}", style="Heading 2")
    document.add_paragraph("{{ block.goal }}", style="Intense Quote")
    document.add_paragraph("{%p for objective in block.objectives %}")
    document.add_paragraph("↑ {{ objective.number }} {{ objective.text }}", style="List Bullet")
    document.add_paragraph("{%p for output in objective.outputs %}")
    document.add_paragraph("↑ {{ output.number }} {{ output.text }}", style="List Bullet 2")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")
