"""What a person says of herself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rempart.accounts.access import may_look_after_people
from rempart.accounts.actions import introduce_oneself
from rempart.accounts.forms import OneselfForm
from rempart.accounts.http import SignedInRequest, signed_in
from rempart.accounts.sessions import bring_preferences, forget_preferences

REFUSED = 422


@signed_in
@require_http_methods(["GET", "POST"])
def oneself(request: SignedInRequest) -> HttpResponse:
    """Show a person her account; keep her name, her language and her theme."""
    me = request.user
    known = {"full_name": me.full_name, "language": me.language, "theme": me.theme}
    form = OneselfForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_valid():
        introduce_oneself(me, **form.cleaned_data, by=me)
        messages.success(request, _("Kept."))
        answer = redirect("oneself")
        forget_preferences(answer)
        bring_preferences(answer, me)
        return answer
    context = {"form": form, "may_look_after_people": may_look_after_people(me)}
    return render(request, "account/oneself.html", context, status=REFUSED if form.errors else 200)
