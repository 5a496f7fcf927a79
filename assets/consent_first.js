// @ts-check
/*
 * The part of the cookie choice that cannot wait, inline, the same text in two places (one hash in the security
 * policy, and a compressed page hardly grows by the second). In the head it puts to use what the reader allowed
 * earlier, before anything is painted. Where the banner stands it asks, before anything below is there to be moved.
 *
 * It reads and never writes: what a press means is decided by consent.js, which may still be on its way. The words
 * wait in attributes, because text browsers print what is hidden in HTML.
 */
(() => {
  const root = document.documentElement;
  const slot = document.getElementById("consent");
  // The browser says no for every site (Global Privacy Control).
  const told = /** @type {*} */ (navigator).globalPrivacyControl;

  if (!slot) {
    // version.allowed letters.appearance.language; a yes to another list is no yes, nor one from before the browser said no
    const choice = `(?:^|; )choices=${/* settings: begin */ "example" /* settings: end */}\\.${told ? "g" : ""}\\w*\\.(\\w*)\\.(\\w*)(?:;|$)`;
    try {
      const [, appearance, language] = document.cookie.match(choice) || [];
      // An empty appearance says that the question has been answered.
      if (appearance != null) root.dataset.appearance = appearance;
      // The page on which a language is chosen leads on when the reader's is known.
      if (language && document.currentScript?.dataset.welcome) location.replace(language + "/");
    } catch {}
  } else if (root.dataset.appearance == null && !told) {
    const [label, lead, reject, accept, customise, problem] = /** @type {string} */ (slot.dataset.words).split("|");
    /** @param {string} tag @param {object} properties @param {(Node | string)[]} inside */
    const make = (tag, properties, ...inside) => {
      const element = Object.assign(document.createElement(tag), properties);
      element.append(...inside);
      return element;
    };
    const text = make("p", { tabIndex: -1 }, lead);
    slot.setAttribute("role", "region");
    slot.setAttribute("aria-label", label);
    slot.append(
      text,
      make(
        "div",
        {},
        make("button", { type: "button", value: "reject" }, reject),
        make("button", { type: "button", value: "accept" }, accept),
        make("a", { href: slot.dataset.page }, customise),
      ),
    );
    const fail = () => {
      slot.dataset.pressed = "";
      text.textContent = problem;
      text.focus();
    };
    slot.onclick = (event) => {
      const { type, value } = /** @type {HTMLButtonElement} */ (event.target);
      if (type !== "button") return;
      slot.dataset.pressed = value;
      // Nobody waits for a script that does not come. One that comes later finds nothing pressed, and hears the next press.
      setTimeout(() => slot.dataset.pressed && fail(), 8000);
    };
    // Without consent.js nothing can be kept, so nothing is asked; and who has answered is told, as often as they try.
    addEventListener(
      "error",
      (event) => {
        if (/** @type {Element} */ (event.target).id !== "consent-script") return;
        slot.onclick = fail;
        slot.dataset.pressed != null ? fail() : (slot.textContent = "");
      },
      true,
    );
  }
})();
