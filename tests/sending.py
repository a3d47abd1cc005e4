"""What a browser would send of a form, read from the page it came on."""

from typing import Any

from lxml import html


def form_on(answer: Any, name: str = "", *, action: str = "") -> dict[str, Any]:  # noqa: ANN401 -- a test client's answer
    """Return the fields of the form that carries a version, of this id or action if one is told."""
    found = html.fromstring(answer.content.decode()).forms
    (form,) = [
        one
        for one in found
        if "version" in one.fields
        and name in {"", one.get("id")}
        and action in {"", one.get("action")}
    ][:1]
    for field in form.inputs:
        if field.tag == "input" and field.get("type", "text") in {"text", "hidden", "date"}:
            field.set("value", field.get("value", ""))
    sent: dict[str, Any] = {}
    for key, value in form.form_values():
        sent.setdefault(key, []).append(value)
    return {key: values if len(values) > 1 else values[0] for key, values in sent.items()}
