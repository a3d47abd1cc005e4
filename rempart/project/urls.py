"""Which room answers which address."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("rempart.accounts.urls")),
]
