"""Defects that the build can prove from the bytes of a page. Each must be found by the gate that it names."""

import random

from tests.gates.seed import Seed, after, before, both, restyle, script, style, swap

_NOISE = "".join(random.Random(7).choices("qxzjkvbf ", k=70_000))
_CODE = "".join(random.Random(8).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=9_000))
_LINK = 'id="more" href="../">the first page of this site'

LINKS = (
    Seed("broken-link", "A link leads to no page", "own", swap(_LINK, 'id="more" href="../hepl/">the first page of this site'), "link"),
    Seed("broken-fragment", "A link leads to no place on its page", "own", swap(_LINK, 'id="more" href="../#what-to-do">the first page of this site'), "link"),
    Seed("vague-link", "A link says “click here”", "2.4.4", swap(_LINK, 'id="more" href="../">click here'), "link-words", unseen=True),
    Seed("bare-address", "A link shows a bare address", "2.4.4", swap(_LINK, 'id="more" href="../">https://tiny.example/en/'), "link-words"),
    Seed("same-words", "Two links with the same words lead to different places", "2.4.4", after('<p id="last">', 'Read <a href="../../cy/" hreflang="cy">the first page of this site</a> or '), "link-words"),
    Seed("empty-link", "A link has no words", "2.4.4", swap(_LINK, 'id="more" href="../">'), "link-words"),
    Seed("empty-button", "A button has no words", "4.1.2", swap(">Keep my answer<", "><"), "link-words"),
    Seed("label-not-in-name", "What is read aloud lacks the words shown", "2.5.3", swap('<button type="button"', '<button type="button" aria-label="Save the form"'), "link-words"),
)  # fmt: skip
STRUCTURE = (
    Seed("two-h1", "Two first-level headings", "1.3.1", swap('<h2 id="form">Tell us what to improve</h2>', '<h1 id="form">Tell us what to improve</h1>'), "structure"),
    Seed("no-h1", "No first-level heading", "1.3.1", swap("<h1>Help and support</h1>", "<p><b>Help and support</b></p>"), "structure"),
    Seed("skipped-heading", "A heading skips a level", "1.3.1", swap('<h2 id="form">Tell us what to improve</h2>', '<h4 id="form">Tell us what to improve</h4>'), "structure"),
    Seed("empty-heading", "A heading is empty", "1.3.1", swap(">Tell us what to improve<", "><"), "structure"),
    Seed("no-main", "No main landmark", "1.3.1", both(swap("<main ", "<div "), swap("</main>", "</div>")), "structure"),
    Seed("unnamed-navigation", "Two navigation landmarks without names", "1.3.1", both(swap(' aria-label="You are here"', ""), swap(' aria-label="About this site"', "")), "structure"),
    Seed("label-leads-nowhere", "aria-labelledby names nothing", "4.1.2", swap('<section class="card"', '<section class="card" aria-labelledby="nowhere"'), "structure"),
    Seed("skip-link-broken", "The skip link does not lead to the main part", "2.4.1", swap('class="skip" href="#main"', 'class="skip" href="#form"'), "structure"),
    Seed("emergency-missing", "The emergency panel is missing", "own", swap('class="emergency-bar"', 'class="emergency-strip"'), "emergency"),
    Seed("help-order", "Help stands in another order than on other pages", "3.2.6", both(swap("<li><a href=\"./\">Help and support</a></li>\n", ""), after('rel="noreferrer external">Tiny Police: main website</a></li>', '<li><a href="./">Help and support</a></li>')), "help-order", unseen=True),
    Seed("duplicate-id", "An id stands twice", "4.1.1", swap('id="last"', 'id="form"'), "id"),
    Seed("clobbering-id", "A field's name takes the place of the form's own method", "own", swap('id="keep"', 'id="keep" name="submit"'), "id-clobbers"),
)  # fmt: skip
LANGUAGE = (
    Seed("no-lang", "The page names no language", "3.1.1", swap('<html lang="en">', "<html>"), "language"),
    Seed("wrong-lang", "The page names a language that does not exist", "3.1.1", swap('<html lang="en">', '<html lang="english">'), "language"),
    Seed("other-lang", "An English page says that it is Welsh", "3.1.1", swap('<html lang="en">', '<html lang="cy">'), "language"),
    Seed("part-lang-invalid", "A part names a language that does not exist", "3.1.2", swap('id="welsh" lang="cy"', 'id="welsh" lang="welsh"'), "language"),
    Seed("unmarked-welsh", "A Welsh sentence is not marked as Welsh", "3.1.2", swap('id="welsh" lang="cy"', 'id="welsh"'), "language-of-parts", unseen=True),
    Seed("no-other-language", "No link to the page in Welsh", "own", swap(' hreflang="cy">Cymraeg', ">Cymraeg"), "language"),
    Seed("canonical-wrong", "The canonical address is another page's", "own", swap('rel="canonical" href="https://tiny.example/en/help/"', 'rel="canonical" href="https://tiny.example/en/"'), "addresses"),
    Seed("hreflang-wrong", "hreflang names a page that is not published", "own", swap('hreflang="cy" href="https://tiny.example/cy/cymorth/"', 'hreflang="cy" href="https://tiny.example/cy/help/"'), "addresses"),
    Seed("listed-noindex", "The sitemap names a page that asks not to be found", "own", after('<meta name="referrer" content="no-referrer">', '<meta name="robots" content="noindex">'), "addresses"),
    Seed("no-title", "No title", "2.4.2", swap("<title>Help and support – Tiny Police</title>", ""), "structure"),
    Seed("vague-title", "The title does not say what the page is about", "2.4.2", swap("<title>Help and support – Tiny Police</title>", "<title>Page</title>"), "title"),
    Seed("same-title", "Two pages have the same title", "2.4.2", swap("<title>Help and support – Tiny Police</title>", "<title>Get help – Tiny Police</title>"), "title"),
)  # fmt: skip
CONTENT = (
    Seed("no-alt", "A picture has no alternative", "1.1.1", swap(' alt="The badge of Tiny Police"', ""), "alt-text"),
    Seed("file-name-alt", "A picture's alternative is its file name", "1.1.1", swap('alt="The badge of Tiny Police"', 'alt="IMG_2041.jpg"'), "alt-text"),
    Seed("unnamed-drawing", "A drawing has no name", "1.1.1", swap(' aria-label="Two of three steps are done"', ""), "alt-text"),
    Seed("no-caption", "A table has no caption", "1.3.1", swap("<caption>What the law says</caption>", ""), "table"),
    Seed("no-headers", "A table has no headers", "1.3.1", both(swap('<th scope="col"', '<td', 2), swap('<th scope="row"', '<td'), swap("</th>", "</td>", 3)), "table"),
    Seed("no-scope", "A header does not say what it is for", "1.3.1", swap('<th scope="col"', "<th"), "table"),
    Seed("no-label", "A field has no label", "3.3.2", swap('<label for="full-name">Full name</label>', "Full name"), "field"),
    Seed("placeholder-label", "A field has a placeholder for a label", "3.3.2", both(swap('<label for="full-name">Full name</label> ', ""), swap('id="full-name"', 'id="full-name" placeholder="Full name"')), "field"),
    Seed("no-autocomplete", "A field about the reader has no autocomplete", "1.3.5", swap(' autocomplete="email"', ""), "field", unseen=True),
    Seed("no-legend", "Choices have no question", "1.3.1", swap("<legend>May we reply?</legend>", ""), "field"),
    Seed("positive-tabindex", "tabindex changes the order", "2.4.3", swap('<a id="more"', '<a id="more" tabindex="3"'), "keyboard"),
    Seed("hidden-focus", "What the keyboard reaches is hidden from screen readers", "4.1.2", swap('<p id="last">', '<p id="last" aria-hidden="true">'), "keyboard"),
    Seed("autofocus", "A field takes the focus for itself", "3.2.1", swap('id="full-name"', 'id="full-name" autofocus'), "keyboard"),
    Seed("no-focus-ring", "The focus ring is taken away", "2.4.7", style("a:focus-visible,button:focus-visible{outline:0;box-shadow:none}"), "focus-ring", "focus-visible", unseen=True),
    Seed("leftover-mark", "A template's mark is left over", "own", after('<p id="last">', "{{ name }} "), "leftover"),
    Seed("placeholder", "A placeholder is left over", "own", after('<p id="last">', "[insert name] "), "leftover"),
    Seed("promise", "The page promises to leave no trace", "own", after('<p id="last">', "This site leaves no trace. "), "promise"),
    Seed("wrong-number", "A number is not the register's", "own", swap("020 7946 0000</a>.</p>", "020 7946 0001</a>.</p>"), "number-not-registered"),
)  # fmt: skip
SAFETY = (
    Seed("no-exit", "The exit is not first", "own", after("<body>", '<p><a href="../">Start</a></p>'), "exit"),
    Seed("exit-elsewhere", "The exit leads elsewhere", "own", swap('class="quick-exit__link" href="https://www.bbc.co.uk/weather"', 'class="quick-exit__link" href="https://www.bbc.co.uk/news"'), "exit"),
    Seed("referrer", "The page tells other sites where the reader comes from", "own", swap('content="no-referrer"', 'content="origin"'), "exit"),
    Seed("foreign-picture", "A picture comes from another site", "own", swap('<img src="data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="', '<img src="https://pictures.example/badge.png"'), "foreign-origin"),
    Seed("preconnect", "The page connects to another site", "own", before("<title>", '<link rel="preconnect" href="https://fonts.example">'), "foreign-origin"),
    Seed("refresh", "The page moves on by itself", "2.2.1", before("<title>", '<meta http-equiv="refresh" content="300;url=https://other.example/">'), "foreign-origin"),
    Seed("foreign-data", "Data for machines names a site that the register does not know", "own", before("</body>", '<script type="application/ld+json">{"url":"https://strange.example/"}</script>'), "foreign-origin"),
    Seed("foreign-style", "A style asks another site for a picture", "own", style("main{background:url(https://pictures.example/a.png)}"), "foreign-origin"),
    Seed("page-too-heavy", "The page is too heavy for its first answer", "own", before("</main>", f"<p>{_NOISE}</p>"), "page-size"),
    Seed("script-too-heavy", "The page's scripts are too heavy", "own", script(f'document.documentElement.dataset.noise="{_CODE}".length'), "script-size"),
    Seed("view-too-heavy", "What the page asks for is too heavy", "own", before('<p id="last">', '<p><img src="../../assets/heavy.jpg" alt="The police station of Tiny" width="48" height="48"></p>'), "first-view", files={"assets/heavy.jpg": random.Random(9).randbytes(60_000)}),
    Seed("no-print-style", "No style for paper", "own", swap(' media="print">', ' media="speech">'), "print"),
    Seed("faint-token", "A colour of the theme is too faint", "1.4.3", restyle("--muted:#", "--muted:#aaaaaa;--was:#"), "contrast"),
    Seed("small-exit", "The exit is too small", "2.5.8", restyle("--quick-exit-height:max(3rem,48px)", "--quick-exit-height:max(1rem,20px)"), "target-size"),
)  # fmt: skip
IN_BYTES = (*LINKS, *STRUCTURE, *LANGUAGE, *CONTENT, *SAFETY)
