"""Finds postal addresses typed into prose: postcodes, a house number with its street, boxes of the post.

Only the register may say where a service is: it moves, and people write to where it was. Must never take the name of a
road, of a form or of a size of paper for one.
"""

import re
from functools import lru_cache

_AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG"
    " HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S"
    " SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
"""Postcode areas of the United Kingdom, Jersey, Guernsey and the Isle of Man."""
_INWARD = r"\d[ABD-HJLNP-UW-Z]{2}"
"""The last three signs of a postcode: never with the letters C, I, K, M, O or V."""
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_STREET = "Street|Road|Avenue|Lane|Terrace|Crescent"
"""Not Court, Drive or Place: “In 2026 Cardiff Crown Court”, “2 Google Drive folders”."""
_STREET_WELSH = "Stryd|Heol|Ffordd|Lôn|Teras|Rhodfa"
_HAS_DIGIT = re.compile(r"\d")


def postal_in_prose(text: str) -> list[str]:
    """What only an address has, each as it was typed. Most texts have no digit, and are not searched."""
    if not _HAS_DIGIT.search(text):
        return []
    return [found[0].strip() for found in _pattern().finditer(text)]


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Made when the first text with a digit is read."""
    areas = "|".join(_AREAS.split())
    return re.compile(
        rf"(?<![\w/-])(?:(?:{areas})\d[\dA-Z]? ?{_INWARD}|(?:{areas.lower()})\d[\da-z]? ?(?!\dth|1st|2nd|3rd){_INWARD.lower()})(?![\w/-])"
        rf"|(?<![\w.,£/-])\d{{1,3}}[a-z]?,? (?!(?:{_MONTH})\b)(?:[A-Z][\w'’-]+ ){{1,3}}(?:{_STREET})\b"
        rf"|(?<![\w.,£/-])\d{{1,3}}[a-z]?,? (?:{_STREET_WELSH}) (?:[Yy]r? )?[A-ZÂÊÎÔÛŴŶ][\w'’-]+"
        r"|\b(?:P\.?O\.? ?[Bb]ox|Blwch (?:Post|SP)) \d+"
    )
