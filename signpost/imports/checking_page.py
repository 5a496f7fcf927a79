"""The import beside its source, as one web page for the person who checks it: every piece, where it went, what to look at.

Stands by itself, with no script and nothing from elsewhere. Must never leave a piece out.
"""

from collections.abc import Sequence
from html import escape

from signpost.imports.paper import Fate, Piece

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;margin:1rem auto;max-width:70rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #777;padding:.4rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
    "td.left{border-inline-start:6px double #9c1206}caption{text-align:left;font-weight:bold;padding:.5rem 0}"
)


def checking_page(source_name: str, summary: str, pieces: Sequence[Piece]) -> str:
    left = [piece for piece in pieces if piece.fate is Fate.UNPLACED]
    title = f"Import of {source_name}: what went where"
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head><body>\n'
        f"<h1>{escape(title)}</h1>\n<p>{escape(summary)}</p>\n"
        + (_table("Not placed: put each where it belongs", left, "left-out") if left else "<p>Everything found a place.</p>\n")
        + _table("The whole document", pieces, "all")
        + "</body></html>\n"
    )


def _table(caption: str, pieces: Sequence[Piece], name: str) -> str:
    rows = "".join(_row(piece) for piece in pieces)
    heads = "".join(f'<th scope="col">{word}</th>' for word in ("Where it stands", "Text", "Where it went", "Check"))
    return f'<table id="{name}"><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>\n{rows}</tbody></table>\n'


def _row(piece: Piece) -> str:
    went = "; ".join(piece.places) or piece.fate.value
    mark = ' class="left"' if piece.fate is Fate.UNPLACED else ""
    cells = (piece.source, went, "; ".join(piece.notes))
    return f'<tr><th scope="row">{escape(piece.position)}</th><td{mark}>{"</td><td>".join(escape(cell) for cell in cells)}</td></tr>\n'
