"""Broken site.yml, contacts.yml and redirects.yml."""

from tests.breakages.edits import Breakage, Edit, added, instead, made

SITE = (
    Breakage("unknown setting of the site", instead("site.yml", "phase: beta", "phaze: beta")),
    Breakage("base_url without https", instead("site.yml", "https://tiny.example/", "http://tiny.example/")),
    Breakage("language that is not known", instead("site.yml", "languages: en, cy", "languages: en, fr"), alone=True),
    Breakage("language named twice", instead("site.yml", "languages: en, cy", "languages: en, en"), alone=True),
    Breakage("name in one language only", instead("site.yml", "  cy: Heddlu Bach\n", "\n")),
    Breakage("colour without contrast", instead("site.yml", "#16325c", "#ffdd00")),
    Breakage("colour that is no colour", instead("site.yml", '"#16325c"', "blue"), alone=True),
    Breakage("colour that is a comment", instead("site.yml", '"#16325c"', "#16325c"), alone=True),
    Breakage("exit address http", instead("site.yml", "https://www.bbc.co.uk/weather", "http://www.bbc.co.uk/weather")),
    Breakage("exit without address", instead("site.yml", "  address: https://www.bbc.co.uk/weather\n", "\n"), alone=True),
    Breakage("exit without title", instead("site.yml", "  title: BBC Weather", "  title:")),
    Breakage("exit title with mark-up", instead("site.yml", "BBC Weather", "</script>"), alone=True),
    Breakage("exit address too long", instead("site.yml", "co.uk/weather", f"co.uk/{'0123456789abcdef' * 100}"), alone=True),
    Breakage("exit that tells", instead("site.yml", "co.uk/weather", "co.uk/search?q=stalking"), alone=True),
    Breakage("emergency contact that is not there", instead("site.yml", "silent: 999-silent", "silent: 999-silnt")),
    Breakage("footer page that is not there", instead("site.yml", "footer: help", "footer: hlp")),
    Breakage("allowed site as an address", instead("site.yml", "- www.legislation.gov.uk", "- https://www.legislation.gov.uk"), alone=True),
)

_SILENT = "number: 999\n    keypad"  # of a contact without a relay number, which would have to change too


def _number(number: str) -> Edit:
    return instead("contacts.yml", _SILENT, _SILENT.replace("999", number))


CONTACTS = (
    Breakage("number with +44", _number("+44 20 7946 0000"), alone=True),
    Breakage("number without its 0", _number("20 7946 0000"), alone=True),
    Breakage("number that costs money", _number("0844 800 0000"), alone=True),
    Breakage("number with a letter", _number("O20 7946 0000"), alone=True),
    Breakage("number with words", _number("101 (24 hours)"), alone=True),
    Breakage("entries run together", instead("contacts.yml", "  - id: 999-silent", "    id: 999-silent"), alone=True),
    Breakage("too far to the right", instead("contacts.yml", "    number: 999\n    relay", "      number: 999\n    relay"), alone=True),
    Breakage("too far to the left", instead("contacts.yml", "    number: 999\n    relay", "   number: 999\n    relay"), alone=True),
    Breakage("hours in words", instead("contacts.yml", "hours: always", "hours: 9am to 5pm"), alone=True),
    Breakage("hours round the clock", instead("contacts.yml", "hours: always", "hours: 24/7"), alone=True),
    Breakage("kind that is not known", instead("contacts.yml", "kind: emergency", "kind: emergancy"), alone=True),
    Breakage("relay number of 999", instead("contacts.yml", "relay: 18000", "relay: 18001 999"), alone=True),
    Breakage("need that is not known", instead("contacts.yml", "needs: talk", "needs: tlak"), alone=True),
    Breakage("bold in what a contact is for", instead("contacts.yml", "en: Emergency services", "en: Emergency **services**"), alone=True),
    Breakage(
        "postcode in what a contact is for",
        instead("contacts.yml", "Call when someone is in danger.", "Call, or come to CF31 3SU, in danger."),
        alone=True,
    ),
    Breakage(
        "what a contact is for, not translated",
        instead("contacts.yml", "Ffoniwch pan fydd rhywun mewn perygl.", "Call when someone is in danger."),
        alone=True,
    ),
    Breakage("day in place of a name", instead("contacts.yml", "checked_by: A. Tester", "checked_by: 2026-11-01"), alone=True),
    Breakage("contacts.yml with a list too few", made("contacts.yml", "contacts:\n"), alone=True),
)

REDIRECTS = (
    Breakage("redirect to nowhere", made("redirects.yml", "redirects:\n  - old: /help/\n    new: /en/hlp/\n"), alone=True),
    Breakage("redirect from a page", made("redirects.yml", "redirects:\n  - old: /en/help/\n    new: /en/\n"), alone=True),
    Breakage(
        "redirects in a circle", made("redirects.yml", "redirects:\n  - old: /a/\n    new: /b/\n  - old: /b/\n    new: /a/\n"), alone=True
    ),
    Breakage("redirect off the site", made("redirects.yml", "redirects:\n  - old: /help/\n    new: https://evil.example/\n")),
)

GATES = (Breakage("promise that no site can keep", added("en/index.md", "\nThis site leaves no trace.\n"), alone=True),)
