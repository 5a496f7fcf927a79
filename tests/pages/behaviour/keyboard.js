// @ts-check
/* What the keyboard reaches: all that can be pressed, in the order that is seen, each stop with its ring. */
const PRESSED = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
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
/** @type {{place: number, found: Finding[]}[]} */
let steps = [];
/** What the last key did is looked at when the next one is pressed: all has come to rest by then. @param {KeyboardEvent} event */
const look = (event) => {
  if (event.key === "Tab" && !event.shiftKey) steps.push(step());
};

/** Starts a walk; returns how many stops there are. */
function startWalk() {
  // The next Tab starts from where the focus was last, so that must be the top, and not only nowhere.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  walk = stops();
  looks = walk.map(looksOf);
  steps = [];
  addEventListener("keydown", look, true);
  return walk.length;
}

/** What was met after each press of Tab. */
function endWalk() {
  removeEventListener("keydown", look, true);
  return [...steps.slice(1), step()];
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
  // WebKit scrolls to the line of the caret only, which is the first.
  if (element.matches("textarea")) points.push([box.left + 12, box.top + 12]);
  const seen = points.filter(([left, top]) => {
    const at = document.elementFromPoint(left, top);
    return at && (at === element || element.contains(at) || at.contains(element) && at.closest("a, button, label, details, p, li, dd, td") !== null);
  });
  if (!seen.length) found.push(finding(element, "focus-obscured", `It has the focus and cannot be seen (window ${innerWidth} by ${innerHeight}).`));
  return { place, found };
}

/** @param {number} place */
const stopAt = (place) => finding(walk[place], "keyboard-trap", "");

Object.assign(own, { mouseOnly, order, startWalk, endWalk, step, stopAt });
