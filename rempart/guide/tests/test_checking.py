"""A name in the content that leads nowhere is found at the start, and told with its file's name."""

from pathlib import Path

import pytest
from django.conf import settings

from rempart.guide.catalogue import ContentError, catalogue, load
from rempart.guide.rules.bearing import Why

CONTENT = settings.CONTENT_FOLDERS[0]
BOX = "number: 99\ntitle: A box of our own\ntext: Fictional.\n"


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("catalogue/box/box.08.yaml", "items:", "items:\n  i99: {text: x, themes: [fun]}",
         "box.08.i99: fun is not in list guide_theme"),
        ("catalogue/stakeholder/st.ngos.yaml", "group: ngos", "group: martians",
         "group: martians is not in list stakeholder_group"),
        ("catalogue/example/ex.12.yaml", "{area: risk,", "{area: moon,",
         "place: moon is not in list guide_area"),
        ("figure-1.yaml", "  act.18:\n", "  act.88:\n", "rows: there is no act.88"),
        ("figure-1.yaml", "{group: media,", "{group: martians,", "martians is no column"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_told(
    tmp_path: Path, name: str, old: str, new: str, fault: str
) -> None:
    before = (CONTENT / name).read_text("utf-8")
    assert old in before
    copy = tmp_path / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(before.replace(old, new), "utf-8")

    with pytest.raises(ContentError) as caught:
        load([CONTENT, tmp_path])

    assert fault in str(caught.value)


def test_what_bears_on_an_entry_of_another_catalogue_follows_its_own_words(tmp_path: Path) -> None:
    file = tmp_path / "catalogue" / "box" / "box.08.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{BOX}place: {{part: box, number: 8}}\nactions: [36]\n", "utf-8")
    theirs = load([CONTENT, tmp_path]).entry("box.08")

    found = {b.entry.slug: b.reasons for b in catalogue().bearing_on(theirs)}

    assert any(why is not Why.PLACE for why in found["act.36"])
