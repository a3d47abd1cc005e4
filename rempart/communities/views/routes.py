"""Routes of trafficking, always a list: what joins which areas, what prevents, what nothing answers yet."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rempart.accounts.http import SignedInRequest, signed_in
from rempart.communities.access import may_write_places
from rempart.communities.actions.routes import add_route, change_route, remove_route
from rempart.communities.forms.routes import RouteForm
from rempart.communities.models import Route
from rempart.communities.queries import places_for
from rempart.communities.queries.routes import routes_for
from rempart.communities.views.census import census_reader_of, word_of
from rempart.communities.views.finding import writer_of
from rempart.guide.catalogue import catalogue

PAGE = 30


@signed_in
@require_safe
def routes(request: SignedInRequest) -> HttpResponse:
    """Show the routes, all or with ``?open=1`` those that nothing answers yet."""
    context = census_reader_of(request)
    only_open = "open" in request.GET
    found = routes_for(request.user, only_open=only_open)
    pages = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context |= {
        "routes": [_shown(one) for one in pages.object_list],
        "pages": pages,
        "query": "open=1&" if only_open else "",
        "only_open": only_open,
        "open_count": routes_for(request.user, only_open=True).count(),
        "count": routes_for(request.user).count(),
    }
    return render(request, "communities/routes.html", context)


def _shown(route: Route) -> dict[str, object]:
    return {
        "route": route,
        "transport": word_of("transport_means", route.transport),
        "entry": catalogue().entry(route.action) if route.action else None,
        "answer": route.answer.value,
    }


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def route_new(request: SignedInRequest) -> HttpResponse:
    """Add a route."""
    organisation = writer_of(request)
    form = RouteForm(
        request.POST if request.method == "POST" else None, own=places_for(request.user)
    )
    if form.is_valid():
        add_route(organisation, form.told(), by=request.user, on=localdate())
        return _saved(request, form)
    return _page(request, form, None)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def route(request: SignedInRequest, way: UUID) -> HttpResponse:
    """Change a route."""
    found = _route(request, way)
    typed = request.POST if request.method == "POST" else None
    form = RouteForm(typed, initial=RouteForm.typed(found), own=places_for(request.user))
    if form.is_valid():
        change_route(found, form.told(), by=request.user, on=localdate())
        return _saved(request, form)
    return _page(request, form, found)


@signed_in
@require_POST
def route_removal(request: SignedInRequest, way: UUID) -> HttpResponse:
    """Take a route away."""
    remove_route(_route(request, way), by=request.user)
    messages.success(request, _("The route is taken away."))
    return redirect("communities:routes")


def _route(request: SignedInRequest, pk: UUID) -> Route:
    """Return a route to write about; a stranger gets 404."""
    found = get_object_or_404(routes_for(request.user), pk=pk)
    if not may_write_places(request.user, found.organisation_id):
        raise PermissionDenied
    return found


def _saved(request: SignedInRequest, form: RouteForm) -> HttpResponse:
    messages.success(request, _("Saved."))
    if form.seems_to_name_someone():
        messages.warning(request, _("Saved, but the words look as if they told of a person: a route speaks of areas. Please check them."))  # fmt: skip
    return redirect("communities:routes")


def _page(request: SignedInRequest, form: RouteForm, found: Route | None) -> HttpResponse:
    context = census_reader_of(request) | {"form": form, "route": found}
    status = 422 if form.is_bound else 200
    return render(request, "communities/route.html", context, status=status)
