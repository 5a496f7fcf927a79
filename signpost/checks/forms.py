"""Fields: each has a label that can be seen, and those about the reader can be filled in by the browser (WCAG 2.2, 1.3.5, 3.3.2)."""

from signpost.output.page import Element, OutputPage
from signpost.problems import Problem
from signpost.site import Site

_NOT_FIELDS = {"hidden", "submit", "button", "reset", "image"}
_PERSONAL = {
    "name": "name", "full-name": "name", "fullname": "name", "your-name": "name", "first-name": "given-name", "last-name": "family-name",
    "surname": "family-name", "email": "email", "your-email": "email", "e-mail": "email", "phone": "tel", "telephone": "tel", "tel": "tel",
    "mobile": "tel", "postcode": "postal-code", "address": "street-address", "birthday": "bday", "date-of-birth": "bday", "dob": "bday",
}  # fmt: skip
"""What fields about the reader are often called -> the purpose that WCAG 2.2, section 7, gives them."""


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        labels = {label.get("for"): label.words for label in page.tagged("label") if label.get("for")}
        for field in page.tagged("input", "select", "textarea"):
            if field.get("type") not in _NOT_FIELDS:
                problems += [page.problem("field", message) for message in _faults(field, labels)]
        problems += [page.problem("field", message) for message in _groups(page)]
    return problems


def _faults(field: Element, labels: dict[str, str]) -> list[str]:
    faults = []
    name = field.get("name") or field.get("id") or field.tag
    around = next((node.text() for node in field.above() if node.tag == "label"), "")
    if not (labels.get(field.get("id")) or around.strip()):
        faults.append(f"The field “{name}” has no label. A placeholder or a title is no label.")
    purpose = _PERSONAL.get(field.get("name").lower().replace("_", "-")) or {"email": "email", "tel": "tel"}.get(field.get("type"))
    if purpose and not set(field.get("autocomplete").split()) - {"on", "off"}:
        faults.append(f'The field “{name}” asks for something about the reader. Add autocomplete="{purpose}".')
    if "onpaste" in field.attributes or "onkeydown" in field.attributes:
        faults.append(f"The field “{name}” watches what is pasted or typed. Let readers paste (WCAG 2.2, 3.3.8).")
    return faults


def _groups(page: OutputPage) -> list[str]:
    """Choices that belong together need one question around them."""
    names: dict[str, int] = {}
    outside: set[str] = set()
    for field in page.tagged("input"):
        if field.get("type") in {"radio", "checkbox"}:
            names[field.get("name")] = names.get(field.get("name"), 0) + 1
            set_around = next((node for node in field.above() if node.tag == "fieldset"), None)
            legend = set_around.css_first("legend") if set_around is not None else None
            if legend is None or not legend.text().strip():
                outside.add(field.get("name"))
    return [
        f"The choices “{name}” need a <fieldset> with a <legend> that asks the question."
        for name, count in names.items()
        if count > 1 and name in outside
    ]
