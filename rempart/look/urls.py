"""The addresses of the look: the desk, the language, the theme, the gallery."""

from django.urls import path
from django.views.i18n import set_language

from rempart.look import views

urlpatterns = [
    path("", views.home, name="home"),
    path("language/", set_language, name="set_language"),
    path("look/theme/", views.theme, name="theme"),
    path("look/gallery/", views.gallery, name="gallery"),
]
