"""The addresses of the programmes room. Each step's page bears the step's name."""

from django.urls import path

from rempart.programmes import views
from rempart.programmes.rules.codes import Step
from rempart.programmes.views import (
    appearance,
    changes,
    copying,
    desk,
    documents,
    lifecycle,
    review,
    versions,
)

app_name = "programmes"
urlpatterns = [
    path("", views.programmes, name="list"),
    path("new/", views.new, name="new"),
    path("desk/", desk.desk, name="desk"),
    path("import/", documents.import_programme, name="import"),
    path("headings/", appearance.headings, name="headings"),
    path("template/", appearance.template, name="template"),
    path("template/file/", appearance.template_file, name="template-file"),
    path("template/removal/", appearance.template_removal, name="template-removal"),
    path("<uuid:pk>/", views.programme, name="programme"),
    path("<uuid:pk>/draft/", views.draft, name="draft"),
    path("<uuid:pk>/frame/", views.step, {"step": Step.FRAME}, name="frame"),
    path("<uuid:pk>/situation/", views.step, {"step": Step.SITUATION}, name="situation"),
    path("<uuid:pk>/who/", views.step, {"step": Step.WHO}, name="who"),
    path("<uuid:pk>/strategies/", views.step, {"step": Step.STRATEGIES}, name="strategies"),
    path("<uuid:pk>/strategies/<str:action>/", views.action, name="action"),
    path("<uuid:pk>/results/", views.step, {"step": Step.RESULTS}, name="results"),
    path("<uuid:pk>/results/proposals/", views.proposal, name="proposal"),
    path("<uuid:pk>/results/<slug:level>/<str:result>/", views.result, name="result"),
    path("<uuid:pk>/results/<slug:level>/<str:result>/measures/", views.measure, name="measure"),
    path("<uuid:pk>/questions/", views.questions, name="questions"),
    path("<uuid:pk>/review/", review.review, name="review"),
    path("<uuid:pk>/review/<slug:rule>/", review.setting_aside, name="setting-aside"),
    path("<uuid:pk>/review/<slug:rule>/taking-up/", review.taking_up, name="taking-up"),
    path("<uuid:pk>/submission/", review.submission, name="submission"),
    path("<uuid:pk>/reopening/", review.reopening, name="reopening"),
    path("<uuid:pk>/passages/<slug:move>/", lifecycle.passage, name="passage"),
    path("<uuid:pk>/versions/", versions.versions, name="versions"),
    path("<uuid:pk>/versions/<int:number>/", versions.version, name="version"),
    path(
        "<uuid:pk>/versions/<int:number>/restoration/",
        versions.restoration,
        name="version-restoration",
    ),
    path(
        "<uuid:pk>/versions/<int:number>/document/<slug:form>/",
        versions.version_document,
        name="version-document",
    ),
    path("<uuid:pk>/changes/", changes.changes, name="changes"),
    path("<uuid:pk>/changes/new/", changes.new_change, name="change-new"),
    path("<uuid:pk>/changes/<int:number>/", changes.change, name="change"),
    path("<uuid:pk>/changes/<int:number>/decision/", changes.decision, name="change-decision"),
    path(
        "<uuid:pk>/changes/<int:number>/withdrawal/",
        changes.withdrawal,
        name="change-withdrawal",
    ),
    path("<uuid:pk>/copying/", copying.copying, name="copying"),
    path("<uuid:pk>/checking/", copying.checking, name="checking"),
    path("<uuid:pk>/comparison/", versions.comparison, name="comparison"),
    path("<uuid:pk>/document/", documents.document, name="document"),
    path("<uuid:pk>/document/<slug:form>/", documents.document_file, name="document-file"),
    path("<uuid:pk>/rows/<slug:kind>/add/", views.addition, name="row-add"),
    path("<uuid:pk>/rows/<slug:kind>/<str:key>/", views.row, name="row"),
    path("<uuid:pk>/rows/<slug:kind>/<str:key>/move/", views.move, name="row-move"),
    path("<uuid:pk>/rows/<slug:kind>/<str:key>/removal/", views.removal, name="row-removal"),
]
