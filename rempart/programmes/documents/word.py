"""The outline in Word, from the house's template or from an organisation's own."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from django.conf import settings

from rempart.kit.refusals import RefusedError
from rempart.programmes.documents.blocks import Block, Outline, Tree
from rempart.programmes.documents.filling import FAILS, FORBIDDEN, fill
from rempart.programmes.documents.sections.tree import as_list

PATIENCE = 20  # seconds, by the clock
WHY = {FAILS: "template_fails", FORBIDDEN: "template_forbidden"}  # else it was stopped


def default_template() -> Path:
    """Return the house's template; a later folder of content has the last word."""
    found = [folder / "documents" / "outline.docx" for folder in settings.CONTENT_FOLDERS]
    return next(path for path in reversed(found) if path.exists())


def to_word(outline: Outline, own_template: bytes | None = None) -> bytes:
    """Return the document; an organisation's own template is filled in a process apart."""
    outline = _as_lists(outline)
    if own_template is None:
        return fill(default_template(), asdict(outline))
    return _apart(own_template, outline)


def _as_lists(outline: Outline) -> Outline:
    """Return the outline with a nested list for each tree: Word draws none, whatever its template."""
    sections = [
        replace(section, blocks=[block for one in section.blocks for block in _as_list(one)])
        for section in outline.sections
    ]
    return replace(outline, sections=sections)


def _as_list(block: Block) -> Sequence[Block]:
    return as_list(block) if isinstance(block, Tree) else [block]


def _apart(template: bytes, outline: Outline) -> bytes:
    """Return the document, or refuse: a tag is wrong or not allowed, or there is no end to it.

    The process knows nothing of ours: no settings, no secrets, no database.
    """
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(template)
        file.flush()
        try:
            run = subprocess.run(  # noqa: S603 -- our own module, with a path of ours
                [sys.executable, "-m", "rempart.programmes.documents.filling", file.name],
                input=json.dumps(asdict(outline)).encode(),
                capture_output=True,
                check=True,
                timeout=PATIENCE,
                cwd=settings.HOUSE,
                env={"PYTHONUTF8": "1"},
            )
        except subprocess.TimeoutExpired as error:
            raise RefusedError(["template_endless"]) from error
        except subprocess.CalledProcessError as error:
            raise RefusedError([WHY.get(error.returncode, "template_endless")]) from error
    return run.stdout
