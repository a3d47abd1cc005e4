"""The addresses of the accounts room. The names beginning with account_ are those allauth looks up."""

from allauth.account import views as allauth
from django.urls import path

from rempart.accounts.views import door, oneself, people

urlpatterns = [
    path("", oneself.oneself, name="oneself"),
    path("organisation/", people.organisation, name="organisation"),
    path("people/", people.people, name="people"),
    path("people/new/", people.opening, name="account-opening"),
    path("people/<uuid:pk>/", people.person, name="person"),
    path("people/<uuid:pk>/role/", people.role, name="person-role"),
    path("people/<uuid:pk>/closure/", people.closure, name="person-closure"),
    path("people/<uuid:pk>/reopening/", people.reopening, name="person-reopening"),
    path("people/<uuid:pk>/password/", people.password, name="person-password"),
    path("sign-in/", allauth.login, name="account_login"),
    path("sign-in/over/", door.over, name="account_login_over"),
    path("sign-in/carrying/", door.carrying, name="account_login_carrying"),
    path("sign-out/", allauth.logout, name="account_logout"),
    path("password/", allauth.password_change, name="account_change_password"),
    path("password/forgotten/", door.forgotten, name="account_reset_password"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
]
