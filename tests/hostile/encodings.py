"""Files that are not the text that they seem: encodings, binary files, and signs that nobody sees."""

import gzip

from tests.breakages.edits import page_with, said
from tests.hostile.inputs import HARMLESS, Hostile, page_bytes

_ACCENTS = "Café, tŷ, “words” – and more.\n"
_BYTES = {
    "UTF-7": ("+AGMAYQBmAOk- words", HARMLESS),
}
_BROKEN = {
    "UTF-32": _ACCENTS.encode("utf-32-le"),
    "UTF-16, big end first": _ACCENTS.encode("utf-16-be"),
    "Shift JIS": "日本語".encode("shift-jis"),
    "Windows-1252": _ACCENTS.replace("ŷ", "y").encode("cp1252"),
    "EBCDIC": _ACCENTS.replace("ŷ", "y").replace("“", '"').replace("”", '"').replace("–", "-").encode("cp500"),
    "GB 18030": "中文".encode("gb18030"),
    "slash in two bytes (overlong)": b"..\xc0\xaf..\xc0\xaf\n",
    "NUL in two bytes (overlong)": b"\xc0\x80\n",
    "half of a surrogate pair": b"\xed\xa0\x80\n",
    "pair of surrogates as UTF-8 (CESU-8)": b"\xed\xa0\xbd\xed\xb8\x80\n",
    "letter that is cut off": "é".encode()[:1],
    "byte that continues nothing": b"\x80\n",
    "code above Unicode": b"\xf4\x90\x80\x80\n",
    "lead byte of five": b"\xf8\x88\x80\x80\x80\n",
}
_BINARY = {
    "PNG": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "gzip": gzip.compress(b"words" * 100, mtime=0),
    "Word document": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "program": b"\x7fELF\x02\x01\x01\x00\x00\x00",
}
_UNSEEN = {
    "mark that puts text the other way round": "\u202e",
    "isolate of the other direction": "\u2067",
    "mark of direction": "\u200f",
    "joiner": "\u200d",
    "non-joiner": "\u200c",
    "word joiner": "\u2060",
    "soft hyphen": "\u00ad",
    "second byte order mark": "\ufeff",
    "tag letters": "\U000e0041\U000e0042",
    "filler of Hangul": "\u3164",
    "half-wide filler of Hangul": "\uffa0",
    "first filler of Hangul": "\u115f",
    "vowel of Khmer that is not shown": "\u17b4",
    "empty pattern of Braille": "\u2800",
    "variation selector of the supplement": "\U000e0100",
    "annotation mark": "\ufff9",
    "place of an object": "\ufffc",
    "private letter": "\ue000",
    "escape": "\x1b[31m",
    "end of file of DOS": "\x1a",
    "bell": "\x07",
    "delete": "\x7f",
    "next line of EBCDIC": "\u0085",
    "paragraph separator": "\u2029",
    "vertical tab": "\x0b",
    "form feed": "\x0c",
    "no letter of any plane": "\U0001ffff",
    "a hundred accents on one letter": "a" + "\u0301" * 100,
    "accents of ten kinds piled up": "e" + "".join(map(chr, range(0x0300, 0x030A))),
}
ENCODINGS = (
    *(Hostile(f"encoding: {name}", page_bytes(content), "encoding") for name, content in _BROKEN.items()),
    *(Hostile(f"encoding: {name}", said("hostile", text), rule) for name, (text, rule) in _BYTES.items()),
    *(Hostile(f"binary: {name}", page_bytes(content), "") for name, content in _BINARY.items()),
    *(Hostile(f"unseen: {name}", said("hostile", f"Words wo{sign}rds."), "invisible-character") for name, sign in _UNSEEN.items()),
    *(
        Hostile(f"unseen, escaped: {name}", page_with("hostile", "title: Page hostile", f'title: "Page {escape} hostile"'), rule)
        for name, escape, rule in (
            ("NUL", "\\0", "invisible-character"),
            ("escape", "\\e", "invisible-character"),
            ("half of a pair", "\\ud800", "yaml"),
            ("above Unicode", "\\U00110000", "yaml"),
            ("filler", "\\u3164", "invisible-character"),
            ("next line", "\\N", "invisible-character"),
        )
    ),
    Hostile("unseen: letters that look alike in a title", page_with("hostile", "title: Page hostile", "title: Роlісе"), HARMLESS),
)
