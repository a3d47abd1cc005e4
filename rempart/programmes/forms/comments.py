"""What someone says about a row, and whom she calls."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rempart.programmes.forms.fields import Text

LONGEST = 2000


class CommentForm(forms.Form):
    """A comment; ``call`` is a colleague's name, beside those that the text calls by @name."""

    text = Text(
        label=_("Comment"),
        help_text=_("Call a colleague by @ and the name she signs in with. No names of children, no addresses, no one’s story."),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    call = forms.CharField(
        label=_("Call a colleague"),
        max_length=150,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "list": "people", "class": "input--short"}),
    )

    def clean(self) -> dict[str, Any]:
        """Put the colleague who is called before the text."""
        cleaned: dict[str, Any] = super().clean() or {}
        call = str(cleaned.get("call") or "").strip().removeprefix("@")
        if call and f"@{call}" not in cleaned.get("text", ""):
            cleaned["text"] = f"@{call} {cleaned.get('text', '')}"[:LONGEST]
        return cleaned
