"""What is missing of the basic services where a programme works, beside its situation (REQ-029)."""

from collections.abc import Mapping

from django.utils.timezone import localdate

from rempart.accounts.http import SignedInRequest
from rempart.communities.queries import services_for
from rempart.communities.views.basic_services import summary_of
from rempart.programmes.queries.plans import Rows
from rempart.programmes.rules.plan import Plan
from rempart.programmes.views.places import factors_told, planned_places


def situation_told(request: SignedInRequest, plan: Plan, rows: Rows) -> Mapping[str, object]:
    """Return which factors to mark, and which services are missing, where the plan works."""
    places = [told.place for told in planned_places(request, plan)]
    found = services_for(request.user, places, localdate()) if places else {}
    services = [(place, summary_of(found[place.pk])) for place in places]
    return {**factors_told(request, plan, rows), "services_told": services}
