"""Which pages are pictured: a room adds its own to PAGES.

The name is what the pictures bear: docs/pictures/<name>-<width>-<language>.webp.
"""

from collections.abc import Callable

from django.apps import apps
from django.urls import NoReverseMatch, reverse


def at(name: str, *given: object) -> Callable[[], str]:
    """Return what says the address of this name."""
    return lambda: reverse(name, args=given)


def of_the_plan(name: str, *given: object) -> Callable[[], str]:
    """Return what says an address of the demo's programme."""
    return lambda: reverse(name, args=[first("programmes.Programme"), *given])


def change_of_the_plan() -> str:
    """Return the address of the demo's change request."""
    found = apps.get_model("programmes.ChangeRequest")._default_manager
    told = found.values_list("programme", "number").first()
    if told is None:
        message = "the demo holds no change request"
        raise NoReverseMatch(message)
    return reverse("programmes:change", args=told)


def first(model: str) -> object:
    """Return the key of the first of these in the demo."""
    found = apps.get_model(model)._default_manager.values_list("pk", flat=True).first()
    if found is None:
        message = f"the demo holds no {model}"
        raise NoReverseMatch(message)
    return found


def ranked_first() -> object:
    """Return the key of a place of the demo of which much is known."""
    known = apps.get_model("communities.Value")._default_manager.order_by("-place__children")
    found = known.values_list("place", flat=True).first()
    if found is None:
        message = "the demo holds no figures"
        raise NoReverseMatch(message)
    return found


def of_the_study(name: str, kind: str, *given: object) -> Callable[[], str]:
    """Return what says an address of the demo's first study of a kind."""

    def said() -> str:
        found = apps.get_model("communities.Study")._default_manager.filter(kind=kind)
        key = found.order_by("ends_on").values_list("pk", flat=True).first()
        if key is None:
            message = f"the demo holds no {kind}"
            raise NoReverseMatch(message)
        return reverse(name, args=[key, *given])

    return said


def law_entry(register: str) -> Callable[[], str]:
    """Return what says the address of the demo's first entry of a register of law and policy."""

    def address() -> str:
        found = apps.get_model("communities.LawEntry")._default_manager.filter(register=register)
        told = found.values_list("pk", flat=True).first()
        if told is None:
            message = f"the demo holds no {register}"
            raise NoReverseMatch(message)
        return reverse("law:entry", args=[register, told])

    return address


PAGES: dict[str, tuple[Callable[[], str], str]] = {  # name -> what says its address, who looks
    "home": (at("home"), ""),
    "sign-in": (at("account_login"), ""),
    "gallery": (at("gallery"), ""),
    "desk": (at("home"), "amina"),
    "people": (at("people"), "dalia"),
    "people-opening": (at("account-opening"), "dalia"),
    "guide": (at("guide:home"), "amina"),
    "guide-area": (at("guide:entry", "area.risk"), "amina"),
    "guide-action": (at("guide:entry", "act.18"), "amina"),
    "guide-figure-1": (at("guide:figure-1"), "amina"),
    "guide-words": (at("guide:words"), ""),
    "guide-search": (lambda: reverse("guide:search") + "?q=ecole", "amina"),
    "guide-indicators": (at("guide:indicators"), "amina"),
    "guide-indicator": (at("guide:indicator", "education_retention_12m"), "amina"),
    "places": (at("communities:places"), "amina"),
    "law": (at("law:home"), "amina"),
    "law-register": (at("law:register", "ratifications"), "amina"),
    "law-gap": (law_entry("gaps"), "amina"),
    "law-report": (law_entry("reports"), "amina"),
    "law-instrument": (at("guide:entry", "li.c182"), "amina"),
    "places-ranking": (at("communities:ranking"), "amina"),
    "places-place": (lambda: reverse("communities:place", args=[ranked_first()]), "amina"),
    "places-conditions": (at("communities:conditions"), "amina"),
    "places-weights": (at("communities:weights"), "amina"),
    "places-sheet": (at("communities:sheet"), "amina"),
    "studies": (at("communities:studies"), "amina"),
    "study": (of_the_study("communities:study", "demand_study"), "amina"),
    "study-grid": (of_the_study("communities:study-grid", "baseline"), "amina"),
    "study-rounds": (of_the_study("communities:study-rounds", "baseline"), "amina"),
    "study-paper": (of_the_study("communities:study-print", "baseline", "observation"), "amina"),
    "places-services": (
        lambda: reverse("communities:services", args=[ranked_first()]),
        "amina",
    ),
    "places-census": (at("communities:census"), "amina"),
    "places-routes": (at("communities:routes"), "amina"),
    "places-sizes-lists": (at("communities:sizes-lists"), "amina"),
    "programmes": (at("programmes:list"), "amina"),
    "plan": (of_the_plan("programmes:programme"), "amina"),
    "plan-frame": (of_the_plan("programmes:frame"), "amina"),
    "plan-situation": (of_the_plan("programmes:situation"), "amina"),
    "plan-tree": (of_the_plan("programmes:tree"), "amina"),
    "plan-tree-node": (of_the_plan("programmes:tree-node", "c1"), "amina"),
    "plan-groups": (of_the_plan("programmes:groups"), "amina"),
    "plan-who": (of_the_plan("programmes:who"), "amina"),
    "plan-strategies": (of_the_plan("programmes:strategies"), "amina"),
    "plan-results": (of_the_plan("programmes:results"), "amina"),
    "plan-paste": (of_the_plan("programmes:paste"), "amina"),
    "plan-table": (of_the_plan("programmes:table"), "amina"),
    "plan-comments": (of_the_plan("programmes:open-comments"), "bento"),
    "levels": (at("programmes:levels"), "dalia"),
    "plan-chain": (of_the_plan("programmes:chain"), "amina"),
    "plan-balance": (of_the_plan("programmes:balance"), "amina"),
    "plan-coverage": (of_the_plan("programmes:coverage"), "amina"),
    "plan-review": (of_the_plan("programmes:review"), "amina"),
    "rules": (at("programmes:rules"), ""),
    "rule": (at("programmes:rule", "RULE-055"), ""),
    "plan-material": (of_the_plan("programmes:material", "m1"), "amina"),
    "plan-handover": (of_the_plan("programmes:handover"), "amina"),
    "plan-consultations": (of_the_plan("programmes:consultations"), "amina"),
    "plan-safeguarding": (of_the_plan("programmes:safeguarding"), "amina"),
    "plan-campaign": (of_the_plan("programmes:campaign", "cp1"), "amina"),
    "plan-document": (of_the_plan("programmes:document"), "amina"),
    "plan-versions": (of_the_plan("programmes:versions"), "amina"),
    "plan-change": (change_of_the_plan, "bento"),
    "headings": (at("programmes:headings"), "dalia"),
    "templates": (at("programmes:patterns"), "dalia"),
}
