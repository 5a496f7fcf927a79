"""Defects that only a browser can prove. Each must be found by our check there, or by the outside tool that it names."""

from tests.gates.seed import Seed, after, before, both, script, style, swap

_TRAP = 'document.querySelector("#email").addEventListener("keydown",e=>{if(e.key==="Tab")e.preventDefault()});'
_PASTE = 'document.querySelector("#email").addEventListener("paste",e=>e.preventDefault());'
_JUMP = 'document.querySelector("#more").addEventListener("focus",()=>document.querySelector("#email").focus());'
_CLICK = 'document.querySelector("#press").addEventListener("click",()=>{document.querySelector("#kept").textContent="Opened."});'
_SHOWN = 'document.querySelector("#later").hidden=false;'

BEHAVIOUR = (
    Seed("keyboard-trap", "A field does not let the keyboard go", "2.1.2", script(_TRAP), check="keyboard-trap", unseen=True),
    Seed("focus-obscured", "Focus goes under a bar that stays in place", "2.4.11", both(style("#bar{position:fixed;inset:auto 0 0;block-size:70vh;background:Canvas}"), before("</body>", '<div id="bar">A bar</div>')), check="focus-obscured", unseen=True),
    Seed("no-reflow", "The page is wider than 320 pixels", "1.4.10", both(style("#last{inline-size:40rem}")), check="reflow", unseen=True),
    Seed("faint-border", "The border of a field cannot be seen", "1.4.11", style("#full-name{border:1px solid #e4e4e4;background:Canvas}"), check="faint-border", unseen=True),
    Seed("status-silent", "A message appears and is not announced", "4.1.3", swap('<p role="status" id="kept">', '<p id="kept">'), check="status", unseen=True),
    Seed("paste-blocked", "A field refuses what is pasted", "3.3.8", script(_PASTE), check="paste", unseen=True),
    Seed("focus-jumps", "Focus moves by itself when a link takes it", "3.2.1", script(_JUMP), check="keyboard-trap"),
    Seed("mouse-only", "Something is pressed with a mouse only", "2.1.1", both(after('<p id="last">', '<span id="press">Open the letter</span> '), style("#press{cursor:pointer}"), script(_CLICK)), check="mouse-only"),
    Seed("order-turned", "What comes first stands last", "2.4.3", both(after('<p id="last">', '<span id="pair"><a href="#form">First step here</a> <a href="#last">Second step here</a></span> '), style("#pair{display:flex;flex-direction:row-reverse;gap:2rem;justify-content:flex-end}")), check="order"),
    Seed("text-cut", "Text is cut when a reader spaces it out", "1.4.12", style("#welsh{block-size:3.2rem;inline-size:24rem;max-inline-size:100%;overflow:hidden}"), check="text-cut"),
    Seed("text-overlaps", "Two texts lie on one another", "own", style("#last{position:relative;inset-block-start:-2.6rem}"), check="overlap"),
    Seed("script-only", "Text appears only with script", "own", both(before('<p id="last">', '<p id="later" hidden>Ring the bell twice and wait.</p>'), script(_SHOWN)), check="needs-script"),
    Seed("paper-empty", "Text is not printed", "own", style("@media print{#last{display:none}}"), check="print"),
    Seed("paper-heading-alone", "A heading is printed and nothing below it", "own", both(before('<p id="last">', '<h2 id="alone">More pages</h2><ul class="pages"><li><a href="#form">The form on this page</a></li></ul><h2 id="next">The end</h2>'), style("@media print{h2#alone{display:block!important}.pages{display:none}}")), check="print"),
    Seed("heading-broken", "A word of a heading is broken in two on a phone", "own", style("h1{font-size:4.6rem!important;overflow-wrap:anywhere}"), check="broken-word"),
    Seed("exit-covered", "Something lies over the exit", "own", both(before("</body>", '<div id="cover">Covered</div>'), style("#cover{position:fixed;inset:0 0 auto;block-size:6rem;background:Canvas;z-index:2147483647}@media (max-width:40rem){#cover{inset:auto 0 0;block-size:9rem}}")), check="exit-covered"),
    Seed("reading-order", "The source says things in another order than the page", "1.3.2", both(swap("<h1>Help and support</h1>", ""), before('<p class="up">', "<h1>Help and support</h1>")), check="reading-order"),
    Seed("hint-with-no-script", "Escape is promised although nobody listens", "own", swap('data-quick-exit-hint="or press Escape"></span>', 'data-quick-exit-hint="or press Escape">or press Escape</span>'), check="no-script"),
)  # fmt: skip
ENGINES = (
    Seed("faint-text", "Text is too faint", "1.4.3", style("#last{color:#999;background:#fff}"), tool="axe-core"),
    Seed("faint-in-dark", "Text is too faint in dark", "1.4.3", style("@media (prefers-color-scheme:dark){#last{color:#555}}"), tool="axe-core"),
    Seed("link-by-colour", "A link in text differs by its colour alone", "1.4.1", style("#more{text-decoration:none;border:0;color:#1a1a1a}"), tool="axe-core"),
    Seed("small-targets", "Two small targets stand side by side", "2.5.8", both(before('<p id="last">', '<div id="pair"><a href="#form">Form</a><a href="#welsh">Welsh</a></div>'), style("#pair a{display:inline-block;inline-size:12px;block-size:12px;overflow:hidden;line-height:1;font-size:10px}")), tool="axe-core"),
    Seed("no-zoom", "The page cannot be made larger", "1.4.4", swap("width=device-width, initial-scale=1", "width=device-width, initial-scale=1, maximum-scale=1, user-scalable=no"), tool="axe-core"),
    Seed("unknown-role", "A role that does not exist", "4.1.2", swap('<p id="last">', '<p id="last" role="remark">'), tool="axe-core"),
    Seed("role-without-children", "A list by role holds no items", "1.3.1", swap('<p id="last">', '<p id="last" role="list">'), tool="axe-core"),
    Seed("unknown-aria", "An aria attribute that does not exist", "4.1.2", swap('<p id="last">', '<p id="last" aria-remark="yes">'), tool="axe-core"),
    Seed("nested-controls", "A button stands in a link", "4.1.2", swap(">the first page of this site</a>", "><button>the first page of this site</button></a>"), tool="Nu validator"),
    Seed("list-broken", "A list holds something that is no item", "1.3.1", swap("<ol>\n<li><a", "<ol>\n<div>Start</div><li><a"), tool="axe-core"),
    Seed("wrong-nesting", "A block stands in a paragraph", "4.1.1", swap('<p id="last">', '<p id="last"><span><div>Note</div></span>'), tool="Nu validator"),
    Seed("attribute-twice", "An attribute stands twice", "4.1.1", swap('<p id="last">', '<p id="last" id="end">'), tool="Nu validator"),
    Seed("not-closed", "An element is not closed", "4.1.1", swap("<h2 id=\"form\">", "<section><h2 id=\"form\">"), tool="Nu validator"),
    Seed("wrong-attribute", "An attribute that HTML does not have", "4.1.1", swap('<p id="last">', '<p id="last" remark="yes">'), tool="Nu validator"),
)  # fmt: skip
IN_BROWSER = (*BEHAVIOUR, *ENGINES)
