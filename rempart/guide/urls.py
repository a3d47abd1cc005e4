"""The addresses of the guide. Published addresses never die: see tests/addresses.txt."""

from django.urls import path

from rempart.guide.views import library, own, reading, searching, wording

app_name = "guide"
urlpatterns = [
    path("", reading.home, name="home"),
    path("search/", searching.search_page, name="search"),
    path("words/", wording.words, name="words"),
    path("figure-1/", reading.figure_1, name="figure-1"),
    path("entries/<str:slug>/", reading.entry, name="entry"),
    path("shelves/<slug:slug>/", reading.shelf, name="shelf"),
    path("indicators/", library.indicators, name="indicators"),
    path("indicators/own/new/", library.new_own_indicator, name="new-own-indicator"),
    path("indicators/own/<uuid:indicator>/", library.own_indicator, name="own-indicator"),
    path("indicators/own/<uuid:indicator>/change/", library.change, name="own-indicator-change"),
    path(
        "indicators/own/<uuid:indicator>/withdrawal/",
        library.withdrawal,
        name="own-indicator-withdrawal",
    ),
    path("indicators/<str:measure>/", library.indicator, name="indicator"),
    path("own/", own.own_entries, name="own-entries"),
    path("own/new/", own.new_own_entry, name="new-own-entry"),
    path("own/<uuid:pk>/", own.own_entry, name="own-entry"),
    path("own/<uuid:pk>/change/", own.change, name="own-entry-change"),
    path("own/<uuid:pk>/withdrawal/", own.withdrawal, name="own-entry-withdrawal"),
]
