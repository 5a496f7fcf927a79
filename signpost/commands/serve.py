"""`serve`: the site on this computer, following every change; `--edit`: with an editing page."""

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from signpost.options import Options, port, today_in_london
from signpost.telling import PROBLEMS, ROOT, WRONG_USE, show, tell

if TYPE_CHECKING:
    from tornado.routing import Rule

Rules = Callable[[frozenset[str]], "Sequence[Rule]"]


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=8000, help="port on this computer (8000)")
    parser.add_argument("--no-open", action="store_true", help="do not open the browser")
    parser.add_argument("--edit", action="store_true", help="with an editing page for people without git, on this computer only")
    parser.add_argument(
        "--host",
        nargs="?",
        const="",
        metavar="ADDRESS",
        help="let others in the same network look too, like your phone; ADDRESS of this computer there, found by itself when left out",
    )


def run(parsed: argparse.Namespace) -> int:
    from signpost.kept.store import PLACE, Kept
    from signpost.preview.server import LOOPBACK, address_in_network, reload_script, serve
    from signpost.preview.shown import Preview
    from signpost.words.site_words import PageAdvice

    options = Options(parsed)
    if parsed.edit and parsed.host is not None:
        tell("“--edit” is for this computer only: whoever can open the editing page can change the site. Leave “--host” out.")
        return WRONG_USE
    host = parsed.host if parsed.host != "" else address_in_network()
    if parsed.host == "" and host is None:
        tell("This computer is in no network, so no phone can look. Connect it, or leave “--host” out.")
        return WRONG_USE
    rules: Sequence[Rule] = ()
    if parsed.edit:
        found = _editing(options, frozenset({LOOPBACK, "localhost"}))
        if isinstance(found, int):
            return found
        rules = found
    advice, kept = PageAdvice(options.content, options.label), Kept(ROOT / PLACE)
    preview = Preview(options.content, options.label, ROOT, options.today, reload_script(), tell, advice, kept)
    try:
        return serve(preview, parsed.port, not parsed.no_open, tell, host, rules, None if options.is_day_named else today_in_london)
    except KeyboardInterrupt:
        return 0


def _editing(options: Options, hosts: frozenset[str]) -> "Sequence[Rule] | int":
    """What the editing page needs on the server, or the exit code when it cannot be had."""
    from signpost.config import read_config
    from signpost.editing.folder import NAME, PagesFolder
    from signpost.editing.program import ProgramMissing, program_folder
    from signpost.editing.server import edit_rules
    from signpost.editing.settings import decap_settings, known_settings
    from signpost.problems import Problems

    problems = Problems()
    config = read_config(options.content, options.label, problems)
    if config is None or problems.errors:
        show(problems, problems.errors, "text")
        tell("\nThe editing page needs settings that can be read. Mend this first.")
        return PROBLEMS
    try:
        program = program_folder(ROOT, tell)
    except ProgramMissing as reason:
        tell(str(reason))
        return WRONG_USE
    settings = decap_settings(config, NAME)
    return edit_rules(PagesFolder(options.content, known_settings(config)), program, lambda: settings, hosts)
