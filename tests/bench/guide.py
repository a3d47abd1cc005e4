"""The guide: its pages against the same words in a bare template."""

from collections.abc import Callable, Iterator
from html.parser import HTMLParser

from django.template import Context, Engine
from django.test import Client

from tests.bench import Bench

BARE = Engine().from_string(
    "<ul>{% for line in lines %}<li>{{ line }}</li>{% endfor %}"
    '{% for link in links %}<li><a href="{{ link }}"></a></li>{% endfor %}</ul>'
)
PAGES = {
    "a strategy": "/guide/entries/area.wr/",
    "an action": "/guide/entries/act.18/",
    "the shelf of examples": "/guide/shelves/examples/",
    "the glossary": "/guide/shelves/glossary/",
    "Figure 1": "/guide/figure-1/",
}


class Words(HTMLParser):
    """Gathers what a page says, and where it leads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep every address."""
        self.links += [value for name, value in attrs if name in {"href", "action"} and value]

    def handle_data(self, data: str) -> None:
        """Keep every piece of text."""
        if words := data.strip():
            self.lines.append(words)


def reading(address: str, language: str) -> Callable[[], str]:
    """Return a call that opens a page of the guide, as a stranger does."""
    browser = Client(headers={"accept-language": language})

    def read() -> str:
        answer = browser.get(address)
        assert answer.status_code == 200, address
        return answer.content.decode()

    return read


def bare(page: str) -> Callable[[], str]:
    """Return a call that renders the same words and addresses in a bare template."""
    said = Words(page)
    return lambda: BARE.render(Context({"lines": said.lines, "links": said.links}))


def benches() -> Iterator[Bench]:
    """Each of the guide's large pages, in both languages."""
    for language in ("en", "fr"):
        for name, address in PAGES.items():
            read = reading(address, language)
            yield Bench(
                name=f"guide: {name} ({language})", run=read, floor=bare(read()), times=8, rounds=20
            )
