"""A plan as JSON: out and in again without loss, and every fault of a file named with its path."""

import json
import time
from typing import Any

import pytest
from django.conf import settings

from rempart.programmes.queries.known import known
from rempart.programmes.rules.exchange import Fault, read_plan, to_json, write_plan
from rempart.programmes.rules.exchange.faults import LARGEST_FILE, MOST_NAMED
from rempart.programmes.rules.exchange.shape import CLOSED, VOCABULARY
from rempart.programmes.rules.plan import Plan
from rempart.programmes.tests.invented import HOSTILE, Inventor

PORT_CITY = settings.HOUSE / "content" / "programmes" / "port-city.json"


def file_of(**plan: Any) -> bytes:  # noqa: ANN401 -- what a file may hold
    told = {"format": "rempart-programme", "version": 1, "plan": {"title": "A plan", **plan}}
    return json.dumps(told).encode()


def faults_of(file: bytes) -> list[tuple[str, str]]:
    plan, faults = read_plan(file, known())
    assert (plan is None) == bool(faults)
    return [(fault.path, fault.code) for fault in faults]


@pytest.mark.parametrize("seed", range(12))
def test_a_plan_goes_out_and_comes_in_again_without_loss(seed: int) -> None:
    plan = Inventor(known(), seed).plan()

    again, faults = read_plan(write_plan(plan).encode(), known())

    assert faults == []
    assert again == plan


def test_an_exported_file_is_exported_again_as_the_same() -> None:
    plan, faults = read_plan(PORT_CITY.read_bytes(), known())
    assert plan is not None, faults

    exported = write_plan(plan)
    again, _ = read_plan(exported.encode(), known())

    assert again is not None
    assert write_plan(again) == exported
    assert to_json(again) == json.loads(exported)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_person_types_is_carried_unchanged(text: str) -> None:
    plan, _ = read_plan(file_of(background=text), known())

    assert plan is not None
    assert plan.background == text


