"""A Word document (.docx, ECMA-376) of headings, paragraphs and lists, made without Word.

Headings are real ones and every paragraph names its language, so that a screen reader finds its way. Must never look
at the clock, and never compress: compression differs from one computer to the next, and the same plan gives the same
bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from signpost.files.xml_text import escape, quoteattr

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REGION = {"en": "en-GB", "cy": "cy-GB"}
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can hold."""
_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_PARTS = {
    "word/document.xml": f"{_KINDS}.document.main+xml",
    "word/styles.xml": f"{_KINDS}.styles+xml",
    "word/footer.xml": f"{_KINDS}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}


@dataclass(frozen=True)
class Paragraph:
    """`style` is one of `STYLES`; `lang` is set where the text is not in the language of the document."""

    text: str
    style: str = "Normal"
    lang: str | None = None


_HEADING = '<w:pPr><w:keepNext/><w:spacing w:before="{before}" w:after="80"/><w:outlineLvl w:val="{level}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>'
STYLES = {
    "Title": ("Title", '<w:pPr><w:spacing w:after="160"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr>'),
    "Heading1": ("heading 1", _HEADING.format(before=360, level=0, size=32)),
    "Heading2": ("heading 2", _HEADING.format(before=280, level=1, size=26)),
    "Heading3": ("heading 3", _HEADING.format(before=160, level=2, size=22)),
    "EntryTitle": (
        "Entry Title",
        '<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="80" w:after="40"/><w:ind w:left="360"/></w:pPr><w:rPr><w:b/></w:rPr>',
    ),
    "ListParagraph": ("List Paragraph", '<w:pPr><w:keepLines/><w:ind w:left="360"/></w:pPr>'),
    "Quote": (
        "Quote",
        '<w:pPr><w:keepLines/><w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="505050"/></w:pBdr><w:ind w:left="240"/></w:pPr>',
    ),
}
"""Name in the file -> name as Word shows it, and how it looks. Black on white, nothing in colour."""


def word_document(title: str, locale: str, paragraphs: Iterable[Paragraph]) -> bytes:
    """`locale` is the language of the document."""
    body = "".join(_paragraph(each, locale) for each in paragraphs)
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _links(("officeDocument", "word/document.xml"), ("metadata/core-properties", "docProps/core.xml")),
        "docProps/core.xml": _about(title, locale),
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_OFFICE}"><w:body>{body}{section}</w:body></w:document>',
        "word/styles.xml": _styles(locale),
        "word/footer.xml": f'{_HEAD}<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r>'
        "<w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>",
        "word/_rels/document.xml.rels": _links(("styles", "styles.xml"), ("footer", "footer.xml")),
    }
    return _packed(files)


def _paragraph(paragraph: Paragraph, locale: str) -> str:
    lang = _region(paragraph.lang or locale)
    text = escape(_NOT_XML.sub(" ", paragraph.text))
    style = "" if paragraph.style == "Normal" else f'<w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr>'
    return f'<w:p>{style}<w:r><w:rPr><w:lang w:val="{lang}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _region(locale: str) -> str:
    return _REGION.get(locale, locale)


def _styles(locale: str) -> str:
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{code}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        f"<w:qFormat/>{look}</w:style>"
        for code, (name, look) in STYLES.items()
    )
    return (
        f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
        f'<w:sz w:val="22"/><w:lang w:val="{_region(locale)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" '
        'w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" '
        f'w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>{made}</w:styles>'
    )


def _about(title: str, locale: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{_region(locale)}</dc:language></cp:coreProperties>"
    )


def _content_types() -> str:
    parts = "".join(f"<Override PartName={quoteattr(f'/{name}')} ContentType={quoteattr(kind)}/>" for name, kind in _PARTS.items())
    rels = f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{rels}{parts}</Types>'


def _links(*targets: tuple[str, str]) -> str:
    """Relationships rId1, rId2, … to other parts."""
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{_PACKAGE if kind.startswith("metadata") else _OFFICE}/'
        f'{"relationships/" if kind.startswith("metadata") else ""}{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _packed(files: dict[str, str]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as package:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _NEVER)
            entry.create_system = 0  # the same wherever it is made
            package.writestr(entry, text.encode("utf-8"))
    return raw.getvalue()
