"""ActionPlan -> one Word document in one language, to print or to send: the whole plan, however long it is.

The same words in the same order as the whole plan on the pages. Must never leave an update out, and never show what
the report asks as what the force answers.
"""

from collections.abc import Iterator

from signpost.files.word import Paragraph, word_document
from signpost.plan.model import ActionPlan, Part, Recommendation
from signpost.plan.recommendation import addressed
from signpost.plan.views import ActionView, PartView, PlanLink, UpdateView, ViewMaker
from signpost.plan.words import PlanWords, Said

_HEADINGS = ("Heading1", "Heading2", "Heading3")


def plan_document(plan: ActionPlan, words: PlanWords, address: str, title: str) -> bytes:
    """`address` is the page of the plan, where the newest state of it stands."""
    return word_document(title, words.locale, _Document(plan, words, address, title).paragraphs())


class _Document:
    def __init__(self, plan: ActionPlan, words: PlanWords, address: str, title: str) -> None:
        self._plan, self._words, self._address, self._title = plan, words, address, title
        self._maker = ViewMaker(words, str, lambda _: "")

    def paragraphs(self) -> Iterator[Paragraph]:
        plan, words = self._plan, self._words
        yield Paragraph(self._title, "Title")
        if plan.last_updated is not None:
            yield Paragraph(f"{words['updated_label']}: {words.date(plan.last_updated)}.")
        yield Paragraph(f"{words['document_newest']} {self._address}")
        if plan.retired is not None:
            yield Paragraph(words["retired"].format(date=words.date(plan.retired)))
        for texts, day_to_day in ((plan.executive_lead, ""), (plan.operational_lead, f" {words['who_operational']}")):
            if texts is not None:
                yield self._said(words.said(texts), f"{words['who_label']}:{day_to_day} ")
        for texts in (*plan.introduction, *((plan.left_out,) if plan.left_out else ())):
            yield self._said(words.said(texts))
        for item in plan.recommendations:
            yield self._said(self._maker.title(item), style="Heading1")
            if (asked := addressed(item, words)) is not None:
                yield Paragraph(asked)
            yield from self._part(item, 1)
            for requirement in item.requirements:
                yield Paragraph(words.part(requirement), "Heading2")
                yield from self._part(requirement, 2)
        if plan.updates:
            yield Paragraph(words["whole_updates"], "Heading1")
            yield from self._updates(self._maker.updates(plan.updates, plan.updates))

    def _part(self, part: Recommendation | Part, level: int) -> Iterator[Paragraph]:
        """`level` is that of the headings inside it, from 0."""
        words, heading = self._words, _HEADINGS[level]
        view: PartView = self._maker.part(part, part.updates)
        yield Paragraph(f"{words['status_label']}: {view.status}{self._own_words(view.own_words)}")
        yield Paragraph(words["asks"], heading)
        yield self._said(view.asks, style="Quote") if view.asks else Paragraph(words["asks_missing"], "Quote")
        yield Paragraph(view.answer_title, heading)
        yield Paragraph(view.answer)
        if view.answer_text is not None:
            yield self._said(view.answer_text)
        if view.actions:
            yield Paragraph(words["actions"], heading)
            for action in view.actions:
                yield from self._action(action)
        if view.updates or not view.has_points:
            yield Paragraph(words["updates"], heading)
            yield from self._updates(view.updates)

    def _action(self, action: ActionView) -> Iterator[Paragraph]:
        words = self._words
        yield self._said(action.text, f"{action.name}. ")
        if not action.owners:
            yield Paragraph(words["owner_none"], "ListParagraph")
        for owner in action.owners:
            yield self._said(owner, f"{words['owner']} ", "ListParagraph")
        yield Paragraph(f"{words['status_label']}: {action.status}{self._own_words(action.own_words)}", "ListParagraph")
        yield Paragraph("; ".join(text for text in (action.start, action.deadline) if text), "ListParagraph")
        if action.depends_on is not None:
            yield self._said(action.depends_on, f"{words['depends']} ", "ListParagraph")
        yield from self._links(words["evidence"], action.evidence)

    def _updates(self, updates: tuple[UpdateView, ...]) -> Iterator[Paragraph]:
        if not updates:
            yield Paragraph(self._words["updates_none"])
        for update in updates:
            yield Paragraph(f"{update.title} ({update.kind}){self._own_words(update.own_words)}", "EntryTitle")
            for note in update.notes:
                yield self._said(note.text, style="ListParagraph")
            if update.text is not None:
                yield self._said(update.text, style="ListParagraph")
            yield from self._links(self._words["evidence"], update.evidence)
            yield from self._links("", (update.source,) if update.source is not None else ())

    def _links(self, before: str, links: tuple[PlanLink, ...]) -> Iterator[Paragraph]:
        """On paper an address must be read, not pressed."""
        for link in links:
            yield self._said(link.text, f"{before} " if before else "", "ListParagraph", f" ({link.href})" if link.href else "")

    def _own_words(self, text: str | None) -> str:
        return f" ({self._words['own_words'].format(words=text)})" if text else ""

    def _said(self, said: Said, before: str = "", style: str = "Normal", after: str = "") -> Paragraph:
        return Paragraph(f"{before}{said.text}{after}", style, said.lang)
