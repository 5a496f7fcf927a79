"""How readers tell the force about the site: the `feedback:` settings, read and checked.

Must never ask for a name or an email address, and never send a form anywhere but where site.yml says.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from signpost.files.fields import Fields

KINDS = ("netlify", "address", "email", "none")
PAGE = "feedback"
THANKS = "feedback/thanks"
PROBLEM = "feedback/problem"
AFTER_SENDING = (THANKS, PROBLEM)
"""Pages that say what became of a message: of no use to who has sent none."""


@dataclass(frozen=True)
class FeedbackSettings:
    """`netlify`: the host's own form service; `address`: another one; `email`: a contact's mail; `none`: no form."""

    kind: str = "none"
    address: str | None = None
    contact: str | None = None

    @property
    def has_form(self) -> bool:
        return self.kind in {"netlify", "address"}

    @property
    def form_action(self) -> str:
        """What the security policy allows a form to be sent to (CSP Level 3, 6.4.1).

        The site itself is allowed beside another service, because the service leads back to the page of thanks.
        """
        if self.kind == "netlify":
            return "'self'"
        if self.kind == "address" and self.address:
            parts = urlsplit(self.address)
            return f"{parts.scheme}://{parts.netloc}{parts.path} 'self'"
        return "'none'"


def read_feedback(fields: Fields) -> FeedbackSettings:
    """The settings under `feedback:`; without them there is no form."""
    group = fields.group("feedback", "“feedback”")
    if group is None:
        return FeedbackSettings()
    kind = group.choice("kind", KINDS)
    settings = FeedbackSettings(kind, _address(group, kind), _contact(group, kind))
    group.finish()
    return settings


def _address(group: Fields, kind: str) -> str | None:
    address = group.address("address")
    if kind != "address":
        if group.has("address"):
            group.wrong(
                "address", f"“address” belongs to “kind: address”. Delete the line, or write “kind: address” instead of “kind: {kind}”."
            )
        return None
    if not group.has("address"):
        group.wrong("address", "“address” is missing from “feedback”. Write the https address that takes the form.", "missing-field")
    elif address is not None and any(sign in address for sign in ";,#?"):
        group.wrong("address", "“address” may not have a ; a , a ? or a # in it. Write the plain address that takes the form.")
    return address


def _contact(group: Fields, kind: str) -> str | None:
    contact = group.optional_text("contact", 60)
    if kind != "email":
        if contact is not None:
            group.wrong(
                "contact", f"“contact” belongs to “kind: email”. Delete the line, or write “kind: email” instead of “kind: {kind}”."
            )
        return None
    if contact is None and not group.has("contact"):
        group.wrong(
            "contact", "“contact” is missing from “feedback”. Write the key of a contact with an email in contacts.yml.", "missing-field"
        )
    return contact
