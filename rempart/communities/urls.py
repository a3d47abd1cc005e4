"""The addresses of places."""

from django.urls import path

from rempart.communities.views import (
    desk,
    figures,
    maps,
    places,
    ranking,
    reading,
    sheets,
    studies,
    study_found,
    study_gate,
)

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
    path("studies/", studies.studies, name="studies"),
    path("studies/new/", studies.study_new, name="study-new"),
    path("studies/<uuid:study>/", studies.study, name="study"),
    path("studies/<uuid:study>/change/", studies.study_change, name="study-change"),
    path("studies/<uuid:study>/passage/<slug:move>/", studies.study_passage, name="study-passage"),
    path("studies/<uuid:study>/ethics/", study_gate.study_ethics, name="study-ethics"),
    path("studies/<uuid:study>/summaries/", study_gate.study_summaries, name="study-summaries"),
    path("studies/<uuid:study>/summary/", study_gate.study_summary, name="study-summary"),
    path("studies/<uuid:study>/findings/new/", study_found.finding_new, name="finding-new"),
    path("studies/<uuid:study>/findings/<uuid:finding>/", study_found.finding, name="finding"),
    path(
        "studies/<uuid:study>/findings/<uuid:finding>/withdrawal/",
        study_found.finding_withdrawal,
        name="finding-withdrawal",
    ),
    path(
        "studies/<uuid:study>/findings/<uuid:finding>/return/",
        study_found.finding_return,
        name="finding-return",
    ),
    path("<uuid:pk>/", places.place, name="place"),
    path("<uuid:pk>/change/", places.change, name="change"),
    path("<uuid:pk>/removal/", places.removal, name="removal"),
    path("<uuid:pk>/figures/", figures.figures, name="figures"),
    path("<uuid:pk>/figures/<uuid:value>/removal/", figures.figure_removal, name="figure-removal"),
]
