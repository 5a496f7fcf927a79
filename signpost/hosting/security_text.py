"""`/.well-known/security.txt` (RFC 9116): whom to tell of a weakness of the site.

Must never be published after the day on which it expires: what it says then is not to be relied on (RFC 9116, 2.5.5).
"""

from datetime import date, timedelta

from signpost.model import SecurityContact, SiteConfig
from signpost.problems import Level, Problems
from signpost.site import Site

PATH = ".well-known/security.txt"
MOST_AHEAD = timedelta(days=366)
"""RFC 9116, 2.5.5, asks for less than a year, so that somebody looks at it again."""


def security_text(security: SecurityContact, site: Site) -> str:
    """Expires is the start of its day, UTC."""
    lines = [
        f"Contact: {security.contact}",
        f"Expires: {security.expires.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(site.locales)}",
        f"Canonical: {site.config.base_url}{PATH}",
    ]
    if security.policy is not None:
        lines.append(f"Policy: {security.policy}")
    return "\n".join(lines) + "\n"


def check_security_text(config: SiteConfig, today: date, problems: Problems) -> None:
    """A day that has come stops publishing; one that is too far away is a mistake."""
    security = config.security
    if security is None or security.expires == date.min:
        return
    if security.expires <= today:
        message = f"“security” expired on {security.expires}. Ask whether “contact” still holds, then write a new “expires”."
        problems.add("security-text", config.file, config.line("security"), message, Level.WARNING, safety=False)
    elif security.expires - today > MOST_AHEAD:
        message = f"“expires” of “security” is more than a year away ({security.expires}). Write a day within a year."
        problems.add("security-text", config.file, config.line("security"), message)
