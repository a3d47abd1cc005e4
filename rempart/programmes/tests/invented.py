"""Plans invented from a seed: every field filled, every character that a person could type."""

import random
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args, get_origin

from rempart.programmes.rules.exchange import Known
from rempart.programmes.rules.exchange.records import schema
from rempart.programmes.rules.exchange.shape import CLOSED, ONCE, VOCABULARY
from rempart.programmes.rules.plan import Plan
from rempart.programmes.rules.results import Activity, Detail

HOSTILE = (
    "{{ 7*7 }} {% include 'x' %}",
    '#import "x"; #eval("1") $x^2$ *b* _i_ @ref <label>',
    "<script>alert(1)</script> &amp; \\u0000 \\end",
    "\u202eright to left\u202c \u200bzero\u200dwidth\ufeff",
    "Ελένη Ngọc Ånjá שלום مرحبا 🌱 e\u0301",
    "line\nbreak\ttab 'quote' \"double\" `tick` ${x} %s %(y)s",
)


class Inventor:
    """Invents records of any type that a plan is made of; the same seed invents the same."""

    def __init__(self, known: Known, seed: int) -> None:
        self.known = known
        self.chance = random.Random(seed)  # noqa: S311 -- invented data, no secret
        self.count = 0

    def plan(self) -> Plan:
        """Return a plan in which every list has rows and every pointer points at one of them."""
        found: Plan = self.record(Plan)
        places = [place.key for place in found.places]
        return replace(
            found,
            campaigns=tuple(
                replace(c, materials=(), sessions=(), places=(), segments=())
                for c in found.campaigns
            ),
            measures=tuple(
                replace(m, segment=found.segments[0].key, share=Decimal(50)) for m in found.measures
            ),
            reached=tuple(replace(r, campaign=found.campaigns[0].key) for r in found.reached),
            materials=tuple(replace(one, activity="") for one in found.materials),
            causes=tuple(
                replace(c, branch="cause", under="", becomes="", strategies=())
                for c in found.causes
            ),
            parts=self.once([replace(part, action="act.07") for part in found.parts]),
            set_aside=self.once(
                [
                    replace(s, material=self.chance.choice(["", found.materials[0].key]))
                    for s in found.set_aside
                ]
            ),
            needs=tuple(replace(need, place=self.chance.choice(places)) for need in found.needs),
            assessments=tuple(replace(one, partner="") for one in found.assessments),
            consultations=tuple(replace(one, place="") for one in found.consultations),
            child_inputs=tuple(
                replace(one, consultation="", changed="") for one in found.child_inputs
            ),
            beneficiaries=tuple(replace(b, place="") for b in found.beneficiaries),
        )

    def record(self, shape: type) -> Any:  # noqa: ANN401 -- any of the records of a plan
        told = {
            name: self.value(hint, (shape.__name__, name))
            for name, (hint, _) in schema(shape).items()
        }
        made = shape(**told)
        if isinstance(made, Activity):
            made = replace(made, places=(), details=self.details(made.kind))
        names = {f.name for f in fields(made)}
        if "assumption_of" in names:
            made = replace(made, assumption_of="")
        if "about" in names:
            made = replace(made, about="")
        if {"starts_on", "ends_on"} <= names:
            made = replace(made, ends_on=made.starts_on)
        return replace(made, max_age=made.min_age) if "max_age" in names else made

    def value(self, hint: Any, field: tuple[str, str]) -> Any:  # noqa: ANN401 -- as its type says
        if get_origin(hint) is tuple:
            inner = get_args(hint)[0]
            return self.once([self.value(inner, field) for _ in range(self.chance.randint(1, 3))])
        if get_origin(hint) is Mapping:
            return {}
        if isinstance(hint, type) and is_dataclass(hint):
            return self.record(hint)
        inner = next((one for one in get_args(hint) if one is not type(None)), hint)
        return self.plain(inner, field)

    @staticmethod
    def once(rows: list[Any]) -> tuple[Any, ...]:
        """Leave out the rows that say again what only one row of a list may say."""
        told = {
            tuple(getattr(row, name) for name in ONCE.get(type(row).__name__, ())) or place: row
            for place, row in enumerate(rows)
        }
        return tuple(told.values())

    def plain(self, hint: type, field: tuple[str, str]) -> object:
        self.count += 1
        if field[1] == "key":
            return f"k{self.count}"
        if name := VOCABULARY.get(field):
            code = self.chance.choice(sorted(CLOSED.get(name) or self.known.vocabularies[name]))
            return int(code) if hint is int else code
        if hint is str:
            longest = self.known.longest.get(field, 500)
            return self.chance.choice(HOSTILE)[:longest]
        made = {
            int: self.chance.randint(0, 10_000),
            bool: self.chance.random() < 0.5,
            date: date(2027, 1, 1) + timedelta(days=self.chance.randint(0, 900)),
            Decimal: Decimal(self.chance.randint(0, 10**8)) / 100,
        }
        return made[hint]

    def details(self, kind: str) -> dict[str, Detail]:
        asked = [self.known.questions[code] for code in self.known.kinds[kind].questions]
        told: dict[str, Detail] = {}
        for question in asked:
            options = [option.id for option in question.options]
            answers: dict[str, Detail] = {
                "answer": "unknown",
                "number": 12,
                "date": "2027-05-04",
                "text": self.chance.choice(HOSTILE),
                "choice": options[0] if options else "",
                "choices": tuple(options[:2]),
            }
            told[question.slug] = answers[question.type.value]
        return told
