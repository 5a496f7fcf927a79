"""Scripts in files of their own made small: comments and white space go, names inside functions are shortened.

Must never change what a script does, or make one that could end the element around it.
"""

import re

import minify_html

_STRING_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|/\*.*?\*/|//[^\n]*""", re.DOTALL)


def small_script(source: str) -> str:
    # The minifier keeps comments in places, so they go first.
    bare = _STRING_OR_COMMENT.sub(lambda found: found[1] or "", source)
    script = minify_html.minify(f"<script>{bare}</script>", minify_js=True).removeprefix("<script>").removesuffix("</script>")
    script = script.replace("/* @__PURE__ */ ", "")  # a note that the minifier leaves to other programs
    if re.search(r"</script|<!--", script, re.IGNORECASE):
        raise ValueError("a script may not hold what ends it")
    return script.strip()
