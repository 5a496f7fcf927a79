"""The words of the templates in each language, from templates/strings/.

Must never fall back to another language: a word missing in one language is a bug of the templates, not of the content.
"""

from collections.abc import Iterable
from pathlib import Path

from signpost.files.yaml_text import Text, read_yaml
from signpost.model import Locale, LocaleCode
from signpost.pages.typography import curled
from signpost.problems import Problems


def read_locales(folder: Path, codes: Iterable[LocaleCode]) -> dict[LocaleCode, Locale]:
    """Locale by code. Raises ValueError when the files of two languages do not hold the same names."""
    locales: dict[LocaleCode, Locale] = {}
    for code in codes:
        strings: dict[str, str] = {}
        for file in sorted(folder.glob(f"{code}.yml")) + sorted(folder.glob(f"*.{code}.yml")):
            strings |= _read(file)
        locales[code] = Locale(code, strings["language_name"], strings)
    names = [set(locale.strings) for locale in locales.values()]
    for other in names[1:]:
        if other != names[0]:
            raise ValueError(f"the template words differ between languages: {sorted(other ^ names[0])}")
    return locales


def _read(file: Path) -> dict[str, str]:
    problems = Problems()
    entries = read_yaml(file.read_text(encoding="utf-8"), file.name, problems)
    if entries is None or len(problems):
        raise ValueError("; ".join(problem.as_text() for problem in problems))
    return {name: curled(value.value) for name, value in entries.values.items() if isinstance(value, Text)}
