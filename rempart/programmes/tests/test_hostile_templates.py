"""Word templates from outside: what is refused, why, and what is still taken."""

import io
import random
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from rempart.kit.refusals import RefusedError
from rempart.programmes.actions.documents import keep_template
from rempart.programmes.documents.safety import faults_of_template
from rempart.programmes.documents.word import default_template
from rempart.programmes.models.documents import OutlineTemplate
from rempart.programmes.tests.test_documents import port_city, uploaded, words_of_word
from tests.cast import bento, browser_of, dalia, passerelle

BODY, TYPES, LINKS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
SUBTITLE = "{{ subtitle }}"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FIELD = "</w:t></w:r><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd</w:instrText></w:r><w:r><w:t>{{ subtitle }}"


def changed(old: str, new: str, name: str = BODY, more: str = "") -> bytes:
    """Return the house's template with one text of one part changed, and one part added."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(default_template()) as house,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as template,
    ):
        for one in house.namelist():
            part = house.read(one)
            if one == name:
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode())
            template.writestr(one, part)
        if more:
            template.writestr(more, b"x")
    return made.getvalue()


def linked(kind: str, target: str) -> bytes:
    link = f'<Relationship Id="r99" Type="{KINDS}/{kind}" Target="{target}" TargetMode="External"/>'
    return changed("</Relationships>", f"{link}</Relationships>", LINKS)


def unpacking_to(size: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr(BODY, b"0" * size)
    return made.getvalue()


def refused(file: bytes) -> list[str]:
    with pytest.raises(RefusedError) as refusal:
        keep_template(passerelle(), by=dalia(), on=date(2027, 1, 1), name="x.docx", file=file)
    assert not OutlineTemplate.objects.exists()
    return refusal.value.reasons


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (unpacking_to(60_000_000), "template_too_big"),
        (changed("<w:body>", "<w:bo"), "template_not_word"),
        (changed("", "", more="word/vbaProject.bin"), "template_has_macros"),
        (changed("", "", more="word/embeddings/sheet.bin"), "template_has_macros"),
        (changed(MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml", TYPES), "template_has_macros"),
        (linked("attachedTemplate", "http://elsewhere.example/a.dotx"), "template_points_outside"),
        (linked("image", "http://elsewhere.example/seen.png"), "template_points_outside"),
        (linked("hyperlink", "file://server/share"), "template_points_outside"),
        (changed(SUBTITLE, FIELD), "template_points_outside"),
        (changed("<w:document", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document'), "template_points_outside"),
        (changed(SUBTITLE, "{{ ''.__class__ }}"), "template_forbidden"),
        (changed(SUBTITLE, "{{ title|attr('__class__') }}"), "template_forbidden"),
        (changed(SUBTITLE, "{{ '{0.__class__.__mro__}'.format(title) }}"), "template_forbidden"),
        (changed(SUBTITLE, "{{ cycler.__init__.__globals__.os.environ }}"), "template_forbidden"),
        (changed(SUBTITLE, "{% include '/etc/passwd' %}"), "template_fails"),
        (changed(SUBTITLE, "{{ subtitel }}"), "template_fails"),
        (changed(SUBTITLE, "{{ 'a'*10**10 }}"), "template_endless"),
        (changed("{{ section.heading }}", "x"), "template_lacks_sections"),
        (changed("{{ cell }}", "x"), "template_lacks_tables"),
        (changed("{{ output.number }} {{ output.text }}", "x"), "template_lacks_chain"),
    ],
)  # fmt: skip
def test_what_a_template_may_not_do_is_refused_with_its_reason(file: bytes, reason: str) -> None:
    assert refused(file) == [reason]


@pytest.mark.django_db
def test_every_reason_is_told_at_once() -> None:
    file = linked("aFChunk", "http://elsewhere.example/a.html")

    assert set(refused(file)) == {"template_has_macros", "template_points_outside"}


@pytest.mark.django_db
def test_a_link_that_a_reader_may_click_is_taken() -> None:
    file = linked("hyperlink", "https://ministry.example/")

    keep_template(passerelle(), by=dalia(), on=date(2027, 1, 1), name="x.docx", file=file)

    assert OutlineTemplate.objects.get().file


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_never_an_accident(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 -- the same damage each time, no secret
    file = bytearray(default_template().read_bytes())
    for _ in range(dice.randint(1, 40)):
        file[dice.randrange(len(file))] = dice.randrange(256)

    assert set(faults_of_template(bytes(file))) <= {
        "template_not_word",
        "template_too_big",
        "template_has_macros",
        "template_points_outside",
    }


@pytest.mark.django_db
def test_a_template_that_cannot_bear_a_programme_gives_way_to_the_houses_and_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    programme = port_city()
    only_short = "{% if sections|length > 5 %}{{ nothing.here }}{% endif %}{{ subtitle }}"
    own = uploaded(changed(SUBTITLE, only_short), "ours.docx")
    assert browser_of(dalia()).post("/programmes/template/", own).status_code == 302
    reader = browser_of(bento())

    answer = reader.get(f"/programmes/{programme.pk}/document/docx/?language=en")
    page = reader.get(f"/programmes/{programme.pk}/document/").content.decode()
    call_command("export_programme", str(programme.pk), format="docx", output=tmp_path / "a.docx")

    assert programme.title in words_of_word(bytes(answer.content))
    assert "template was used" in page
    assert "template failed" in capsys.readouterr().err
