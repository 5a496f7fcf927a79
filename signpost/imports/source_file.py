"""The file that an editor names -> Paper, or one sentence that says why it cannot be read and what to do.

Must never unpack more than memory holds, and never let an exception of a library reach an editor.
"""

import zipfile
from collections.abc import Callable
from pathlib import Path

from signpost.imports import packages
from signpost.imports.csv_file import read_csv
from signpost.imports.excel_file import read_excel
from signpost.imports.paper import Paper
from signpost.imports.web_file import read_web
from signpost.imports.word_file import read_word
from signpost.problems import Problems

MOST_BYTES = 30_000_000
MOST_UNPACKED = 300_000_000
_READERS: dict[str, Callable[[Path], Paper]] = {
    ".docx": read_word, ".xlsx": read_excel, ".csv": read_csv, ".html": read_web, ".htm": read_web,
}  # fmt: skip
_INSTEAD = {
    ".doc": "Save it as .docx in Word first.",
    ".odt": "Save it as .docx first.",
    ".rtf": "Save it as .docx in Word first.",
    ".xls": "Save it as .xlsx first.",
    ".ods": "Save it as .xlsx first.",
    ".xlsm": "Save it as .xlsx, without macros, first.",
    ".docm": "Save it as .docx, without macros, first.",
    ".pdf": "Open it in Word, which makes a document of it; check that, and save it as .docx. The original that the PDF was made from is better.",
    ".mhtml": "Save the page as “web page, complete” (.html) in place of a single file.",
    ".mht": "Save the page as “web page, complete” (.html) in place of a single file.",
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a Compound File starts ([MS-CFB] 2.2): Office before 2007, and what Office since then protects with a password."""
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds a protected document ([MS-OFFCRYPTO] 2.3.4.4)."""
_NOT_UTF8 = {
    ".csv": "Save it again with that encoding (in Excel: “CSV UTF-8”).",
    ".html": "Open the page in a browser and save it anew, or copy its text into Word and import that.",
}


def read_source_file(file: Path, problems: Problems) -> Paper | None:
    """None after a mistake, which is added under the file's name."""
    reason = _refusal(file)
    if reason is not None:
        problems.add("import", file.name or str(file), 0, reason)
        return None
    try:
        return _READERS[file.suffix.lower()](file)
    except UnicodeDecodeError:
        instead = _NOT_UTF8.get(file.suffix.lower(), _NOT_UTF8[".html"])
        problems.add("import", file.name, 0, f"The file is not saved as UTF-8. {instead}")
    except Exception:  # noqa: BLE001  # the libraries raise anything at all for a damaged file
        problems.add(
            "import",
            file.name,
            0,
            "The file is damaged, or not of the kind that its name says. Open it, and save it anew under another name.",
        )
    return None


def _refusal(file: Path) -> str | None:
    kind = file.suffix.lower()
    if str(file).lower().startswith(("http:", "https:")):
        return "This is an address. Open the page in a browser, save it as “web page, complete” (.html), and import that file."
    if file.is_dir():
        return "This is a folder. Write the path of the plan's document in it."
    if not file.is_file():
        return "There is no such file. Write the path of the plan's document; a path with spaces stands between double quotes."
    if kind not in packages.KINDS:
        return f"Files of this kind cannot be read: {', '.join(packages.KINDS)} can. {_INSTEAD.get(kind, 'Save or export it as one of these.')}"
    if missing := packages.missing_packages(file):
        return f"One more package is needed for this kind of file: {', '.join(missing)}. Import with “--install”."
    try:
        return _refused_content(file, kind)
    except OSError as error:
        return f"The file cannot be read ({error.strerror or error}). If it is open in another program, close it there."


def _refused_content(file: Path, kind: str) -> str | None:
    size = file.stat().st_size
    if size == 0:
        return "The file is empty."
    if size > MOST_BYTES or _unpacked(file) > MOST_UNPACKED:
        return "The file is too large for a plan. Take out its pictures, or import its parts one by one."
    raw = file.read_bytes()
    if raw.startswith(_OLD_OFFICE) and _PROTECTED in raw:
        return "The file is protected by a password. Open it, take the password off (File, Info, Protect), and save it."
    if raw.startswith(_OLD_OFFICE):
        return f"This is a file of an old kind under a new name. Open it, and save it as {kind}."
    if raw.startswith(b"%PDF"):
        return f"This is a PDF under another name. {_INSTEAD['.pdf']}"
    return None


def _unpacked(file: Path) -> int:
    """Bytes when unpacked: a small file can hold more than the memory does."""
    if not zipfile.is_zipfile(file):
        return 0
    try:
        with zipfile.ZipFile(file) as parts:
            return sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile:
        return 0  # damaged: its reader says so
