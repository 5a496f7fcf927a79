"""What the fuzzer drives: bytes as a page, as Markdown, as the contacts, as the plan; and what must hold of any bytes.

Nothing but sentences may come of them: no exception, no mark-up that is not ours, no address that may not be published.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from signpost.config import read_config
from signpost.contacts.register import read_contacts
from signpost.files.web_address import address_fault
from signpost.markdown.gathered import Prose
from signpost.markdown.reader import MarkdownReader
from signpost.model import SiteConfig
from signpost.pages.document import Document
from signpost.pages.reading import read_pages
from signpost.plan.plans import read_plan
from signpost.problems import Problems
from tests.tiny_site import SITES

Target = Callable[[bytes], None]
TODAY = date(2026, 11, 25)
LOCALES = ("en", "cy")
READER = MarkdownReader({code: {"warning": "Warning", "emergency": "Emergency"} for code in LOCALES})
_TAG = re.compile(r"</?([a-z][a-z0-9]*)((?:\s+[a-z-]+=\"[^\"<>]*\")*)>")
_TAGS = {
    "p", "em", "strong", "ul", "ol", "li", "blockquote", "br", "a", "h1", "h2", "h3", "h4", "h5", "h6", "div", "details", "summary",
    "figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {"id", "class", "href", "rel", "start", "scope", "role", "data-label"}
_SENTENCE_ENDS = (".", "?", "”", "!")


class Harm(AssertionError):
    """The bytes have done something that no bytes may do."""


def check_problems(problems: Problems) -> None:
    for problem in problems:
        if not problem.message.endswith(_SENTENCE_ENDS) or "\n" in problem.message or "Traceback" in problem.message:
            raise Harm(f"this is no sentence: {problem.message!r}")
        if problem.line < 0 or not problem.file.startswith("content"):
            raise Harm(f"this is no place: {problem.as_text()!r}")


def check_document(document: Document) -> None:
    """Of a document without mistakes: only tags and attributes of ours, and links that may be published."""
    html = "".join(part if isinstance(part, str) else "" for part in document.parts)
    if "<" in _TAG.sub("", html):
        raise Harm(f"an angle bracket stands bare: {html!r}")
    for tag, attributes in _TAG.findall(html):
        names = set(re.findall(r"\s([a-z-]+)=", attributes))
        if tag not in _TAGS or not names <= _ATTRIBUTES:
            raise Harm(f"this is no tag of ours: <{tag}{attributes}>")
    for link in document.outside_links:
        if address_fault(link.address) is not None:
            raise Harm(f"this address may not be published: {link.address!r}")


class Targets:
    """The four targets, on the files of one folder that is only theirs."""

    def __init__(self, content: Path) -> None:
        self._content = content
        for name in ("en", "cy", "action-plan"):
            (content / name).mkdir(parents=True)
        for name in ("plan.yml", "updates.yml", "recommendation-7.yml"):
            (content / "action-plan" / name).write_bytes((SITES / "plan-example" / "action-plan" / name).read_bytes())
        config = read_config(SITES / "plan-example", "content", Problems())
        assert config is not None
        self._config: SiteConfig = config
        self.all: dict[str, Target] = {"page": self.page, "markdown": self.markdown, "contacts": self.contacts, "plan": self.plan}

    def page(self, data: bytes) -> None:
        """A whole file: settings between the lines of hyphens, and text."""
        (self._content / "en/fuzzed.md").write_bytes(data)
        problems = Problems()
        pages = read_pages(self._content, "content", self._config, READER, problems).pages
        check_problems(problems)
        if not problems.errors:
            for page in pages:
                check_document(page.document)

    def markdown(self, data: bytes) -> None:
        """Text alone; the first byte chooses the language."""
        problems = Problems()
        document = READER.read(Prose(data[1:].decode("utf-8", "replace"), "content/a.md", 1, LOCALES[data[0] % 2 if data else 0]), problems)
        check_problems(problems)
        if not problems.errors:
            check_document(document)

    def contacts(self, data: bytes) -> None:
        (self._content / "contacts.yml").write_bytes(data)
        problems = Problems()
        routes = read_contacts(self._content, "content", self._config, TODAY, problems)
        check_problems(problems)
        for route in routes.values() if not problems.errors else ():
            for address in (route.website, route.web_chat):
                if address is not None and address_fault(address) is not None:
                    raise Harm(f"this address may not be published: {address!r}")

    def plan(self, data: bytes) -> None:
        """The first byte chooses the file that the rest is written to; the others are as they should be."""
        names = ("plan.yml", "updates.yml", "recommendation-7.yml")
        path = self._content / "action-plan" / names[data[0] % len(names) if data else 0]
        good = path.read_bytes()
        path.write_bytes(data[1:])
        problems = Problems()
        try:
            plan = read_plan(self._content, "content", LOCALES, TODAY, problems)
        finally:
            path.write_bytes(good)
        check_problems(problems)
        if plan is None and not problems.errors:
            raise Harm("there is no plan, and nothing is said of it")
