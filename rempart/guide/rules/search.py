"""Search as one types: no regard to accents or case, words begun, a typo forgiven, ranked.

One index per language, built once from documents. Pure: texts in, hits out.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from rempart.guide.rules.kinds import Kind
from rempart.guide.rules.words import WORD, plain, stem, stems

TITLE, OTHER, TEXT, ECHO, LINE = 8.0, 7.0, 3.0, 2.5, 2.0  # what a word found there weighs
WHOLE, BEGUN, MISTYPED = 1.0, 0.7, 0.45  # how well it was found
NAMED, CALLED, NUMBERED = 1000.0, 30.0, 200.0  # by its name; by its beginning; down to a number
SAID, TITLED, PHRASE = 60.0, 100.0, 12.0  # by another word for it; by its title; by a part of it
FORGIVEN = ((8, 2), (4, 1))  # from so many letters on, so many may be wrong
MANY = 400  # words a few letters may begin; a longer list says nothing
BEFORE, AFTER = 60, 120  # letters of an excerpt around what was found
FEW, BEHIND = 5, 0.1  # fewer whole answers than this bring the nearly whole ones, far behind,
TELLING = 30  # ...if by a word that no more documents than this hold
EMPTY = """a an and are as at be by can do does for from has have how i in is it my of on or our
that the their them they this to we what when where which who why with you your
au aux avec ce ces cette comment dans de des du elle en est et il ils je la le les leur leurs ne
nous on ou par pas pour qu quand que quel quelle quelles quels qui quoi sa se ses son sont sur un
une vous y a d j l m n s"""
STOP = frozenset(EMPTY.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What can be found: an entry, as it is said in one language."""

    slug: str
    kind: Kind
    title: str
    text: str = ""
    lines: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # what it is called for short: "box 8", "encadré 8", "box.08"
    other_words: tuple[
        str, ...
    ] = ()  # what else is typed for it, words we no longer say among them
    echoes: tuple[str, ...] = ()  # such words of what this is about


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an excerpt, found or around what was found."""

    text: str
    is_found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that answers, the better the higher its score, and where it does."""

    slug: str
    kind: Kind
    score: float
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A word of the question, and the words of the index that answer it, with how well."""

    word: str
    answers: Mapping[str, float]


class Index:
    """The documents of one language, ready to be searched."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = tuple(documents)
        self._places: dict[str, dict[int, float]] = defaultdict(dict)
        self._names: list[tuple[str, int]] = []
        self._other: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, document in enumerate(self._documents):
            self._add(number, document)
        self._words = sorted(self._places)
        self._names.sort()

    def search(self, question: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Return the documents that answer a question, the best first."""
        asked = [_Asked(word, self._answers(word)) for word in _words_asked(question)]
        scores = self._named(question)
        for number, score in self._score(asked).items():
            scores[number] += score
        said = stems(question)
        for phrase, numbers in self._other.items():
            if _holds(said, phrase):
                for number in numbers:
                    scores[number] += SAID
        self._favour_titles(scores, said)
        best = sorted(scores, key=lambda number: (-scores[number], number))[:limit]
        return tuple(self._hit(number, scores[number], asked) for number in best)

    def _add(self, number: int, document: Document) -> None:
        for name in document.names:
            self._names.append((" ".join(stems(name)), number))
        for words in document.other_words:
            self._other[tuple(stems(words))].append(number)
        weights: dict[str, float] = defaultdict(float)
        for texts, weight in _weighed(document):
            for word in {word for text in texts for word in stems(text)}:
                weights[word] = max(weights[word], weight)
        for word, weight in weights.items():
            self._places[word][number] = weight

    def _named(self, question: str) -> dict[int, float]:
        """Return the documents whose name was typed, and those whose name begins so."""
        typed = " ".join(stems(question))
        scores: dict[int, float] = defaultdict(float)
        if not typed:
            return scores
        begun = NUMBERED if typed[-1].isdigit() else CALLED
        for name, number in self._names[bisect_left(self._names, (typed, 0)) :]:
            if not name.startswith(typed):
                break
            scores[number] = max(scores[number], NAMED if name == typed else begun)
        return scores

    def _answers(self, word: str) -> Mapping[str, float]:
        """Return the words that a typed word means: itself, those it begins, else those near it."""
        said = stem(word)
        found = dict.fromkeys(self._beginning_with(word), BEGUN)
        found |= dict.fromkeys(self._beginning_with(said), BEGUN)
        if said in self._places:
            found[said] = WHOLE
        return found or dict.fromkeys(self._near(said), MISTYPED)

    def _beginning_with(self, start: str) -> list[str]:
        first = bisect_left(self._words, start)
        last = bisect_left(self._words, f"{start}\uffff", lo=first)
        return self._words[first : min(last, first + MANY)]

    def _near(self, word: str) -> Iterator[str]:
        wrong = next((allowed for letters, allowed in FORGIVEN if len(word) >= letters), 0)
        if wrong:
            near = extract(word, self._words, scorer=OSA.distance, score_cutoff=wrong, limit=5)
            yield from (found for found, _, _ in near)

    def _score(self, asked: list[_Asked]) -> dict[int, float]:
        """Return the documents that answer the most words; where few do, those one word short too."""
        found = [self._score_of(one) for one in asked]
        counts = Counter(number for scores in found for number in scores)
        most = max(counts.values(), default=0)
        best = {number for number, count in counts.items() if count == most}
        telling = {number for scores in found if len(scores) <= TELLING for number in scores}
        near = {n for n in telling if counts[n] == most - 1} if len(best) < FEW else set()
        return {
            number: sum(scores.get(number, 0.0) for scores in found)
            * (1.0 if number in best else BEHIND)
            for number in best | near
        }

    def _score_of(self, asked: _Asked) -> dict[int, float]:
        best: dict[int, float] = {}
        for word, quality in asked.answers.items():
            places = self._places[word]
            rare = log(1 + len(self._documents) / len(places))
            for number, weight in places.items():
                best[number] = max(best.get(number, 0.0), weight * quality * rare)
        return best

    def _favour_titles(self, scores: dict[int, float], said: list[str]) -> None:
        for number in scores if said else ():
            title = stems(self._documents[number].title)
            if title == said:
                scores[number] += TITLED
            elif _holds(title, tuple(said)):
                scores[number] += PHRASE

    def _hit(self, number: int, score: float, asked: list[_Asked]) -> Hit:
        document = self._documents[number]
        found = frozenset(word for one in asked for word in one.answers)
        return Hit(
            slug=document.slug,
            kind=document.kind,
            score=score,
            title=tuple(_pieces(document.title, found)),
            excerpt=excerpt_of((document.text, *document.lines), found),
        )


def by_kind(hits: Iterable[Hit]) -> dict[Kind, tuple[Hit, ...]]:
    """Return the hits by their kind; the kind of the best hit comes first."""
    groups: dict[Kind, list[Hit]] = defaultdict(list)
    for hit in hits:
        groups[hit.kind].append(hit)
    return {kind: tuple(found) for kind, found in groups.items()}


def excerpt_of(texts: Iterable[str], found: frozenset[str]) -> tuple[Piece, ...]:
    """Return the part of the first text that holds a found word, else the start of the first."""
    told = [text for text in texts if text]
    for text in told:
        for match in WORD.finditer(text):
            if stem(plain(match[0])) in found:
                return tuple(_pieces(_around(text, match.start()), found))
    return tuple(_pieces(_around(told[0], 0), found)) if told else ()


def _around(text: str, at: int) -> str:
    """Return the part of a text around a place, cut between words."""
    first = text.rfind(" ", 0, at - BEFORE) + 1 if at > BEFORE else 0
    last = len(text) if len(text) <= at + AFTER else text.rfind(" ", at, at + AFTER)
    last = last if last > at else min(len(text), at + AFTER)
    return f"{'… ' if first else ''}{text[first:last]}{' …' if last < len(text) else ''}"


def _pieces(text: str, found: frozenset[str]) -> Iterator[Piece]:
    """Yield a text in pieces, so that a page can mark what was found without building markup."""
    done = 0
    for match in WORD.finditer(text):
        if stem(plain(match[0])) in found:
            if match.start() > done:
                yield Piece(text[done : match.start()], is_found=False)
            yield Piece(match[0], is_found=True)
            done = match.end()
    if done < len(text):
        yield Piece(text[done:], is_found=False)


def _words_asked(question: str) -> list[str]:
    """Return the words that mean something; all of them if none does."""
    words = WORD.findall(plain(question))[:12]
    return [word for word in words if word not in STOP] or words


def _weighed(document: Document) -> Iterator[tuple[tuple[str, ...], float]]:
    yield (document.title,), TITLE
    yield (document.text,), TEXT
    yield document.lines, LINE
    yield document.other_words, OTHER
    yield document.echoes, ECHO


def _holds(said: list[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(said[at : at + size]) == phrase for at in range(len(said) - size + 1))
