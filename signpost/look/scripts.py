"""Scripts in files of their own made small: comments and white space go, names inside functions are shortened.

Must never change what a script does, or make one that could end the element around it.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from string import ascii_letters

import minify_html

_STRING_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|/\*.*?\*/|//[^\n]*""", re.DOTALL)


@lru_cache(maxsize=16)
def small_script(source: str) -> str:
    """Raises ValueError for a script that could end the element around it."""
    bare = without_comments(source)  # the minifier keeps them in places
    script = minify_html.minify(f"<script>{bare}</script>", minify_js=True).removeprefix("<script>").removesuffix("</script>")
    script = script.replace("/* @__PURE__ */ ", "")  # a note that the minifier leaves to other programs
    if re.search(r"</script|<!--", script, re.IGNORECASE):
        raise ValueError("a script may not hold what ends it")
    return script.strip()


def without_comments(source: str) -> str:
    return _STRING_OR_COMMENT.sub(lambda found: found[1] or "", source)


_DECLARED = re.compile(r"\b(?:const|let|function) (\w+)|\((\w+)(?:, (\w+))?(?:, (\w+))?\) (?:=>|\{)")
_WORD = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)|(?<![.\w$])([A-Za-z_]\w*)\b""")


def short_names(script: str, source: str, keep: Collection[str]) -> str:
    """A script with the names that its `source`, without comments, declares shortened to one letter or two.

    For one small script that has no modules, no `${}` and no regular expression; `keep` are names that are properties
    too. Properties, texts and what belongs to the browser stay. Raises ValueError for what it could get wrong.
    """
    declared = [name for found in _DECLARED.findall(source) for name in found if name and name not in keep]
    doubtful = re.search(rf"\$\{{|[{{,](?:{'|'.join(declared)}):", script)
    if doubtful:
        raise ValueError(f"the names of this script may not be shortened: {doubtful[0]}")
    words = {found[2] for found in _WORD.finditer(script) if found[2]}
    free = (name for name in _LETTERS if name not in words)
    short = {name: next(free) for name in dict.fromkeys(declared)}
    return _WORD.sub(lambda found: str(found[1] or short.get(found[2], found[2])), script)


_LETTERS = [*ascii_letters, *(f"{letter}_" for letter in ascii_letters)]
