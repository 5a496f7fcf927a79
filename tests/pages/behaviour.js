// @ts-check
/*
 * Our own checks of one page in a browser: what no engine finds. Evaluated in the page; gives an object of
 * functions that return findings. Must never change the page, except in the two checks that say so.
 */
(() => {
  /** @typedef {{selector: string, rule: string, message: string, snippet: string}} Finding */
  const PRESSED = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  /** @param {Element} element */
  const shown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
    element.getClientRects().length > 0;
  /** @param {Element} element */
  const isFixed = (element) => {
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement)
      if (["fixed", "sticky"].includes(getComputedStyle(at).position)) return true;
    return false;
  };
  /** Words for screen readers only: a box of one pixel, or clipped away. @param {Element} element */
  const isClippedAway = (element) => {
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      if (style.clipPath.startsWith("inset(50%") || (style.overflow === "hidden" && box.width <= 1 && box.height <= 1)) return true;
    }
    return false;
  };
  /** @param {Element} element @returns {string} */
  function selectorOf(element) {
    if (element.id) return `#${CSS.escape(element.id)}`;
    const parent = element.parentElement;
    const name = element.tagName.toLowerCase() + [...element.classList].map((each) => `.${CSS.escape(each)}`).join("");
    if (!parent || element === document.body) return name;
    const same = [...parent.children].filter((other) => other.tagName === element.tagName);
    const place = same.length > 1 ? `:nth-of-type(${same.indexOf(element) + 1})` : "";
    return `${selectorOf(parent)} > ${name}${place}`;
  }
  /** @param {Element} element @param {string} rule @param {string} message @returns {Finding} */
  function finding(element, rule, message) {
    return { selector: selectorOf(element), rule, message, snippet: element.outerHTML.slice(0, 300) };
  }
  /** The text of the page as boxes, one for each line of each text. */
  function textBoxes() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const boxes = [];
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.data.trim() || !shown(element) || element.closest("script,style") || isClippedAway(element)) continue;
      range.selectNodeContents(node);
      const fixed = isFixed(element);
      for (const box of range.getClientRects()) {
        if (box.width < 2 || box.height < 2) continue;
        const spare = box.height * 0.22;
        boxes.push({ element, node, fixed, left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare });
      }
    }
    return boxes;
  }
  /** Texts that lie on one another. What stays in place may have the page move under it. */
  function overlaps() {
    const boxes = textBoxes().sort((one, other) => one.top - other.top);
    /** @type {Finding[]} */
    const found = [];
    boxes.forEach((one, place) => {
      for (let next = place + 1; next < boxes.length && boxes[next].top < one.bottom; next += 1) {
        const other = boxes[next];
        if (other.node === one.node || other.fixed !== one.fixed) continue;
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - one.top - (other.top - one.top);
        if (wide > 3 && high > 2)
          found.push(finding(other.element, "overlap", `Its text lies on “${one.node.data.trim().slice(0, 40)}” at ${innerWidth} pixels. Give them room.`));
      }
    });
    return found;
  }
  /** WCAG 1.4.10: nothing to scroll sideways for. */
  function reflow() {
    const root = /** @type {Element} */ (document.scrollingElement);
    const least = document.documentElement.clientWidth;
    const found = [...document.body.querySelectorAll("*")]
      .filter((element) => shown(element) && !isClippedAway(element) && element.getBoundingClientRect().right > least + 1 && element.getBoundingClientRect().width > 1)
      .filter((element, _, all) => !all.some((other) => other !== element && element.contains(other)))
      .filter((element) => root.scrollWidth > least + 1 || !isFixed(element))
      .map((element) => finding(element, "reflow", `It reaches ${Math.round(element.getBoundingClientRect().right)} pixels in a window of ${least}. Let it wrap.`));
    if (!found.length && root.scrollWidth > least + 1) found.push(finding(document.body, "reflow", `The page is ${root.scrollWidth} pixels wide in a window of ${least}.`));
    return found;
  }
  /** WCAG 1.4.4 and 1.4.12: no text is cut off. */
  function cutText() {
    return [...document.body.querySelectorAll("*")]
      .filter((element) => {
        const style = getComputedStyle(element);
        if (!shown(element) || isClippedAway(element) || !element.textContent?.trim() || element.closest("svg")) return false;
        const hides = (/** @type {string} */ value) => value === "hidden" || value === "clip";
        return (
          (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2) ||
          (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 2)
        );
      })
      .map((element) => finding(element, "text-cut", "Its text is cut off when it is spaced out or made larger. Let the box grow."));
  }
  /** Sizes of what matters most, and that nothing covers it. */
  function exitAndCall() {
    /** @type {Finding[]} */
    const found = [];
    for (const selector of ["a[data-quick-exit].quick-exit__link", ".emergency-bar .call a"]) {
      const element = document.querySelector(selector);
      if (!element || !shown(element)) continue;
      const box = element.getBoundingClientRect();
      const least = selector.includes("exit") ? 44 : 24;
      if (box.height < least || box.width < least) found.push(finding(element, "target-size", `It is ${Math.round(box.width)} by ${Math.round(box.height)} pixels; the least is ${least}.`));
      if (!selector.includes("exit")) continue;
      for (const [across, down] of [[0.5, 0.5], [0.1, 0.3], [0.9, 0.3]]) {
        const at = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
        if (at && at !== element && !element.contains(at)) {
          found.push(finding(at, "exit-covered", "It lies over the exit. Nothing may."));
          break;
        }
      }
    }
    return found;
  }
  /** @param {string} colour */
  const channels = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  /** @param {number[]} colour */
  const luminance = ([red, green, blue]) =>
    [red, green, blue].map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
  /** @param {string} one @param {string} other */
  function contrast(one, other) {
    const [lighter, darker] = [luminance(channels(one)), luminance(channels(other))].sort((a, b) => b - a);
    return (lighter + 0.05) / (darker + 0.05);
  }
  /** @param {Element | null} element */
  function backgroundOf(element) {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      const alpha = channels(colour)[3];
      if (alpha === undefined || alpha > 0.99) return colour;
    }
    return "rgb(255, 255, 255)";
  }
  /** WCAG 1.4.11: the edge of a field can be seen. */
  function borders() {
    return [...document.querySelectorAll("input:not([type=hidden]), select, textarea")]
      .filter((element) => shown(element) && getComputedStyle(element).appearance !== "auto" || /** @type {HTMLElement} */ (element).matches("input:not([type=radio]):not([type=checkbox]), select, textarea"))
      .filter((element) => shown(element))
      .filter((element) => {
        const style = getComputedStyle(element);
        const behind = backgroundOf(element.parentElement);
        const edge = parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== "none" ? contrast(style.borderTopColor, behind) : 1;
        return Math.max(edge, contrast(backgroundOf(element), behind)) < 3;
      })
      .map((element) => finding(element, "faint-border", "Its edge has a contrast of less than 3 to 1. Use --border, or a darker one."));
  }
  /** Things that say they can be pressed and that no key reaches. */
  function mouseOnly() {
    return [...document.body.querySelectorAll("*")]
      .filter((element) => {
        if (!shown(element) || getComputedStyle(element).cursor !== "pointer") return false;
        if (element.parentElement && getComputedStyle(element.parentElement).cursor === "pointer") return false;
        const reached = PRESSED.replace("[tabindex]", "[tabindex]:not([tabindex='-1'])");
        return !element.closest(reached) && !element.querySelector(reached) && !element.closest("label");
      })
      .map((element) => finding(element, "mouse-only", "It can be pressed with a mouse only. Make it a button or a link."));
  }
  /** WCAG 2.4.3: neighbours that the keyboard reaches the other way round than they stand. */
  function order() {
    const all = [...document.querySelectorAll(PRESSED)].filter((element) => shown(element) && !isFixed(element) && /** @type {HTMLElement} */ (element).tabIndex >= 0);
    return all.slice(1).filter((element, place) => {
      const before = all[place];
      if (before.parentElement !== element.parentElement) return false;
      const [one, other] = [before.getBoundingClientRect(), element.getBoundingClientRect()];
      const sameLine = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > Math.min(one.height, other.height) / 2;
      return sameLine ? other.right <= one.left + 1 : other.bottom <= one.top + 1;
    }).map((element) => finding(element, "order", "It stands before what the keyboard reaches first. Write the source in the order that is seen."));
  }
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
      ".quick-exit, .skip, nav, .phase, .up, .exit-link, .pages, [data-not-printed], .choices, .consent, script, style, form, [hidden], [role=status], button, .open-now, svg" +
      (isOneSide ? ", main > p, main > ul, .card > p, .card dl > div, .card dt" : "");
    const found = [...document.querySelectorAll("main *")]
      .filter((element) => !shown(element) && element.textContent?.trim() && !element.closest(gone) && !element.querySelector(gone) && !element.closest("p:has(.exit-link)"))
      .filter((element, _, all) => !all.includes(/** @type {Element} */ (element.parentElement)))
      .map((element) => finding(element, "print", "It is not printed. Print it, or mark it with data-not-printed."));
    const numbers = [...document.querySelectorAll("a[href^='tel:'], a[href^='sms:']")];
    const printed = new Set(numbers.filter(shown).map((link) => link.getAttribute("href")));
    found.push(...numbers.filter((link) => !printed.has(link.getAttribute("href"))).map((link) => finding(link, "print", "Its number is nowhere on paper. Print it.")));
    const exit = document.querySelector(".quick-exit");
    if (exit && shown(exit)) found.push(finding(exit, "print", "The exit is printed. Hide it on paper."));
    return found;
  }
  /** Changes the page. WCAG 3.3.8: what is pasted arrives. */
  function paste() {
    return [...document.querySelectorAll("input, textarea")]
      .filter((element) => !/** @type {HTMLElement} */ (element).matches("[type=radio], [type=checkbox], [type=hidden], [type=submit], [type=button]"))
      .filter((element) => !element.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: new DataTransfer() })))
      .map((element) => finding(element, "paste", "It refuses what is pasted. Let readers paste (WCAG 3.3.8)."));
  }
  /** Changes the page. WCAG 4.1.3: what appears when a button is pressed is announced, or takes the focus. */
  async function statuses() {
    /** @type {Finding[]} */
    const found = [];
    for (const button of document.querySelectorAll("button[type=button], button:not([form]):not(form button)")) {
      if (!shown(button) || /** @type {HTMLButtonElement} */ (button).disabled) continue;
      /** @type {Set<Element>} */
      const changed = new Set();
      const observer = new MutationObserver((records) => {
        for (const record of records) {
          const element = record.target instanceof Element ? record.target : record.target.parentElement;
          if (element && element.textContent?.trim() && shown(element)) changed.add(element);
        }
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["hidden"] });
      /** @type {HTMLElement} */ (button).click();
      await new Promise((done) => setTimeout(done, 150));
      observer.disconnect();
      for (const element of changed) {
        const spoken = element.closest("[role=status], [role=alert], [role=log], [aria-live]") || element.querySelector("[role=status], [role=alert], [aria-live]");
        const focused = document.activeElement !== document.body && element.contains(document.activeElement);
        if (!spoken && !focused && !button.contains(element) && element !== document.body) found.push(finding(element, "status", "It appears when a button is pressed and is not announced. Give it role=\"status\"."));
      }
    }
    return found;
  }
  /** What the keyboard should reach, in order; one for each group of choices. */
  function stops() {
    const groups = new Set();
    return [...document.querySelectorAll(PRESSED)].filter((element) => {
      const field = /** @type {HTMLInputElement} */ (element);
      if (field.tabIndex < 0 || field.disabled || !(shown(element) || element.matches(".skip")) || element.closest("[inert]")) return false;
      if (element.closest("details:not([open]) > :not(summary)")) return false;
      if (field.type !== "radio") return true;
      const group = `${field.form?.id} ${field.name}`;
      return groups.has(group) ? false : Boolean(groups.add(group));
    });
  }
  const LOOKS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "color", "borderTopColor", "textDecorationLine"];
  /** @param {Element} element */
  const looksOf = (element) => LOOKS.map((name) => /** @type {any} */ (getComputedStyle(element))[name]);
  /** @type {Element[]} */
  let walk = [];
  /** @type {string[][]} */
  let looks = [];
  /** Starts a walk; returns how many stops there are. */
  function startWalk() {
    // The next Tab starts from where the focus was last, so that must be the top, and not only nowhere.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    walk = stops();
    looks = walk.map(looksOf);
    return walk.length;
  }
  /** Where the focus is: the number of the stop (-1 for none), and what is wrong with how it is shown. */
  function step() {
    const element = document.activeElement;
    if (!element || element === document.body) return { place: -1, found: [] };
    const place = walk.indexOf(element);
    /** @type {Finding[]} */
    const found = [];
    const now = looksOf(element);
    const ringless = now[0] === "none" && now[3] === "none";
    if (place >= 0 && (now.every((value, index) => value === looks[place][index]) || (ringless && now[4] === looks[place][4] && now[6] === looks[place][6])))
      found.push(finding(element, "focus-visible", "Nothing shows that it has the focus. Give it a ring."));
    const box = element.getBoundingClientRect();
    const points = [[0.5, 0.5], [0.15, 0.5], [0.85, 0.5]].map(([across, down]) => [box.left + box.width * across, box.top + box.height * down]);
    const seen = points.filter(([left, top]) => {
      const at = document.elementFromPoint(left, top);
      return at && (at === element || element.contains(at) || at.contains(element) && at.closest("a, button, label, details, p, li, dd, td") !== null);
    });
    if (!seen.length) found.push(finding(element, "focus-obscured", `It has the focus and cannot be seen (window ${innerWidth} by ${innerHeight}).`));
    return { place, found };
  }
  /** @param {number} place */
  const stop = (place) => finding(walk[place], "keyboard-trap", "");
  /** WCAG 1.4.12 */
  function spaceOut() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  function spaceBack() {
    document.adoptedStyleSheets = [];
  }
  function takeStyleAway() {
    spaceBack();
    for (const sheet of document.styleSheets) sheet.disabled = true;
  }
  /** Answers the question about cookies, in the banner or on its page; false when there is none. */
  async function answer() {
    const button = /** @type {HTMLElement | null} */ (document.querySelector("#consent button[value=accept], #cookie-choices button[value=save]"));
    if (!button || !shown(button)) return false;
    button.click();
    await new Promise((done) => setTimeout(done, 50));
    return true;
  }
  /** What was answered is said: the message stands in the banner or on the cookies page, and has the focus. */
  function answered() {
    const place = document.querySelector("#consent, #cookie-choices");
    const said = document.activeElement;
    if (!place || (said && place.contains(said) && said.textContent?.trim() && shown(said))) return [];
    return [finding(place, "status", "The answer is not said where the question was. Put the focus on the message.")];
  }
  function openDetails() {
    const closed = document.querySelectorAll("details:not([open])");
    closed.forEach((each) => each.setAttribute("open", ""));
    return closed.length;
  }
  return { overlaps, reflow, cutText, exitAndCall, borders, mouseOnly, order, readingOrder, withoutScript, onPaper, paste, statuses, startWalk, step, stop, spaceOut, spaceBack, takeStyleAway, openDetails, answer, answered };
})();
