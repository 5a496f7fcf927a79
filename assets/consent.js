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
  /**
   * @typedef {object} Page the words of the cookies page, from its #cookie-words
   * @property {string[][]} optional letter, name and purpose of each
   * @property {string[][]} looks value and name of each appearance
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
  const place = page || /** @type {HTMLElement} */ (document.getElementById("consent"));

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
   * @param {string} [value]
   * @param {number} [seconds] without it the browser forgets the cookie when it is closed
   */
  function write(value, seconds) {
    try {
      document.cookie = `choices=${value}; Path=/; Secure; SameSite=Strict` + (seconds == null ? "" : "; Max-Age=" + seconds);
    } catch {}
    return kept() === value;
  }

  const remove = () => write(undefined, 0);

  /** @param {string} allowed letters; none of them is a no, kept until the browser is closed */
  function save(allowed) {
    const appearance = allowed.includes("a") && root.dataset.appearance;
    const language = allowed.includes("l") && root.lang;
    const value = [version, allowed, appearance || "", language || ""].join(".");
    return write(value, allowed ? days * 86400 : undefined) || (remove(), false);
  }

  /* statistics: begin */
  /** The path of the page and nothing more, to this same site, after a yes. @param {string} allowed */
  function count(allowed) {
    const how = { method: "POST", body: location.pathname, credentials: "omit", keepalive: true };
    if (allowed.includes("s")) fetch(send || "", /** @type {RequestInit} */ (how)).catch(() => {});
  }
  /* statistics: end */

  /**
   * @param {string} tag
   * @param {object} properties
   * @param {...(Node | string)} children
   * @returns {*}
   */
  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  /** @param {string} value @param {string} name */
  const button = (value, name) => make("button", { type: "button", value }, name);

  /** Put a message where the last one, or the question, was. @param {...(Node | string)} text */
  function say(...text) {
    const message = make("p", { tabIndex: -1 }, ...text);
    place.firstChild?.replaceWith(message);
    message.focus();
  }

  /** @param {string} name what was pressed */
  function press(name) {
    if (name === "hide") {
      place.remove();
      document.getElementById("main")?.focus({ preventScroll: true });
    } else if (name === "delete") {
      boxes().forEach((box) => (box.checked = false));
      say(remove() ? words.gone : words.problem);
    } else {
      const allowed = name === "accept" ? letters : boxes().reduce((all, box) => all + (box.checked ? box.value : ""), "");
      if (!save(allowed)) return say(words.problem);
      /* statistics: begin */
      count(allowed);
      /* statistics: end */
      if (page) return say(words.saved);
      place.lastChild?.replaceWith(make("div", {}, button("hide", words.hide)));
      say(words.saved, " ", make("a", { href: place.dataset.page }, words.change));
    }
  }

  /** The choices on the cookies page; there are none in the banner. @returns {HTMLInputElement[]} */
  const boxes = () => [.../** @type {NodeListOf<HTMLInputElement>} */ (place.querySelectorAll("[type=checkbox]"))];

  const now = kept();
  // version.allowed letters.appearance.language
  const found = now?.match(`^${version}\\.(\\w*)\\.\\w*\\.\\w*$`);
  const allowed = found ? found[1] : "";
  // Written for another list, or by somebody else: what it allowed is not allowed now.
  if (now != null && !found) remove();
  /* statistics: begin */
  count(allowed);
  /* statistics: end */

  if (page) {
    const data = JSON.parse(/** @type {string} */ (document.getElementById("cookie-words")?.textContent));
    Object.assign(words, data);
    /** @param {string} type @param {string[][]} rows @param {string} legend @param {(value: string) => boolean} is */
    const fields = (type, rows, legend, is) =>
      make("fieldset", {}, make("legend", {}, legend), ...rows.map(([value, name, purpose = ""]) =>
        make("label", {}, make("input", { type, value, name: type, checked: is(value) }), make("span", {}, make("b", {}, name), purpose))));
    page.replaceChildren(
      make("p", {}),
      fields("checkbox", data.optional, data.legend, (letter) => allowed.includes(letter)),
      ...(data.looks ? [fields("radio", data.looks, data.appearance, (look) => look === (root.dataset.appearance || ""))] : []),
      make("div", {}, button("save", data.save), button("delete", data.remove)),
    );
    page.onchange = (event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      if (field.type === "radio") root.dataset.appearance = field.value;
    };
  }
  place.onclick = (event) => {
    const target = /** @type {HTMLButtonElement} */ (event.target);
    if (target.type === "button") press(target.value);
  };
  // Pressed while this script was still on its way.
  if (place.dataset.pressed) press(place.dataset.pressed);
})();
