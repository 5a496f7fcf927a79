// @ts-check
/* Colours that no engine compares. */

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

Object.assign(own, { borders });
