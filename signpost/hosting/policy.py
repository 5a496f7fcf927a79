"""The content security policy of the pages (CSP Level 3), worked out from what they carry.

Must never allow anything by habit: what is not needed by these very bytes is not in it.
"""

from collections.abc import Sequence

from signpost.exit.component import script_hash
from signpost.look.assets import Assets


def content_policy(
    assets: Assets, preview: bool = False, form_action: str = "'none'", locale: str | None = None, styles: Sequence[str] | None = None
) -> str:
    """The policy as one line, for the page itself and for the host's header.

    `form_action` is where a form may be sent: given for the page that holds the form, and for the header of all pages.
    `locale` is the language of the page: the script of another language does not run there. None is for the header.
    `styles` are those that the page carries beside the one of all pages; None, for the header, is any of them.
    In a preview the reload script of livereload, served from the same origin, and its socket are allowed too.
    """
    # A script in a file runs only when its integrity attribute names a hash that stands here (CSP Level 3, 8.4).
    choice = assets.consent.policy_hashes(locale) if assets.consent else (script_hash(assets.consent_over),)
    more = assets.some_styles if styles is None else styles
    hashes = [assets.exit_script_hash, assets.open_now_hash, *choice]
    scripts = " ".join(f"'{name}'" for name in hashes) + (" 'self'" if preview else "")
    parts = [
        "default-src 'none'",
        f"script-src {scripts}",
        " ".join(["style-src 'self'", f"'{assets.style_hash}'", *(f"'{script_hash(style)}'" for style in more if style)]),
        "img-src data:",
        "base-uri 'none'",
        f"form-action {form_action}",
    ]
    if preview:
        parts.append("connect-src 'self' ws:")
    else:
        if assets.consent is not None and assets.consent.counts:
            parts.append("connect-src 'self'")
        parts.append("require-trusted-types-for 'script'")
        parts.append("trusted-types 'none'")
    return "; ".join(parts)
