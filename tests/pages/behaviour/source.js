// @ts-check
/* What is left where style, script or a screen is missing: the order of the source, the text, the numbers. */

/** The order of the source: what must be met before what. */
function readingOrder() {
  const wanted = [".quick-exit__link", ".skip", ".emergency-bar .call a", "h1", "main h2"];
  const places = wanted.map((selector) => document.querySelector(selector)).filter((element) => element !== null);
  /** @type {Finding[]} */
  const found = [];
  const bilingual = document.querySelector("main.bilingual");
  places.slice(1).forEach((element, place) => {
    const before = places[place];
    if (bilingual || before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) return;
    found.push(finding(element, "reading-order", `It stands before “${selectorOf(before)}” in the source. Turn them round.`));
  });
  const heading = document.querySelector("h1");
  const first = document.querySelector("main p, main li, main table");
  if (heading && first && !bilingual && !(heading.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING))
    found.push(finding(first, "reading-order", "It stands before the page's heading in the source."));
  return found;
}

/** With no script: nothing that only a script would show, and no promise that only a script keeps. */
function withoutScript() {
  // A field that nobody is to fill in, and the words of a drawing, are hidden with script too.
  const kept = "[role=status], [role=alert], template, dialog, [data-needs-script], [data-needs-script] *, svg *";
  const found = [...document.querySelectorAll("main *")]
    .filter((element) => !shown(element) && element.textContent?.trim() && !element.matches(kept) && !element.closest("[hidden]:has([tabindex='-1']), details, script, style, template, dialog, [data-needs-script]"))
    .filter((element, _, all) => !all.includes(/** @type {Element} */ (element.parentElement)))
    .map((element) => finding(element, "needs-script", "It is hidden without script. Show it, or mark it with data-needs-script if it is of no use then."));
  const hint = document.querySelector("[data-quick-exit-hint]");
  if (hint?.textContent?.trim()) found.push(finding(hint, "no-script", "Escape is promised, and without script nobody listens."));
  return found;
}

/** On paper: the exit is gone, the text is there. */
function onPaper() {
  // The page of help becomes one side of A4: what a card says beside its numbers is left out (print_contacts.css).
  const isOneSide = document.querySelector(".cards ~ .cards ~ .cards");
  const gone =
    ".quick-exit, .skip, nav, .phase, .up, .exit-link, .pages, :is(h2, h3):has(+ .pages, + .form), [data-not-printed], .choices, .consent, script, style, form, [hidden], [role=status], button, .open-now, svg" +
    (isOneSide ? ", main > p, main > ul, .card > p, .card dl > div, .card dt" : "");
  const found = [...document.querySelectorAll("main *")]
    .filter((element) => !shown(element) && element.textContent?.trim() && !element.closest(gone) && !element.querySelector(gone) && !element.closest("p:has(.exit-link)"))
    .filter((element, _, all) => !all.includes(/** @type {Element} */ (element.parentElement)))
    .map((element) => finding(element, "print", "It is not printed. Print it, or mark it with data-not-printed."));
  const headings = [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5)")].filter(shown);
  found.push(...headings.filter(standsAlone).map((heading) => finding(heading, "print", "Nothing below this heading is printed. Print it, or leave the heading out.")));
  const numbers = [...document.querySelectorAll("a[href^='tel:'], a[href^='sms:']")];
  const printed = new Set(numbers.filter(shown).map((link) => link.getAttribute("href")));
  found.push(...numbers.filter((link) => !printed.has(link.getAttribute("href"))).map((link) => finding(link, "print", "Its number is nowhere on paper. Print it.")));
  const exit = document.querySelector(".quick-exit");
  if (exit && shown(exit)) found.push(finding(exit, "print", "The exit is printed. Hide it on paper."));
  return found;
}

/** A heading with no text between it and the next heading that is no part of it. @param {Element} heading */
function standsAlone(heading) {
  const next = [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5)")].find((other) => shown(other) && heading.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (next && next.tagName > heading.tagName) return false;
  const walker = document.createTreeWalker(/** @type {Element} */ (heading.closest("main")), NodeFilter.SHOW_TEXT);
  walker.currentNode = heading;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (next && next.contains(node)) return true;
    if (!heading.contains(node) && node.nodeValue?.trim() && node.parentElement && shown(node.parentElement) && !node.parentElement.closest(".review")) return false;
  }
  return true;
}

Object.assign(own, { readingOrder, withoutScript, onPaper });
