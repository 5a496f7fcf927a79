"""Style sheets made small: comments and white space go, nothing else changes.

A general minifier (lightningcss) was tried: it writes media queries as ranges, which phones of 2022 do not read.
Must never change what a rule means.
"""

import re

_STRING_OR_COMMENT = re.compile(r"(\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*')|/\*.*?\*/", re.DOTALL)


def minified(style: str) -> str:
    """`style` without comments and spare white space; what stands in quotation marks is left alone."""
    strings: list[str] = []

    def keep(found: re.Match[str]) -> str:
        if found[1] is None:
            return " "
        strings.append(found[1])
        return f"\x00{len(strings) - 1}\x00"

    text = _STRING_OR_COMMENT.sub(keep, style)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,]) ?", r"\1", text)
    text = re.sub(r"(?<=[a-z]): ", ":", text).replace(";}", "}").strip()
    return re.sub("\x00(\\d+)\x00", lambda found: strings[int(found[1])], text)
