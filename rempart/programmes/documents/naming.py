"""An outline in an organisation's own names of the levels: in what we say, never in what was written."""

from collections.abc import Sequence
from dataclasses import replace

from rempart.programmes.documents.blocks import Block, Chain, Outline, Paragraph, Table
from rempart.programmes.rules.naming import Names, glossed


def in_own_words(outline: Outline, ours: Names, own: Names) -> Outline:
    """Return the outline with the organisation's names wherever our words name a level."""
    if not own:
        return outline
    sections = [
        replace(section, blocks=[_named(block, ours, own) for block in section.blocks])
        for section in outline.sections
    ]
    return replace(outline, sections=sections)


def _named(block: Block, ours: Names, own: Names) -> Block:
    if isinstance(block, Table):
        caption = _heading(block.caption, ours, own)
        return replace(block, caption=caption, head=_all(block.head, ours, own))
    if isinstance(block, Paragraph) and block.missing:
        return replace(block, text=glossed(block.text, ours, own))
    if isinstance(block, Chain):
        return replace(block, caption=glossed(block.caption, ours, own))
    return block


def _all(head: Sequence[str], ours: Names, own: Names) -> list[str]:
    return [_heading(word, ours, own) for word in head]


def _heading(words: str, ours: Names, own: Names) -> str:
    """Return a heading: the level's own name if it is nothing else, a gloss within a longer one."""
    for level, names in own.items():
        for n, ours_said in enumerate(ours[level]):
            if words == ours_said:
                return names[n]
    return glossed(words, ours, own)
