"""The outline in Word, from the house's template or from an organisation's own."""

import io
import json
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from lxml import etree

from rempart.kit.refusals import RefusedError
from rempart.programmes.documents.blocks import Outline
from rempart.programmes.documents.filling import fill

LARGEST_TEMPLATE = 5_000_000  # bytes
LARGEST_UNPACKED = 50_000_000
PATIENCE = 20  # seconds, by the clock


def default_template() -> Path:
    """Return the house's template; a later folder of content has the last word."""
    found = [folder / "documents" / "outline.docx" for folder in settings.CONTENT_FOLDERS]
    return next(path for path in reversed(found) if path.exists())


def to_word(outline: Outline, own_template: bytes | None = None) -> bytes:
    """Return the document; an organisation's own template is filled in a process apart."""
    if own_template is None:
        return fill(default_template(), asdict(outline))
    return _apart(own_template, outline)


def _apart(template: bytes, outline: Outline) -> bytes:
    """Return the document, or refuse with ``template_fails``: a template can be wrong or endless."""
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
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            raise RefusedError(["template_fails"]) from error
    return run.stdout


def faults_of_template(file: bytes) -> list[str]:
    """Return why a file cannot be a template, before it is ever filled; codes, all at once."""
    if len(file) > LARGEST_TEMPLATE:
        return ["template_too_big"]
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                return ["template_too_big"]
            names = set(packed.namelist())
            texts = [packed.read(name) for name in names if name.endswith((".rels", ".xml"))]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return ["template_not_word"]
    faults = []
    if "word/document.xml" not in names:
        faults.append("template_not_word")
    if any("vba" in name.lower() or name.startswith("word/embeddings") for name in names):
        faults.append("template_has_macros")
    if any(_is_unsafe(text) for text in texts):
        faults.append("template_points_outside")
    return faults


def _is_unsafe(text: bytes) -> bool:
    """Say whether a part of the file declares entities or points outside of the file."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        tree = etree.fromstring(text, parser)
    except etree.XMLSyntaxError:
        return True
    if tree.getroottree().docinfo.internalDTD is not None:
        return True
    return any(
        element.get("TargetMode") == "External" and "hyperlink" not in element.get("Type", "")
        for element in tree.iter("{*}Relationship")
    )
