"""The content security policy of the pages (CSP Level 3), worked out from what they carry.

Must never allow anything by habit: what is not needed by these very bytes is not in it.
"""

from signpost.assets import Assets


def content_policy(assets: Assets, preview: bool = False) -> str:
    """The policy as one line, for the page itself and for the host's header.

    In a preview the reload script of livereload, served from the same origin, and its socket are allowed too.
    """
    # A script in a file runs only when its integrity attribute names a hash that stands here (CSP Level 3, 8.4).
    scripts = f"'{assets.exit_script_hash}' '{assets.open_now_hash}'" + (" 'self'" if preview else "")
    parts = [
        "default-src 'none'",
        f"script-src {scripts}",
        f"style-src 'self' '{assets.style_hash}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if preview:
        parts.append("connect-src 'self' ws:")
    else:
        parts.append("require-trusted-types-for 'script'")
        parts.append("trusted-types 'none'")
    return "; ".join(parts)
