"""The house's own Word template, and who may change how documents look."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied

from rempart.programmes.actions.documents import change_headings, drop_template, keep_template
from rempart.programmes.documents.template import make_template
from rempart.programmes.documents.word import default_template
from tests.cast import amina, bento, chipo, passerelle

PARTS = ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/footer1.xml")


def test_the_template_that_is_kept_is_the_one_the_program_makes(tmp_path: Path) -> None:
    made = tmp_path / "outline.docx"

    make_template(made)

    with zipfile.ZipFile(made) as fresh, zipfile.ZipFile(default_template()) as kept:
        for part in PARTS:
            assert fresh.read(part) == kept.read(part), f"{part}: make the template again"


@pytest.mark.django_db
def test_only_the_administrator_of_the_organisation_changes_how_its_documents_look() -> None:
    for person in (amina(), bento(), chipo()):
        with pytest.raises(PermissionDenied):
            change_headings(passerelle(), by=person, language="en", headings={"risks": "X"})
        with pytest.raises(PermissionDenied):
            keep_template(passerelle(), by=person, on=date(2027, 1, 1), name="x", file=b"")
        with pytest.raises(PermissionDenied):
            drop_template(passerelle(), by=person)
