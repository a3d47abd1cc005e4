"""What can be wrong in a file, and what must be known to tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rempart.programmes.rules.kinds import ActivityKind, Question

FORMAT, VERSION = "rempart-programme", 1
LARGEST_FILE = 2_000_000  # bytes
DEEPEST = 12  # levels of lists and mappings; an exported plan has nine
LONGEST_LIST = 2_000  # rows of one list
MOST_NAMED = 200  # faults named one by one; the rest is counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong in a file.

    ``path`` is where, as ``objectives[2].outputs[0].text``; empty for the file as a whole. ``code``
    is stable: not_utf8, not_json, too_big, too_deep, wrong_format, wrong_version, unknown_field,
    missing_field, wrong_type, not_a_date, not_a_number, negative, too_large, too_fine, too_long, too_many,
    forbidden_character, unknown_code, unknown_key, not_a_key, duplicate_key, duplicate_field, said_twice,
    end_before_start, ages_upside_down, in_a_circle, other_branch, and_others. ``values`` are what the words need.
    """

    path: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What this deployment knows: values by vocabulary, the kinds of activities, their questions."""

    vocabularies: Mapping[str, frozenset[str]]
    kinds: Mapping[str, ActivityKind]
    questions: Mapping[str, Question]
    longest: Mapping[tuple[str, str], int]  # (record, field) -> characters that can be kept
