"""The addresses of places."""

from django.urls import path

from rempart.communities.views import desk, figures, maps, places, ranking, reading, sheets
from rempart.communities.views.law import entries as law_entries
from rempart.communities.views.law import outlines as law_outlines
from rempart.communities.views.law import registers as law_registers
from rempart.communities.views.law import sheets as law_sheets

app_name = "communities"
urlpatterns = [
    path("", places.places, name="places"),
    path("desk/", desk.desk, name="desk"),
    path("new/", places.new, name="new"),
    path("ranking/", ranking.ranking, name="ranking"),
    path("conditions/", reading.conditions, name="conditions"),
    path("conditions/<slug:slug>/", reading.condition, name="condition"),
    path("weights/", reading.weights, name="weights"),
    path("weights/agreement/", reading.agreement, name="agreement"),
    path("weights/end/", reading.weights_end, name="weights-end"),
    path("weights/ballots/<uuid:pk>/removal/", reading.ballot_removal, name="ballot-removal"),
    path("map/", maps.own_map, name="map"),
    path("map/removal/", maps.map_removal, name="map-removal"),
    path("sheet/", sheets.sheet, name="sheet"),
    path("sheet/<uuid:sheet>/", sheets.preview, name="preview"),
    path("sheet/<uuid:sheet>/storing/", sheets.storing, name="storing"),
    path("sheet/<uuid:sheet>/dropping/", sheets.dropping, name="dropping"),
    path("sheet/files/<slug:form>/", sheets.sheet_file, name="sheet-file"),
    path("<uuid:pk>/", places.place, name="place"),
    path("<uuid:pk>/change/", places.change, name="change"),
    path("<uuid:pk>/removal/", places.removal, name="removal"),
    path("<uuid:pk>/figures/", figures.figures, name="figures"),
    path("<uuid:pk>/figures/<uuid:value>/removal/", figures.figure_removal, name="figure-removal"),
]
law = (  # law and policy has an address of its own: /law/
    [
        path("", law_registers.home, name="home"),
        path("instruments/<str:slug>/", law_registers.for_instrument, name="for-instrument"),
        path("sheets/<uuid:sheet>/", law_sheets.preview, name="preview"),
        path("sheets/<uuid:sheet>/storing/", law_sheets.storing, name="storing"),
        path("sheets/<uuid:sheet>/dropping/", law_sheets.dropping, name="dropping"),
        path("reports/<uuid:pk>/outline/", law_outlines.outline_file, name="outline"),
        path("<slug:register>/", law_registers.register, name="register"),
        path("<slug:register>/new/", law_entries.new, name="new"),
        path("<slug:register>/sheet/", law_sheets.sheet, name="sheet"),
        path("<slug:register>/files/<slug:form>/", law_sheets.register_file, name="file"),
        path("<slug:register>/<uuid:pk>/", law_entries.entry, name="entry"),
        path("<slug:register>/<uuid:pk>/change/", law_entries.change, name="change"),
        path("<slug:register>/<uuid:pk>/withdrawal/", law_entries.withdrawal, name="withdrawal"),
    ],
    "law",
)
