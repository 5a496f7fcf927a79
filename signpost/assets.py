"""Style sheets and scripts as the pages carry them: what stands inside each page, what stands in a file beside it.

A file's name holds the start of its own hash, so that it may be kept by browsers for a year. Must never
make a page depend on another origin, or on a second request before it can be read and left.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from signpost.exit import exit_script, exit_style, script_hash
from signpost.model import SiteConfig
from signpost.scripts import small_script
from signpost.stylesheets import minified

FOLDER = "assets"


@dataclass(frozen=True)
class Assets:
    """`style` and `exit_script` stand in every page; `print_style` and `open_now` are paths; `files` are path -> bytes."""

    style: str
    exit_script: str
    print_style: str
    open_now: str
    open_now_hash: str
    files: dict[str, bytes]

    @property
    def style_hash(self) -> str:
        return script_hash(self.style)

    @property
    def exit_script_hash(self) -> str:
        return script_hash(self.exit_script)


def make_assets(root: Path, config: SiteConfig) -> Assets:
    """Read assets/ and quick_exit/ below `root` and make them ready."""
    own = "".join(_read(root, name) for name in ("site.css", "plan.css"))
    style = minified(f":root {{ --brand: {config.brand_colour}; }}\n{own}") + exit_style(root / "quick_exit")
    print_sheet = minified(_read(root, "print.css")).encode()
    path = fingerprinted("print.css", print_sheet)
    open_now = small_script(_read(root, "open_now.js"))
    script_path = fingerprinted("open_now.js", open_now.encode())
    return Assets(
        style=style,
        exit_script=exit_script(root / "quick_exit", config.exit),
        print_style=path,
        open_now=script_path,
        open_now_hash=script_hash(open_now),
        files={path: print_sheet, script_path: open_now.encode()},
    )


def _read(root: Path, name: str) -> str:
    path = root / "assets" / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def fingerprinted(name: str, content: bytes) -> str:
    """`print.css` -> `assets/print.1a2b3c4d5e.css`."""
    stem, _, ending = name.rpartition(".")
    return f"{FOLDER}/{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}"
