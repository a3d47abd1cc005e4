"""What a person may type at the door, about herself and about those she looks after."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from django import forms
from django.conf import settings
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from rempart.accounts.models import ROLE_NAMES
from rempart.accounts.rules import Role, sign_in_name

LONGEST_PASSWORD = 128  # letters; more would only make the server work


class SignInForm(LoginForm):
    """Name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- allauth's own signature
        super().__init__(*args, **kwargs)
        say(self, "login", _("User name"))
        say(self, "password", _("Password"))
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}

    def clean_login(self) -> str:
        """Read the name as names are kept."""
        return sign_in_name(self.cleaned_data["login"])

    def opens(self, request: HttpRequest) -> bool:
        """Sign in with what was typed; whether the person is then signed in.

        Otherwise the form says so: her account is closed, or a further step waits on its own page.
        """
        if self.is_valid():
            self.login(request)
            if request.user.is_authenticated:
                return True
            self.add_error(
                None, _("You cannot come in from here. Ask your organisation’s administrator.")
            )
        return False


class PasswordForm(ChangePasswordForm):
    """Another password for oneself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- allauth's own signature
        super().__init__(*args, **kwargs)
        say(self, "oldpassword", _("Your present password"))
        say(
            self,
            "password1",
            _("Your new password"),
            _("At least 15 letters: a short sentence is easy to keep in mind."),
        )
        say(self, "password2", _("Your new password once more"))

    def clean(self) -> dict[str, Any]:
        """Ask for the same password twice."""
        typed: dict[str, Any] = self.cleaned_data
        if {"password1", "password2"} <= typed.keys() and typed["password1"] != typed["password2"]:
            self.add_error("password2", _("This is not the password you typed above."))
        return typed


def say(form: forms.Form, name: str, label: Any, help_text: Any = "") -> None:  # noqa: ANN401 -- a word or a lazy word
    """Put our words in the place of allauth's, and no example inside the field."""
    field = form.fields[name]
    field.label, field.help_text = label, help_text
    field.widget.attrs.pop("placeholder", None)
    if name != "login" and isinstance(field, forms.CharField):
        field.widget.attrs["maxlength"] = LONGEST_PASSWORD
        field.validators.append(_short_enough)


def _short_enough(password: str) -> None:
    if len(password) > LONGEST_PASSWORD:
        raise forms.ValidationError(_("A password has 128 letters at most."))


class RoleForm(forms.Form):
    """What a person may do."""

    role = forms.ChoiceField(
        label=_("Role"),
        choices=list(ROLE_NAMES.items()),
        help_text=_(
            "Designing writes programmes, reviewing reads them and decides on findings; administering does both, and looks after people."
        ),
    )

    def clean_role(self) -> Role:
        """Return the role itself."""
        return Role(self.cleaned_data["role"])


class AccountForm(RoleForm):
    """A person for whom an account is opened."""

    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        validators=[UnicodeUsernameValidator(message=_("Letters, figures and @ . + - _ only."))],
        help_text=_("With which she or he signs in: amina, a.diallo. It is not changed later."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    full_name = forms.CharField(
        label=_("Full name"),
        max_length=150,
        required=False,
        help_text=_("As colleagues and documents say it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_order = ("full_name", "username", "role")

    def clean_username(self) -> str:
        """Read the name as names are kept."""
        return sign_in_name(self.cleaned_data["username"])


class OneselfForm(forms.Form):
    """What a person says of herself."""

    full_name = forms.CharField(
        label=_("Full name"),
        max_length=150,
        required=False,
        help_text=_("As colleagues and documents say it."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=[("", _("As the browser asks")), *settings.LANGUAGES],
        help_text=_("It follows you to every device on which you sign in."),
    )
    theme = forms.ChoiceField(
        label=_("Light or dark"),
        required=False,
        choices=[("", _("As the device")), ("light", _("Light")), ("dark", _("Dark"))],
    )


class OrganisationForm(forms.Form):
    """The name of an organisation."""

    name = forms.CharField(
        label=_("Name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
