"""The addresses of places."""

from django.urls import path

from rempart.communities.views import (
    basic_services,
    census,
    census_actions,
    census_sheets,
    desk,
    figures,
    maps,
    places,
    ranking,
    reading,
    routes,
    sheets,
    sizes,
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
    path("census/", census.census, name="census"),
    path("census/sheet/", census_sheets.census_sheet, name="census-sheet"),
    path("census/sheet/<uuid:sheet>/", census_sheets.census_preview, name="census-preview"),
    path("census/sheet/<uuid:sheet>/storing/", census_sheets.census_storing, name="census-storing"),
    path(
        "census/sheet/<uuid:sheet>/dropping/", census_sheets.census_dropping, name="census-dropping"
    ),
    path("census/files/<slug:form>/", census_sheets.census_file, name="census-file"),
    path("routes/", routes.routes, name="routes"),
    path("routes/new/", routes.route_new, name="route-new"),
    path("routes/<uuid:way>/", routes.route, name="route"),
    path("routes/<uuid:way>/removal/", routes.route_removal, name="route-removal"),
    path("sizes/", sizes.sizes, name="sizes"),
    path("sizes/lists/", sizes.two_lists, name="sizes-lists"),
    path("sizes/service/", sizes.service, name="sizes-service"),
    path("sizes/beyond/", sizes.beyond, name="sizes-beyond"),
    path("<uuid:pk>/", places.place, name="place"),
    path("<uuid:pk>/change/", places.change, name="change"),
    path("<uuid:pk>/removal/", places.removal, name="removal"),
    path("<uuid:pk>/figures/", figures.figures, name="figures"),
    path("<uuid:pk>/figures/<uuid:value>/removal/", figures.figure_removal, name="figure-removal"),
    path("<uuid:pk>/census/", census.area, name="census-area"),
    path("<uuid:pk>/census/counts/", census.counts, name="census-counts"),
    path("<uuid:pk>/census/counts/<uuid:count>/", census.count, name="census-count"),
    path(
        "<uuid:pk>/census/counts/<uuid:count>/removal/",
        census.count_removal,
        name="census-count-removal",
    ),
    path("<uuid:pk>/census/actions/", census_actions.area_actions, name="census-actions"),
    path(
        "<uuid:pk>/census/actions/<uuid:action>/", census_actions.area_action, name="census-action"
    ),
    path(
        "<uuid:pk>/census/actions/<uuid:action>/removal/",
        census_actions.area_action_removal,
        name="census-action-removal",
    ),
    path("<uuid:pk>/services/", basic_services.services, name="services"),
    path("<uuid:pk>/services/<slug:service>/", basic_services.service_check, name="service-check"),
    path(
        "<uuid:pk>/services/<uuid:check>/removal/",
        basic_services.check_removal,
        name="check-removal",
    ),
]
