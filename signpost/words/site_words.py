"""The adviser of one site: its word list, and the names in its settings and contacts. Must never add a problem to a build."""

from pathlib import Path

from signpost.model import Page
from signpost.problems import Problem, Problems
from signpost.site import Site
from signpost.words.advice import Adviser
from signpost.words.running_text import words_in
from signpost.words.word_list import FILE, read_word_list

Names = dict[str, frozenset[str]]


def adviser_of(content: Path, label: str, site: Site) -> Adviser:
    """Mistakes in words.yml were found when the site was read."""
    return Adviser(read_word_list(content, label, Problems()), names_of(site))


def names_of(site: Site) -> Names:
    """By language, the words of names in its settings and contacts, which no dictionary needs to know."""
    names = {}
    for code in site.locales:
        texts = [site.config.name[code], site.config.force[code], *(route.name[code] for route in site.contacts.values())]
        texts += [cookie.name for cookie in site.config.cookies]
        names[code] = frozenset(word for text in texts for word in words_in(text))
    return names


class PageAdvice:
    """Advice for the preview: made again only when the site was read again and the page's own words have changed."""

    def __init__(self, content: Path, label: str) -> None:
        self._content = content
        self._label = label
        self._site: Site | None = None
        self._adviser: Adviser | None = None
        self._list: bytes | None = None
        self._names: Names = {}

    def __call__(self, site: Site, page: Page) -> tuple[list[Problem], str]:
        """The remarks on a page, and how hard it is to read."""
        if self._adviser is None or self._site is not site:
            self._adviser = self._renewed(site)
        path = self._content / page.file.removeprefix(f"{self._label}/")
        advised = self._adviser.advise(path, page.file, page.locale)
        return list(advised.remarks), f"{page.file}: {advised.measure.in_words}."

    def _renewed(self, site: Site) -> Adviser:
        """What was said of pages is kept unless the names or the list have changed."""
        path = self._content / FILE
        words, names = path.read_bytes() if path.exists() else None, names_of(site)
        adviser = self._adviser
        if adviser is None or words != self._list or names != self._names:
            adviser = adviser_of(self._content, self._label, site)
        self._site, self._list, self._names = site, words, names
        return adviser
