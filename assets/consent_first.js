// @ts-check
/*
 * The part of the cookie choice that cannot wait, inline at the start of <body>: puts a remembered appearance on the
 * page before anything is painted, or makes the banner that asks, before anything below it is there to be moved.
 *
 * It reads and never writes: what a press means is decided by consent.js, which may still be on its way. The banner
 * is made here because text browsers print what is hidden in HTML. Must be the same text on every page.
 */
(() => {
  /** @type {string} changes with the list of cookies: a yes to another list is no yes */
  const version = /* settings: begin */ "example" /* settings: end */;
  const slot = /** @type {HTMLElement} */ (document.getElementById("consent"));
  const { words, page, welcome } = slot.dataset;
  let kept;
  try {
    kept = document.cookie.match(`(?:^|; )choices=${version}\\.\\w*\\.(\\w*)\\.(\\w*)(?:;|$)`);
  } catch {}

  /** @param {string} tag @param {object} properties */
  const add = (tag, properties, place = slot) => place.appendChild(Object.assign(document.createElement(tag), properties));

  if (kept) {
    if (kept[1]) document.documentElement.dataset.appearance = kept[1];
    // The page on which a language is chosen leads on when the reader's is known.
    if (kept[2] && welcome) location.replace(kept[2] + "/");
  } else if (words && !(/** @type {*} */ (navigator).globalPrivacyControl)) {
    const [label, lead, reject, accept, customise] = words.split("|");
    slot.setAttribute("role", "region");
    slot.setAttribute("aria-label", label);
    add("p", { textContent: lead });
    const row = add("div", {});
    add("button", { type: "button", value: "reject", textContent: reject }, row);
    add("button", { type: "button", value: "accept", textContent: accept }, row);
    add("a", { href: page, textContent: customise }, row);
    slot.onclick = (event) => {
      slot.dataset.pressed = /** @type {HTMLButtonElement} */ (event.target).value;
    };
    // Without consent.js nothing can be kept, so nothing is asked.
    addEventListener("error", (event) => event.target === slot.nextElementSibling?.nextElementSibling && slot.remove(), true);
  }
})();
