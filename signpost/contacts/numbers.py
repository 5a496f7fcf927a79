"""Telephone numbers as people dial them. A number is kept exactly as typed.

Must never repair one: a number that needs repair is refused, with what to write.
"""

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumberType, shortnumberinfo

from signpost.contacts.number_finder import numbers_in_prose

__all__ = [
    "EMERGENCY_RELAY", "RELAY_PREFIX", "call_fault", "is_emergency", "number_fault", "numbers_in_prose", "relay_number", "spoken",
    "tel_address",
]  # fmt: skip

REGION = "GB"
EMERGENCY_RELAY = "18000"
RELAY_PREFIX = "18001"
"""Relay UK: 18000 alone reaches the emergency services; 18001 goes before any other number, never before 999."""

_FEWEST_ABROAD = 10
"""Digits, with the 0, of the shortest number that can be called from abroad (0800 555 111)."""

_DIALLED = re.compile(r"[0-9]+(?: [0-9]+)*", re.ASCII)
_MOBILE_CODE = re.compile(r"[678][0-9]{4}", re.ASCII)
"""Short codes of the mobile networks. Most take texts only; those that take calls can cost up to £2, and no landline
reaches them."""
_COSTLY = ("084", "087", "09", "118", "070")
_RELAY_PREFIXES = (EMERGENCY_RELAY, RELAY_PREFIX, "18002")
_COSTLY_KINDS = {PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.PERSONAL_NUMBER, PhoneNumberType.PAGER}


def call_fault(text: str) -> str | None:
    """Why this is not a number that every telephone in the UK can call; None when it is fine."""
    if _MOBILE_CODE.fullmatch(text):
        return "most phones cannot call numbers of five digits that start with 6, 7 or 8. If it takes text messages, write it under “sms”."
    return number_fault(text)


def number_fault(text: str) -> str | None:
    """Why this is not a number that a person in the UK can call or text, with what to write; None when it is fine."""
    if any(sign in text for sign in "\u00a0\u202f\u2009\u2007"):
        return "it has a special space in it. Delete the spaces and type them again."
    if text != text.strip() or "  " in text:
        return "it has spaces too many. Write single spaces between the groups of digits."
    if text.startswith("+") or text.replace(" ", "").startswith("00"):
        return "it is written for calls from abroad. Write it as dialled in the UK, starting with 0."
    if any(sign.isdigit() and not sign.isascii() for sign in text):
        return "it has digits of another script in it. Type the digits 0 to 9."
    if any(set(word) - set("OolI") for word in re.findall(r"[^\W\d_]{2,}", text)):
        return "it has words in it. Write one number and nothing else: hours stand in “hours”, the rest in “what_for” or “cost”."
    if re.search(r"[OolI]", text):
        return "there is a letter where a digit should be (O for 0, l for 1). Type the digits again."
    if not _DIALLED.fullmatch(text):
        return "write digits with single spaces between groups, nothing else, as in 020 7946 0000."
    digits = text.replace(" ", "")
    if digits.startswith(_RELAY_PREFIXES):
        return "18000 and 18001 are not numbers of a service: Relay UK puts them first. Write the service's own number here, and “relay”."
    if digits.startswith(_COSTLY) and len(digits) > 5:
        return "numbers that start with 084, 087, 09, 070 or 118 cost the caller money. Use another number of the service."
    return _length_fault(digits)


def _length_fault(digits: str) -> str | None:
    if not digits.startswith("0"):
        short = phonenumbers.PhoneNumber(country_code=44, national_number=int(digits))
        if shortnumberinfo.is_valid_short_number_for_region(short, REGION):
            return None
        return f"there is no short number {digits} in the UK. If it is a full number, the 0 at its start is missing."
    parsed = _parsed(digits)
    if parsed is None or not phonenumbers.is_valid_number(parsed):
        return f"{digits} is not a number in use in the UK ({len(digits)} digits). Compare it with the service's own page."
    if phonenumbers.number_type(parsed) in _COSTLY_KINDS:
        return "calls to it cost more than an ordinary call. Use another number of the service."
    return None


def _parsed(digits: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(digits, REGION)
    except phonenumbers.NumberParseException:
        return None


def is_emergency(number: str | None) -> bool:
    """Whether it reaches the emergency services (999, 112), whatever the contact is called."""
    return number is not None and shortnumberinfo.is_emergency_number(number, REGION)


def relay_number(prefix: str, number: str | None) -> str:
    """What to dial through Relay UK. The emergency prefix is the whole number: nothing is ever joined to it."""
    return prefix if prefix == EMERGENCY_RELAY or number is None else f"{prefix} {number}"


@lru_cache(maxsize=1024)  # the same few on every page
def tel_address(number: str) -> str:
    """A `tel:` address (RFC 3966). Short numbers, and the shortest that start with 0 (0800 1111), are dialled inside the
    UK only: they stand as they are, not in an international form that an exchange need not know."""
    digits = number.replace(" ", "")
    if not digits.startswith("0") or len(digits) < _FEWEST_ABROAD:
        return f"tel:{digits}"
    return "tel:" + phonenumbers.format_number(phonenumbers.parse(digits, REGION), phonenumbers.PhoneNumberFormat.E164)


def spoken(number: str) -> str:
    """The digits one by one, in the groups as written, for screen readers: “0 2 0, 7 9 4 6, 0 0 0 0”."""
    return ", ".join(" ".join(group) for group in number.split(" "))
