// @ts-check
/* An element of the page: whether it is seen, and how a finding names it. Must never change the page.
 *
 * The files of this folder are joined to one function, this one first, and evaluated in the page. */

/** What is asked of the page from outside, by name. @type {Record<string, Function>} */
const own = {};

/** @typedef {{selector: string, rule: string, message: string, snippet: string}} Finding */
/** @param {Element} element */
const shown = (element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
  element.getClientRects().length > 0;
/** Whether this element stays in place itself. @param {Element} element */
const staysInPlace = (element) => ["fixed", "sticky"].includes(getComputedStyle(element).position);
/** Words for screen readers only: a box of one pixel, or clipped away. @param {Element} element */
const clips = (element) => {
  const style = getComputedStyle(element);
  if (style.clipPath.startsWith("inset(50%")) return true;
  if (style.overflow !== "hidden") return false;
  const box = element.getBoundingClientRect();
  return box.width <= 1 && box.height <= 1;
};

/** Whether this is so of an element or of one around it. @param {(element: Element) => boolean} is */
const hereOrAbove = (is) => (/** @type {Element} */ element) => {
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) if (is(at)) return true;
  return false;
};

const isFixed = hereOrAbove(staysInPlace);
const isClippedAway = hereOrAbove(clips);
/** The same question to many elements of a page that does not change meanwhile. @param {(element: Element) => boolean} is */
function remembered(is) {
  /** @type {Map<Element, boolean>} */
  const known = new Map();
  return hereOrAbove((element) => {
    const answer = known.get(element) ?? is(element);
    known.set(element, answer);
    return answer;
  });
}

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
