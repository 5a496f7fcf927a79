// @ts-check
/*
 * The part of the cookie choice that cannot wait, inline at the start of <body>: puts a remembered appearance on the
 * page before anything is painted, or makes the banner that asks, before anything below it is there to be moved.
 *
 * It reads and never writes: what a press means is decided by consent.js, which may still be on its way. The banner
 * is made here because text browsers print what is hidden in HTML. Must be the same text on every page.
 */
(() => {
  /** @type {{pattern: string}} */
  const settings = /* settings: begin */ {
    pattern: "(example)\\.([al]*)\\.(light|dark|contrast|)\\.(en|cy|)",
  }; /* settings: end */
  const slot = /** @type {HTMLElement} */ (document.getElementById("consent"));
  const { words, welcome } = slot.dataset;
  let kept;
  try {
    kept = document.cookie.match(`(?:^|; )choices=${settings.pattern}(?:;|$)`);
  } catch {}

  if (kept) {
    if (kept[3]) document.documentElement.dataset.appearance = kept[3];
    // The page on which a language is chosen leads on when the reader's is known.
    if (kept[4] && welcome) location.replace(kept[4] + "/");
  } else if (words && !(/** @type {*} */ (navigator).globalPrivacyControl)) {
    const [label, lead, ...names] = words.split("|");
    const row = document.createElement("div");
    names.forEach((name, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.value = ["reject", "accept", "customise"][index];
      button.textContent = name;
      row.append(button);
    });
    const text = document.createElement("p");
    text.textContent = lead;
    slot.setAttribute("role", "region");
    slot.setAttribute("aria-label", label);
    slot.append(text, row);
    slot.onclick = (event) => {
      slot.dataset.pressed = /** @type {HTMLButtonElement} */ (event.target).value || "";
    };
    // Without consent.js nothing can be kept, so nothing is asked.
    addEventListener("error", (event) => event.target === slot.nextElementSibling?.nextElementSibling && slot.remove(), true);
  }
})();
