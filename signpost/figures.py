"""What has digits and is no telephone number: a date, an address on the web, a reference, a count, a part of an Act.

Must never hide a number that can be dialled: what is doubtful is left for an editor to say in another way.
"""

import re

_COUNTABLE = (
    "people", "officers", "staff", "victims", "survivors", "offenders", "suspects", "children", "women", "men", "adults", "members",
    "cases", "crimes", "offences", "incidents", "arrests", "charges", "convictions", "orders", "forces", "plans", "actions",
    "recommendations", "requirements", "updates", "parts", "pages", "words", "days", "weeks", "months", "years", "hours", "minutes", "seconds", "times", "miles", "metres",
    "kilometres", "km", "mph", "per cent", "others",
)  # fmt: skip
_COUNTABLE_WELSH = (
    "bobl", "swyddogion", "staff", "ddioddefwyr", "oroeswyr", "droseddwyr", "blant", "fenywod", "ddynion", "oedolion", "aelodau", "achosion",
    "droseddau", "ddigwyddiadau", "arestiadau", "gyhuddiadau", "euogfarnau", "orchmynion", "heddluoedd", "gynlluniau", "gamau",
    "argymhellion", "ofynion", "ddiweddariadau", "rannau", "dudalennau", "eiriau", "ddiwrnodau", "ddyddiau", "wythnosau", "fisoedd", "flynyddoedd", "oriau", "funudau",
    "eiliadau", "weithiau", "filltiroedd", "fetrau", "gilometrau", "rai",
)  # fmt: skip
_STREETS = "Street|Road|Avenue|Lane|Close|Way|Place|Terrace|Crescent|Drive|Gardens|Square|Court|Row|Hill"
_STREETS_WELSH = "Stryd|Heol|Ffordd|Lôn|Teras|Rhodfa|Maes|Clos"
COUNTED = (
    rf" (?:(?:{'|'.join(_COUNTABLE)})\b|o (?:{'|'.join(_COUNTABLE_WELSH)})\b|y cant\b|(?:out )?of (?:the |our |all )?\d|o['’]r \d|(?:to|i) \d"
    rf"|(?:and|or) \d[\d,]* (?:{'|'.join(_COUNTABLE)})\b"
    rf"|(?:[A-Z][\w'’-]+ ){{1,3}}(?:{_STREETS})\b|(?:{_STREETS_WELSH})\b)"
)
"""What follows a figure: “101 people”, “101 o bobl”, “101 of 250”, “101 High Street”. Calls and reports are not among
them: “101 calls” are calls to 101."""

_REFERENCE = (
    r"(?:references?|ref|crime|case|incident|occurrence|company|charity|account|registration|vat|cyfeirnod|trosedd|achos|digwyddiad"
    r"|cwmni|elusen|cyfrif|cofrestru)"
)
_BEGUN_BY_LETTERS = (
    r"(?<![a-z])[a-z]+://\S+|\bwww\.\S+"
    r"|(?<![\w.-])[a-z][\w-]*/[\w./-]*\.[a-z]\w{1,4}\b"  # the name of a file
    r"|\bis[bs]n:? ?[\dx -]{8,17}"
    rf"|\b{_REFERENCE}\.?(?: (?:number|no\.?|rhif|reference|ref\.?))*:? ?(?:\d{{1,4}}[/*]\d{{4,}}|(?!0\d{{9,10}}\b)\d{{7,}})\b"
)
_BEGUN_BY_DIGITS = (
    r"(?=\d)(?:\b(?:19|20)\d\d-\d\d-\d\d\b"
    r"|(?<![\w.-])[0-3]?\d([./ -])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d\b"
    r"|(?<![\w.-])[0-2]?\d[.:][0-5]\d ?(?:-|to|tan|i|hyd) ?[0-2]?\d[.:][0-5]\d(?![\w.-]\d)"
    r"|(?:\b0[.,]\d+\b[ ,;]*){2,}"
    r"|\b[1-9]\d{0,2}(?: 000){2,}\b"
    r"|\b0 1 2 3 4\b)"
)
_FIGURES = re.compile(f"{_BEGUN_BY_LETTERS}|{_BEGUN_BY_DIGITS}", re.IGNORECASE)
_FIGURES_OF_DIGITS = re.compile(_BEGUN_BY_DIGITS, re.IGNORECASE)
_MAY_BEGIN_BY_LETTERS = re.compile(r"[/*]|www\.|is[bs]n|\d{7}", re.IGNORECASE)
"""One of these stands in every figure that begins by letters. Most texts have none, and are searched for digits only."""

_PART = (
    r"sections?|ss?\.|adran(?:nau)?|articles?|erthygl(?:au)?|regulations?|rheoliad(?:au)?|para(?:graph)?s?|paragraff(?:au)?|pages?|pp?\."
    r"|tudalen(?:nau)?|chapters?|pennod(?:au)?|rules?|rheol(?:au)?|parts?|rhan(?:nau)?|schedules?|atodlen(?:ni)?|clauses?|cymal(?:au)?"
    r"|recommendations?|argymhell(?:iad|ion)|tables?|tabl(?:au)?|figures?|ffigur(?:au)?|forms?|ffurflen(?:ni)?|appendix|atodiad"
    r"|room|ystafell|flat|fflat|bus|bws|c\.|crim|civ|admin|uksc"
)
_CHANGED = r"(?:rose|fell|grew|went|increased?|decreased?|dropped|up|down|totals?|totalled|averaged?) (?:from|to|by|of)|(?:cododd|gostyngodd|cynyddodd) (?:o|i)"
_NAMED = re.compile(
    rf"\b(?:(?:{_PART}) (?:\d+[a-z]?(?:, | and | to | or | a | ac | i | neu |-))*|(?:{_CHANGED}) |\d+ (?:(?:out )?of (?:the |our |all )?|o['’]r ))$",
    re.IGNORECASE,
)
"""“section 111” of an Act, “sections 4 and 111”; “rose to 101”; “3 of 101”."""
_LONGEST_PART = 60
"""Signs of the longest of these words with some parts after it."""


def without_figures(plain: str) -> str:
    """The text with an x for each sign of what is certainly no telephone number, so that places stay the same."""
    figures = _FIGURES if _MAY_BEGIN_BY_LETTERS.search(plain) else _FIGURES_OF_DIGITS
    return figures.sub(lambda found: "x" * len(found.group(0)), plain)


def is_figure(plain: str, start: int) -> bool:
    """Whether the words before a place make a figure of its digits: a part of a text, a room, a total."""
    return _NAMED.search(plain[max(0, start - _LONGEST_PART) : start]) is not None
