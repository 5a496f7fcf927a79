"""The settings of the editing page, made from the rules of the pages' reader: which fields, what each is for, both languages.

Must never offer a field that the reader refuses, and never a place outside content/.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from signpost.model import SiteConfig
from signpost.schemas.files import content_files
from signpost.schemas.json_schema import Descriptions, read_descriptions
from signpost.schemas.recorder import Rule

LABELS = {"translation_reviewed_by": "Translation reviewed by", "checked_on": "Checked on", "review_due": "Review due"}
HIDDEN = ("translated_from",)
"""Settings that a command writes."""

_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def page_rules() -> dict[str, dict[str, Rule]]:
    """The rules of the settings of a page, and of a translated page."""
    return {file.name: file.rules() for file in content_files() if file.matches.endswith(".md")}


def known_settings(config: SiteConfig) -> dict[str, tuple[str, ...]]:
    """By language, the settings that the editing page shows: a translation has more of them."""
    rules = page_rules()
    return {
        code: tuple(name for name in rules["page" if code == config.locales[0] else "translation"] if name not in HIDDEN)
        for code in config.locales
    }


def decap_settings(config: SiteConfig, folder: str) -> dict[str, Any]:
    """What `CMS.init` gets. `folder` is the name of the content folder in the protocol."""
    rules = page_rules()
    descriptions = read_descriptions()
    every: Mapping[str, Rule] = rules["page"] | (rules["translation"] if len(config.locales) > 1 else {})
    order = [name for name in rules["page"] if name not in HIDDEN]  # title and description come first there
    order += [name for name in every if name not in order and name not in HIDDEN]
    fields = [_field(name, every[name], name in rules["page"], descriptions) for name in order]
    text = "The page itself, in Markdown. The preview beside this window shows it after each save."
    body = {"name": "body", "label": "Text", "widget": "text", "hint": text, "i18n": True}
    return {
        "load_config_file": False,
        "backend": {"name": "proxy", "proxy_url": "/edit/api", "branch": "main"},
        "media_folder": folder,
        "publish_mode": "simple",
        "display_url": "/",
        "site_url": "/",
        "locale": "en",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "i18n": {"structure": "multiple_folders", "locales": list(config.locales), "default_locale": config.locales[0]},
        "collections": [
            {
                "name": "pages",
                "label": "Pages",
                "label_singular": "Page",
                "folder": folder,
                "i18n": True,
                "create": True,
                "delete": False,
                "format": "frontmatter",
                "extension": "md",
                "identifier_field": "title",
                "summary": "{{title}} ({{filename}})",
                "editor": {"preview": False},
                "fields": [*fields[:2], body, *fields[2:]],
            }
        ],
    }


def _field(name: str, rule: Rule, in_every_language: bool, descriptions: Descriptions) -> dict[str, Any]:
    hint = descriptions.of(("page" if in_every_language else "translation", name))
    if not in_every_language:
        hint += " Only in the translation."
    field: dict[str, Any] = {
        "name": name,
        "label": LABELS.get(name, name.replace("_", " ").capitalize()),
        "hint": hint,
        "required": rule.required and in_every_language,
        "i18n": True,
        "widget": "string",
    }
    return field | _widget(rule)


def _widget(rule: Rule) -> dict[str, Any]:
    if rule.kind == "yes":
        return {"widget": "select", "options": ["yes", "no"]}
    if rule.kind == "choice":
        return {"widget": "select", "options": list(rule.choices)}
    if rule.kind == "day":
        return {"pattern": [_DAY, "A day like 2026-11-23"]}
    if rule.most is not None:
        return {"pattern": [f"^.{{0,{rule.most}}}$", f"At most {rule.most} characters"]}
    return {}


def shown(config: SiteConfig) -> Sequence[str]:
    """The names of all settings in the editing page, in its order."""
    return [field["name"] for field in decap_settings(config, "content")["collections"][0]["fields"]]
