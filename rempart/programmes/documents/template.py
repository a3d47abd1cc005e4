"""The Word template that every organisation starts from, made from nothing so that it can be remade.

Its words are Jinja's: an organisation changes the look in Word, keeps the tags it wants, and gives
the file back (``rempart.programmes.documents.word``).
"""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

TEAL, SOFT, UMBER = (
    RGBColor(0x0B, 0x5A, 0x5F),
    RGBColor(0x4D, 0x57, 0x59),
    RGBColor(0x7A, 0x4B, 0x12),
)
SAND, SAND_LINE = "EFE8D8", "CFC6B2"
NUMBERS = "{{ output.activities|map(attribute=0)|join(' · ') }}"
Part = Any  # python-docx types its trees loosely


def make_template(path: Path) -> None:
    """Write the template to this path."""
    document = Document()
    _styles(document)
    _settings(document)
    _page(document.sections[0])
    _title_page(document)
    _body(document)
    document.save(str(path))


def _styles(document: Part) -> None:
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Cambria", Pt(10.5)
    for name, size, color in (
        ("Title", 26, TEAL),
        ("Subtitle", 12, SOFT),
        ("Heading 1", 16, TEAL),
        ("Heading 2", 12, TEAL),
    ):
        style = styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Cambria", Pt(size), color
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    styles["Title"].font.bold, styles["Subtitle"].font.italic = True, False
    styles["Title"].paragraph_format.space_after = Pt(18)
    for line in styles["Title"].element.iter(qn("w:pBdr")):
        line.getparent().remove(line)
    styles["Subtitle"].paragraph_format.space_before = Cm(3)
    looks: tuple[tuple[str, bool, float, RGBColor | None], ...] = (
        ("Missing", False, 10.5, UMBER),
        ("Draft", True, 12, UMBER),
        ("Notice", False, 9, SOFT),
        ("Contents", True, 16, TEAL),
        ("Cell", False, 9, None),
        ("Cell head", True, 9, None),
        ("Arrow", True, 9, TEAL),
        ("toc 1", False, 10.5, None),
    )
    for name, is_bold, points, ink in looks:
        _style(styles, name, points, ink, is_bold=is_bold)
    styles["Missing"].font.italic = True
    styles["Arrow"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["Arrow"].paragraph_format.keep_with_next = True
    styles["toc 1"].paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
    caption = styles["Caption"]
    caption.font.color.rgb, caption.font.size = SOFT, Pt(9)
    caption.paragraph_format.keep_with_next = True
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(8), Pt(3)


def _style(styles: Part, name: str, size: float, color: RGBColor | None, *, is_bold: bool) -> None:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.size, style.font.bold = styles["Normal"], Pt(size), is_bold
    style.font.color.rgb = color
    style.paragraph_format.space_after = Pt(2)


def _settings(document: Part) -> None:
    """Let long words of narrow columns be hyphenated, and Word work in its present mode."""
    settings = document.settings.element
    hyphenation = OxmlElement("w:autoHyphenation")
    settings.find(qn("w:defaultTabStop")).addnext(hyphenation)
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")


def _page(section: Part) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "{{ title }}{% if is_draft %} – {{ draft_word }}{% endif %}"
    section.header.paragraphs[0].style = "Notice"
    foot = section.footer.paragraphs[0]
    foot.style, foot.alignment = "Notice", WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("{{ page_word }} ")
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")


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
    document.add_paragraph("{{ draft_word }}", style="Draft")
    document.add_paragraph("{%p endif %}")
    table = document.add_table(rows=3, cols=2)
    _lines(table)
    table.rows[0].cells[0].text = "{%tr for fact in facts %}"
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = "{{ fact[0] }}", "{{ fact[1] }}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    _columns(table, Cm(4), Cm(13))
    document.add_paragraph("")
    document.add_paragraph("{{ notice }}", style="Notice")
    contents = document.add_paragraph("{{ contents_word }}", style="Contents")
    contents.paragraph_format.page_break_before = True
    document.add_paragraph("{%p for section in sections %}")
    document.add_paragraph("{{ section.number }}. {{ section.heading }}", style="toc 1")
    document.add_paragraph("{%p endfor %}")
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
    for one in (head, row):
        _keep_whole(one)
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


def _columns(table: Part, *widths: int) -> None:
    """Give a table columns of these widths, whatever they hold."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _keep_whole(row: Part) -> None:
    """Keep a row on one page, as long as a page can hold it."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 -- as for fields


def _shade(cell: Part) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SAND)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 -- as for fields


def _chain(document: Part) -> None:
    """Draw the results chain as tables, which whoever works on the text can change."""
    document.add_paragraph("{%p if block.kind == 'chain' %}")
    document.add_paragraph("{{ block.caption }}", style="Heading 2")
    goal = document.add_table(rows=1, cols=1)
    _lines(goal)
    goal.rows[0].cells[0].text = "{{ block.goal }}"
    goal.rows[0].cells[0].paragraphs[0].style = "Cell head"
    _shade(goal.rows[0].cells[0])
    document.add_paragraph("{%p for objective in block.objectives %}")
    document.add_paragraph("▲", style="Arrow")
    _branch(document)
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("")
    document.add_paragraph("{%p endif %}")


def _branch(document: Part) -> None:
    """Draw an objective over its outputs, each beside the numbers of its activities."""
    table = document.add_table(rows=5, cols=2)
    _lines(table)
    _columns(table, Cm(11.5), Cm(5.5))
    aim, names, before, row, after = table.rows
    whole = aim.cells[0].merge(aim.cells[1])
    whole.text = "{{ objective.number }} {{ objective.text }}"
    whole.paragraphs[0].style = "Cell head"
    _shade(whole)
    for cells, texts, style in (
        (names.cells, ("{{ block.columns[1] }}", "{{ block.columns[2] }}"), "Notice"),
        (row.cells, ("{{ output.number }} {{ output.text }}", NUMBERS), "Cell"),
    ):
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
            cell.paragraphs[0].style = style
    before.cells[0].text = "{%tr for output in objective.outputs %}"
    after.cells[0].text = "{%tr endfor %}"
    for one in (aim, names, row):
        _keep_whole(one)
    for cell in (*aim.cells, *names.cells):
        cell.paragraphs[0].paragraph_format.keep_with_next = True
