"""The files beside the pages: sitemap, robots.txt, security.txt, contacts.json. Must never name a page that is not published."""

from signpost.contacts.data import PATH as CONTACTS
from signpost.contacts.data import contacts_json, points_files
from signpost.files.xml_text import escape
from signpost.hosting.security_text import PATH as SECURITY_PATH
from signpost.hosting.security_text import security_text
from signpost.pages.front_matter import HOME
from signpost.plan.places import OVERVIEW
from signpost.site import Site


def make_outputs(site: Site) -> dict[str, bytes]:
    output = {"sitemap.xml": _sitemap(site).encode(), "robots.txt": _robots(site).encode(), CONTACTS: contacts_json(site)}
    output |= points_files(site)
    if site.config.security is not None:
        output[SECURITY_PATH] = security_text(site.config.security, site).encode()
    if site.plan is not None:
        from signpost.plan.outputs import plan_outputs  # noqa: PLC0415  a site without a plan need not load it

        overviews = {code: page.path for code in site.locales if (page := site.page(code, OVERVIEW)) is not None}
        strings = {code: locale.strings for code, locale in site.locales.items()}
        output |= plan_outputs(site.plan, site.config.locales, site.config.base_url, site.today, strings, overviews)
    return output


def _sitemap(site: Site) -> str:
    """sitemaps.org 0.9, each address with its other languages. No dates: a date that is not true is worse than none."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    listed = {site.config.base_url + page.path: page.key for page in sorted(site.pages, key=lambda item: item.path) if site.is_listed(page)}
    if site.config.prefixed:
        listed = {site.config.base_url: HOME, **listed}
    for address, key in listed.items():
        lines.append(f"<url><loc>{escape(address)}</loc>")
        for other in site.alternates(key):
            lines.append(f'<xhtml:link rel="alternate" hreflang="{other.code}" href="{escape(other.address)}"/>')
        lines.append("</url>")
    lines.append("</urlset>")
    return "\n".join(lines) + "\n"


def _robots(site: Site) -> str:
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.config.base_url}sitemap.xml\n"
