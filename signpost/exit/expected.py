"""The exit as the component in quick_exit/ says that it must stand on every page, and what on a page differs from it.

Reads the component itself, never what the renderer meant to write: a template that somebody wrote gets no say here.
"""

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from signpost.exit.component import COMPONENT, ExitStrings, exit_script, exit_style, read_exit_strings
from signpost.output.page import OutputPage
from signpost.site import Site

FOCUSABLE = (
    "a[href], area[href], button, input, select, textarea, summary, iframe, object, embed, "
    "audio[controls], video[controls], [tabindex], [contenteditable]"
)
"""What a keyboard may stop at (HTML Living Standard, 6.6.2), and more: what stands before the exit has no business there."""
_WRITTEN = {"class", "href", "rel", "draggable", "data-quick-exit", "aria-keyshortcuts"}
"""The attributes of the link in quick_exit.html."""
_HIDING = {"hidden", "inert", "aria-hidden"}


@dataclass(frozen=True)
class ExpectedExit:
    """`script` and `style` are texts that every page holds; `strings` are the words by locale code."""

    site: Site
    script: str
    style: str
    strings: dict[str, ExitStrings]

    def link_faults(self, page: OutputPage) -> list[str]:
        """What is wrong with the link, which must work without script."""
        link = page.tree.css_first(f"body :is({FOCUSABLE})")
        if link is None or link.tag != "a" or "data-quick-exit" not in link.attributes:
            return ["The first thing that can be reached with the keyboard must be the exit link. Put the exit first in the page."]
        faults = [*self._place_faults(link), *self._attribute_faults(link), *self._word_faults(page, link)]
        for other in page.having("data-quick-exit"):
            if other.tag != "a" or other.get("href") != self.site.config.exit.address:
                faults.append("A link with data-quick-exit does not lead to the exit address of site.yml.")
        return faults

    def _place_faults(self, link: LexborNode) -> list[str]:
        """The link stands in its row, and the row is the first thing in the body: nothing around it can hide it."""
        row = link.parent
        body = row.parent if row is not None else None
        if row is None or body is None or row.tag != "div" or row.attributes != {"class": "quick-exit"} or body.tag != "body":
            return ['The exit link must stand in <div class="quick-exit">, as quick_exit.html has it, and nothing may be around that.']
        first = next((node for node in body.iter() if node.tag != "-comment"), None)
        faults = [] if first == row else ["The exit must be the first thing in <body>. Move what stands before it."]
        around = [name for node in (body, body.parent) if node is not None for name in node.attributes if name in _HIDING]
        return [*faults, *(f"The page is hidden, and the exit with it ({name}). Take this off." for name in around)]

    def _attribute_faults(self, link: LexborNode) -> list[str]:
        attributes, settings = link.attributes, self.site.config.exit
        faults = []
        rel = (attributes.get("rel") or "").split()
        if attributes.get("href") != settings.address:
            faults.append("The exit link does not lead to the exit address of site.yml.")
        if not {"noreferrer", "nofollow"} <= set(rel):
            faults.append('The exit link must carry rel="noreferrer nofollow".')
        if "target" in attributes:
            faults.append("The exit link must open in the same window.")
        if attributes.get("class") != "quick-exit__link":
            faults.append('The exit link must carry class="quick-exit__link", or the style of the exit does not reach it.')
        if attributes.get("aria-keyshortcuts", "") != ("Escape" if settings.key == "escape" else ""):
            faults.append("The exit link does not name the key of site.yml (aria-keyshortcuts), or names one that does nothing.")
        for name in sorted(set(attributes) - _WRITTEN - {"target"}):
            faults.append(f"The exit link carries “{name}”, which may hide it or change what it does. Write it as quick_exit.html does.")
        return faults

    def _word_faults(self, page: OutputPage, link: LexborNode) -> list[str]:
        words = self.strings.get(page.language)
        if words is None:
            return [f"The exit has no words in the language of the page (“{page.language}”). Write them in quick_exit/strings.yml."]
        faults = []
        label = " ".join(link.text().split())
        parts = [(part.attributes.get("lang"), part.text()) for part in link.css("[lang]")]
        if (label, parts) not in ((words.label, []), self._label_of_all(page.language, words.label)):
            faults.append(f"The exit link says “{label}” and must say “{words.label}”, in the language of the page.")
        key = self.site.config.exit.key
        plain = {"escape": "Escape", "escape-twice": "Escape, Escape", "off": ""}[key]
        hints = link.parent.css("[data-quick-exit-hint]") if link.parent is not None else []
        said = [hint.attributes.get("data-quick-exit-hint") or "" for hint in hints]
        if said not in [[hint] if hint else [] for hint in (words.hint_for(key), plain)]:
            faults.append(f"The hint beside the exit must say “{words.hint_for(key)}”, and nothing when no key leaves.")
        if any(element.text.strip() for element in page.having("data-quick-exit-hint")):
            faults.append("The key is promised before the script listens: what has data-quick-exit-hint must be empty.")
        return faults

    def _label_of_all(self, language: str, label: str) -> tuple[str, list[tuple[str | None, str]]]:
        """The label on a page of all languages: its own, then the short word of each other one, marked as such."""
        others: list[tuple[str | None, str]] = [
            (code, locale.strings["exit_short"]) for code, locale in self.site.locales.items() if code != language
        ]
        return " / ".join([label, *(short for _, short in others)]), others


def expected_exit(site: Site) -> ExpectedExit:
    """Read the component for the settings of a site."""
    return ExpectedExit(site, exit_script(COMPONENT, site.config.exit), exit_style(COMPONENT), read_exit_strings(COMPONENT))
