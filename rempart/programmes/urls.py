"""The addresses of the programmes room. Each step's page bears the step's name."""

from django.urls import path

from rempart.programmes import views
from rempart.programmes.rules.codes import Step

app_name = "programmes"
urlpatterns = [
    path("", views.programmes, name="list"),
    path("new/", views.new, name="new"),
    path("<uuid:pk>/", views.programme, name="programme"),
    path("<uuid:pk>/draft/", views.draft, name="draft"),
    path("<uuid:pk>/frame/", views.step, {"step": Step.FRAME}, name="frame"),
    path("<uuid:pk>/situation/", views.step, {"step": Step.SITUATION}, name="situation"),
    path("<uuid:pk>/who/", views.step, {"step": Step.WHO}, name="who"),
    path("<uuid:pk>/rows/<slug:kind>/add/", views.addition, name="row-add"),
    path("<uuid:pk>/rows/<slug:kind>/<slug:key>/", views.row, name="row"),
    path("<uuid:pk>/rows/<slug:kind>/<slug:key>/move/", views.move, name="row-move"),
    path("<uuid:pk>/rows/<slug:kind>/<slug:key>/removal/", views.removal, name="row-removal"),
]
