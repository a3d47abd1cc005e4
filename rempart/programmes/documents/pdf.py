"""The outline in PDF, typeset with typst: tagged, and made of data alone."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final

import typst
from django.conf import settings

from rempart.programmes.documents.blocks import Outline

STANDARD: Final = "ua-1"  # PDF/UA-1: a tagged document that a screen reader can follow
_turn = Lock()  # one typesetting at a time: the compiler keeps its fonts and caches


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(input=str(_template()), ignore_system_fonts=False)


def _template() -> Path:
    """Return the template; a later folder of content has the last word."""
    found = [folder / "documents" / "outline.typ" for folder in settings.CONTENT_FOLDERS]
    return next(path for path in reversed(found) if path.exists())


def to_pdf(outline: Outline) -> bytes:
    """Return the document. What people typed is passed as data: none of it is read as markup.

    It follows PDF/UA-1 unless it holds a character that no font of this machine has (an emoji; Arabic
    where no such font is installed): then it is a tagged PDF in which a box stands for the character.
    """
    told = {"outline": json.dumps(asdict(outline), ensure_ascii=False)}
    with _turn:
        try:
            made = _compiler().compile(format="pdf", sys_inputs=told, pdf_standards=[STANDARD])
        except typst.TypstError:  # a character that no font here can draw: PDF/UA-1 refuses it
            made = _compiler().compile(format="pdf", sys_inputs=told)  # tagged all the same
    if not isinstance(made, bytes):
        message = "typst returned several files for one document"
        raise TypeError(message)
    return made
