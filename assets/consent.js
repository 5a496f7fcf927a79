// @ts-check
/*
 * The cookie choice: keeps what the reader allowed in one cookie, and nothing else anywhere.
 *
 * "Saved" is said only after the cookie has been read back and is what was written. Whatever fails leaves all that is
 * optional off. Must never write before a press, load anything, or put text into the page as HTML.
 */
(() => {
  /**
   * @typedef {object} Settings
   * @property {string} version changes with the list of cookies
   * @property {string} letters of all that may be allowed
   * @property {number} days
   * @property {string} [send] where page counts go: a path of this site
   * @property {Record<string, string>} words
   */
  /** @type {Settings} */
  const { version, letters, days, send, words } = /* settings: begin */ {
    version: "example",
    letters: "al",
    days: 180,
    words: {},
  }; /* settings: end */
  const root = document.documentElement;
  const page = document.getElementById("cookie-choices");
  // Neither on a page in several languages, where nothing is asked: an old yes is taken back and a chosen language kept.
  let place = page || /** @type {HTMLElement} */ (document.getElementById("consent"));
  // The browser says no for every site (Global Privacy Control): only a yes given while it does is a yes.
  const told = /** @type {*} */ (navigator).globalPrivacyControl ? "g" : "";

  /** What the cookie holds: undefined when there is none, null when nobody can tell. */
  function kept() {
    try {
      return document.cookie.match(/(?:^|; )choices=([^;]*)/)?.[1];
    } catch {
      return null;
    }
  }

  /**
   * Write, read back, compare. Without a value the cookie is deleted.
   * @param {string | undefined} value
   * @param {string} life empty, or a Max-Age of its own: libsoup takes one without a number for 0 and keeps nothing,
   *   where RFC 6265 (5.2.2) would have it ignored
   */
  function write(value, life) {
    try {
      document.cookie = `choices=${value}; Path=/; Secure; SameSite=Strict${life}`;
    } catch {}
    return kept() === value;
  }

  const remove = () => write(undefined, "; Max-Age=0");

  /** None of the letters allowed is a no, kept until the browser is closed. @param {string} language */
  function save(language) {
    const value = [
      version,
      told + allowed,
      allowed.includes("a") ? root.dataset.appearance : "",
      allowed.includes("l") ? language : "",
    ].join(".");
    return write(value, allowed && `; Max-Age=${days * 86400}`);
  }

  /* statistics: begin */
  let counted = false;
  /** The path of the page and nothing more, once, to this same site, after a yes. */
  function count() {
    if (counted || !allowed.includes("s")) return;
    counted = true;
    const how = { method: "POST", body: location.pathname, credentials: "omit", keepalive: true };
    fetch(send || "", /** @type {RequestInit} */ (how)).catch(() => {});
  }
  /* statistics: end */

  /** @typedef {[string, object, ...(Node | string | Part)[]]} Part tag, properties and what stands inside */

  /** @param {Part} part @returns {*} */
  function make([tag, properties, ...inside]) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside.map((item) => (Array.isArray(item) ? make(/** @type {Part} */ (item)) : item)));
    return element;
  }

  /** Put a message where the last one, or the question, was. @param {...(string | Part)} text */
  function say(...text) {
    const message = make(["p", { tabIndex: -1 }, ...text]);
    place.firstChild?.replaceWith(message);
    message.focus();
  }

  /** Nothing was kept; whether nothing is there is another question. */
  const fail = () => say(words.problem, remove() ? "" : words.still);

  /** @param {string} name what was pressed */
  function press(name) {
    place.dataset.pressed = "";
    if (name === "hide") {
      place.remove();
      document.getElementById("main")?.focus({ preventScroll: true });
    } else if (name === "delete") {
      allowed = "";
      check();
      if (remove()) say(page?.dataset.gone || "");
      else fail();
    } else {
      allowed = name === "accept" ? letters : "";
      place.querySelectorAll("[type=checkbox]:checked").forEach((box) => (allowed += /** @type {HTMLInputElement} */ (box).value));
      if (!save(root.lang)) {
        allowed = "";
        return fail();
      }
      /* statistics: begin */
      count();
      /* statistics: end */
      if (page) return say(words.saved);
      place.lastChild?.remove();
      say(words.saved, " ", ["a", { href: place.dataset.page }, words.change], ["button", { type: "button", value: "hide" }, words.hide]);
    }
  }

  /** Show on the cookies page what is allowed, and the appearance that the page has. */
  const check = () =>
    place.querySelectorAll("input").forEach((field) => {
      const { type, value } = field;
      field.checked = type === "radio" ? value === (root.dataset.appearance || "") : allowed.includes(value);
    });

  const now = kept();
  const found = now?.match(`^${version}\\.${told}g?(\\w*)\\.\\w*\\.\\w*$`);
  let allowed = found ? found[1] : "";
  // Written for another list, before the browser said no, or by somebody else: what it allowed is not allowed now.
  if (now != null && !found) remove();
  /* statistics: begin */
  count();
  /* statistics: end */

  if (page) {
    page.replaceWith((place = make(JSON.parse(/** @type {string} */ (page.dataset.form)))));
    check();
    place.onchange = (event) => {
      const { type, value } = /** @type {HTMLInputElement} */ (event.target);
      if (type === "radio") root.dataset.appearance = value;
    };
  }
  document.onclick = (event) => {
    const { type, value, hreflang } = /** @type {*} */ (event.target);
    if (type === "button" && place?.contains(/** @type {Node} */ (event.target))) press(value);
    // Who goes over to the other language has chosen it.
    else if (hreflang && allowed.includes("l")) save(hreflang) || remove();
  };
  // Pressed while this script was still on its way.
  if (place?.dataset.pressed) press(place.dataset.pressed);
})();