A = {"key": "a", "text": "Do"}
BAD = [
    ("cut off", file_of()[:-9], [("", "not_json")]),
    ("empty", b"", [("", "not_json")]),
    ("not UTF-8", b'{"format": "\xff"}', [("", "not_utf8")]),
    ("a list", b"[]", [("format", "wrong_format")]),
    ("another format", b'{"format": "x"}', [("format", "wrong_format")]),
    ("a later version", b'{"format":"rempart-programme","version":2,"plan":{"title":"x"}}',
     [("version", "wrong_version")]),
    ("no plan", b'{"format":"rempart-programme","version":1}', [("plan", "wrong_type")]),
    ("not a number", file_of()[:-2] + b', "budget_total": NaN}}', [("", "not_a_number")]),
    ("a number of 5,000 digits", file_of()[:-2] + b', "x": ' + b"9" * 5_000 + b"}}",
     [("", "not_a_number")]),
    ("deep", b"[" * 100_000, [("", "too_deep")]),
    ("deep and closed", file_of(title=[[[[[[[[[[[[[[1]]]]]]]]]]]]]]), [("", "too_deep")]),
    ("the same field twice", file_of()[:-2] + b', "title": "B"}}', [("plan.title", "duplicate_field")]),
    ("10 MB of text", file_of(background="x" * 10_000_000), [("", "too_big")]),
    ("a million activities", file_of(objectives=[[] for _ in range(999_999)]), [("", "too_big")]),
    ("too many rows", file_of(areas=["area.dem"] * 2_001), [("areas", "too_many")]),
    ("no title", file_of(title=None), [("title", "wrong_type")]),
    ("a measure of nothing", file_of(measures=[{"key": "a", "segment": "", "share": 101}]),
     [("measures[0].segment", "missing_field"), ("measures[0].share", "too_large")]),
    ("a count of no campaign", file_of(reached=[{"key": "a", "campaign": ""}]),
     [("reached[0].campaign", "missing_field")]),
    ("unknown fields", file_of(colour="red"), [("colour", "unknown_field")]),
    ("an end before its start", file_of(starts_on="2027-02-01", ends_on="2027-01-31"),
     [("ends_on", "end_before_start")]),
    ("no such day", file_of(starts_on="2027-02-30"), [("starts_on", "not_a_date")]),
    ("a day as a number", file_of(starts_on=20270201), [("starts_on", "not_a_date")]),
    ("an unknown code", file_of(level="galaxy"), [("level", "unknown_code")]),
    ("an unknown guide slug", file_of(areas=["area.moon"]), [("areas[0]", "unknown_code")]),
    ("a text where a list belongs", file_of(areas="area.dem"), [("areas", "wrong_type")]),
    ("a negative amount", file_of(budget_total="-1"), [("budget_total", "negative")]),
    ("an endless amount", file_of(budget_total="1e400"), [("budget_total", "too_large")]),
    ("an amount too fine", file_of(budget_total="0.00001"), [("budget_total", "too_fine")]),
    ("words as an amount", file_of(budget_total="much"), [("budget_total", "not_a_number")]),
    ("yes as an amount", file_of(budget_total=True), [("budget_total", "wrong_type")]),
    ("a text too long", file_of(title="x" * 201), [("title", "too_long")]),
    ("a NUL", file_of(title="a\0b"), [("title", "forbidden_character")]),
    ("half a character", file_of(title="\ud83d"), [("title", "forbidden_character")]),
    ("a need in no place", file_of(needs=[{"key": "n", "kind": "food", "place": "moon"}]),
     [("needs[0].place", "unknown_key")]),
    ("a key twice", file_of(partners=[{"key": "p", "name": "A"}, {"key": "p", "name": "B"}]),
     [("partners[1].key", "duplicate_key")]),
    ("people below zero", file_of(concerned=[{"sex": "male", "age_band": "a6_11", "number": -3}]),
     [("concerned[0].number", "negative")]),
    ("half a person", file_of(concerned=[{"sex": "male", "age_band": "a6_11", "number": 1.5}]),
     [("concerned[0].number", "wrong_type")]),
    ("ages upside down", file_of(eligibility=[{"key": "e", "min_age": 12, "max_age": 6}]),
     [("eligibility[0].max_age", "ages_upside_down")]),
    ("a part in no action", file_of(parts=[{"key": "p", "action": "act.77", "group": "ngos"}]),
     [("parts[0].action", "unknown_key")]),
    ("a row that is none", file_of(objectives=[3]), [("objectives[0]", "wrong_type")]),
    ("an activity deep inside",
     file_of(objectives=[{"key": "o", "text": "O", "outputs": [
         {"key": "p", "text": "P", "activities": [A, {**A, "key": "b", "actions": [40]}]}]}]),
     [("objectives[0].outputs[0].activities[1].actions[0]", "unknown_code")]),
    ("an answer nobody asked for",
     file_of(objectives=[{"key": "o", "text": "O", "outputs": [
         {"key": "p", "text": "P", "activities": [{**A, "details": {"x": "yes"}}]}]}]),
     [("objectives[0].outputs[0].activities[0].details.x", "unknown_field")]),
    ("digits of another script", file_of(budget_total="١٢"), [("budget_total", "not_a_number")]),
    ("a number with an underscore", file_of(budget_total="1_0"), [("budget_total", "not_a_number")]),
    ("an exponent beyond all", file_of(budget_total="1e999999999"), [("budget_total", "too_large")]),
    ("a day by its week", file_of(starts_on="2027-W01-1"), [("starts_on", "not_a_date")]),
    ("UTF-16", file_of().decode().encode("utf-16"), [("", "not_utf8")]),
    ("no title to be seen", file_of(title=" \u200b"), [("title", "missing_field")]),
    ("half a character in a name", file_of()[:-2] + b', "\\ud800": 1}}', [("\N{REPLACEMENT CHARACTER}", "unknown_field")]),
    ("a NUL in a name", file_of()[:-2] + b', "a\\u0000": 1}}', [("a\N{REPLACEMENT CHARACTER}", "unknown_field")]),
    ("a key that is no address", file_of(partners=[{"key": "a/b", "name": "A"}]), [("partners[0].key", "not_a_key")]),
    ("no key", file_of(partners=[{"key": "", "name": "A"}]), [("partners[0].key", "not_a_key")]),
    ("a rule set aside twice", file_of(set_aside=[
        {"key": k, "rule": "RULE-015", "reason": "r", "by": "b", "on": "2027-01-01"} for k in "ab"]),
     [("set_aside[1].rule", "said_twice")]),
    ("the same people twice", file_of(concerned=[{"sex": "male", "age_band": "a6_11", "number": n} for n in (1, 2)]),
     [("concerned[1].age_band", "said_twice")]),
    ("a flood of the same field", b"{" + b",".join([b'"a":1'] * 250_000) + b"}", [("a", "duplicate_field")]),
    ("a negative target", file_of(objectives=[{"key": "o", "text": "O", "indicators": [
         {"key": "i", "text": "I", "target": -5}]}]),
     [("objectives[0].indicators[0].target", "negative")]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "faults"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_bad_file_is_refused_with_every_fault_and_its_path(
    file: bytes, faults: list[tuple[str, str]]
) -> None:
    started = time.process_time()

    assert faults_of(file) == faults
    assert time.process_time() - started < 2


def test_all_faults_are_named_at_once() -> None:
    found = faults_of(file_of(level="x", starts_on="x", budget=[{"key": "b"}, {"title": "B"}]))

    assert set(found) == {
        ("level", "unknown_code"),
        ("starts_on", "not_a_date"),
        ("budget[0].title", "missing_field"),
        ("budget[1].key", "missing_field"),
    }


def test_a_flood_of_faults_is_counted_beyond_the_first() -> None:
    _, faults = read_plan(file_of(areas=["nowhere"] * 1_000), known())

    assert len(faults) == MOST_NAMED + 1
    assert faults[-1] == Fault(path="", code="and_others", values={"number": 800})


def test_a_flood_of_fields_said_twice_is_counted_too() -> None:
    pairs = b",".join(b'"k%d":1,"k%d":2' % (n, n) for n in range(60_000))
    started = time.process_time()

    _, faults = read_plan(b"{" + pairs + b"}", known())

    assert len(faults) == MOST_NAMED + 1
    assert time.process_time() - started < 2


def test_a_file_that_begins_with_a_byte_order_mark_is_read() -> None:
    plan, faults = read_plan(b"\xef\xbb\xbf" + file_of(), known())

    assert (plan is not None, faults) == (True, [])


def test_a_zero_below_zero_is_a_zero() -> None:
    plan, _ = read_plan(file_of(budget_total="-0"), known())

    assert plan is not None
    assert '"budget_total": "0"' in write_plan(plan)


def test_a_file_at_the_limit_is_answered_in_time() -> None:
    rows = [{"key": str(n), "name": "é" * 60} for n in range(2_000)]
    file = file_of(partners=rows, beneficiaries=rows, background="x" * 8_000)
    assert len(file) < LARGEST_FILE
    started = time.process_time()

    plan, faults = read_plan(file, known())

    assert isinstance(plan, Plan), faults
    assert time.process_time() - started < 2


def test_every_code_of_the_shape_has_its_vocabulary() -> None:
    assert set(VOCABULARY.values()) <= set(CLOSED) | set(known().vocabularies)
