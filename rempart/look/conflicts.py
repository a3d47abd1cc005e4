"""Two people saved the same thing: both versions beside one another, for the second to choose."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from django.http import HttpRequest, QueryDict

from rempart.kit.conflicts import ConflictError, marks_of

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

NOT_CARRIED = {"csrfmiddlewaretoken", "version", "opened", "between"}
TAKE = "take-"  # the name of a choice: take-<fact>, "mine" or "theirs"


class Telling(Protocol):
    """A form that says its facts in the reader's words."""

    def label_of(self, name: str) -> "Words":
        """Return the words that ask for a fact."""

    def shown(self, name: str, value: Any) -> "Words":  # noqa: ANN401 -- a fact of any type
        """Return a fact as a reader reads it."""


def versions_beside(request: HttpRequest, form: Telling, conflict: ConflictError) -> dict[str, Any]:
    """Return what ``look/two_versions.html`` draws; what was typed, and chosen before, is carried along.

    Chosen beforehand is what one person alone changed; where both did, nothing is.
    """
    names = conflict.differing()
    opened = request.POST.get("opened", "")
    takes = {name: conflict.changed_by(name, opened) for name in names}
    takes |= {name: "" for name in undecided(request.POST) if name in takes}
    known = {name: conflict.theirs[name] for name, take in takes.items() if take}
    return {
        "in_dialog": "HX-Request" in request.headers,
        "version": conflict.version,
        "opened": marks_of(known),
        "is_undecided": bool(undecided(request.POST)),
        "facts": [
            {
                "name": name,
                "label": form.label_of(name),
                "mine": form.shown(name, conflict.mine[name]),
                "theirs": form.shown(name, conflict.theirs[name]),
                "take": takes[name],
            }
            for name in names
        ],
        "carried": [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name not in NOT_CARRIED and name.removeprefix(TAKE) not in _asked(name, names)
        ],
        "address": request.get_full_path(),
    }


def undecided(sent: Mapping[str, Any]) -> list[str]:
    """Return the facts that a page of two versions asked about and got no answer for."""
    names = sent.getlist("between") if isinstance(sent, QueryDict) else []
    return [name for name in names if f"{TAKE}{name}" not in sent]


def _asked(name: str, names: list[str]) -> list[str]:
    return names if name.startswith(TAKE) else []
