"""Which room answers which address."""

from django.urls import include, path

from rempart.communities.urls import law

urlpatterns = [
    path("", include("rempart.look.urls")),
    path("guide/", include("rempart.guide.urls")),
    path("places/", include("rempart.communities.urls")),
    path("law/", include(law)),
    path("programmes/", include("rempart.programmes.urls")),
    path("account/", include("rempart.accounts.urls")),
]
