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
   * @property {string} pattern what the cookie may hold: (version).(allowed letters).(appearance).(language)
   * @property {number} days
   * @property {string} send where page counts go: a path of this site, or nothing
   * @property {string[][]} optional letter, name and purpose of each
   * @property {string[][]} looks value and name of each appearance
   * @property {Record<string, string>} words
   */
  /** @type {Settings} */
  const settings = /* settings: begin */ {
    version: "example",
    pattern: "(example)\\.([al]*)\\.(light|dark|contrast|)\\.(en|cy|)",
    days: 180,
    send: "",
    optional: [["a", "Appearance", "Remembers how pages look."]],
    looks: [["", "As the device"]],
    words: {},
  }; /* settings: end */
  const { words, optional, looks, version } = settings;
  const look = document.documentElement.dataset;
  const banner = document.getElementById("consent");
  const page = document.getElementById("cookie-choices");
  const place = /** @type {HTMLElement} */ (page || banner);

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
      const age = seconds === undefined ? "" : "; Max-Age=" + seconds;
      document.cookie = `choices=${value || ""}; Path=/; Secure; SameSite=Strict${age}`;
    } catch {}
    return kept() === value;
  }

  const remove = () => write(undefined, 0);

  /** @param {string} allowed letters; none of them is a no, kept until the browser is closed */
  function save(allowed) {
    const appearance = (allowed.includes("a") && look.appearance) || "";
    const language = allowed.includes("l") ? document.documentElement.lang : "";
    const value = [version, allowed, appearance, language].join(".");
    return write(value, allowed ? settings.days * 86400 : undefined) || (remove(), false);
  }

  /** The path of the page and nothing more, to this same site, after a yes. @param {string} allowed */
  function count(allowed) {
    const how = { method: "POST", body: location.pathname, credentials: "omit", keepalive: true };
    if (allowed.includes("s")) fetch(settings.send, /** @type {RequestInit} */ (how)).catch(() => {});
  }

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

  /** @param {string} type @param {string[][]} rows @param {string} legend @param {string} chosen */
  function fields(type, rows, legend, chosen) {
    const lines = rows.map(([value, name, purpose]) => {
      const checked = type === "radio" ? value === chosen : chosen.includes(value);
      const field = make("input", { type, value, checked, name: type });
      return make("label", {}, field, make("span", {}, make("b", {}, name), purpose ? " " + purpose : ""));
    });
    return make("fieldset", {}, make("legend", {}, legend), ...lines);
  }

  /** Put a message where the last one, or the question, was. @param {...(Node | string)} text */
  function say(...text) {
    const message = make("p", { tabIndex: -1 }, ...text);
    place.firstChild?.replaceWith(message);
    message.focus();
  }

  /** @param {HTMLButtonElement} pressed */
  function press(pressed) {
    const boxes = /** @type {HTMLInputElement[]} */ ([...place.querySelectorAll("[type=checkbox]")]);
    const name = pressed.value;
    if (name === "customise") {
      pressed.parentElement?.before(fields("checkbox", optional, words.optional, ""));
      pressed.replaceWith(button("save", words.save));
      place.querySelector("input")?.focus();
    } else if (name === "hide") {
      place.remove();
      document.getElementById("main")?.focus({ preventScroll: true });
    } else if (name === "delete") {
      boxes.forEach((box) => (box.checked = false));
      say(remove() ? words.gone : words.problem);
    } else if (name) {
      const chosen = name === "accept" ? optional.map((row) => row[0]) : boxes.filter((box) => box.checked).map((box) => box.value);
      const allowed = name === "reject" ? "" : chosen.join("");
      if (!save(allowed)) return say(words.problem);
      count(allowed);
      if (page) return say(words.saved);
      place.lastChild?.replaceWith(make("div", {}, button("hide", words.hide)));
      place.querySelector("fieldset")?.remove();
      say(words.saved, " ", make("a", { href: place.dataset.page }, words.change));
    }
  }

  const now = kept();
  const found = now?.match(`^${settings.pattern}$`);
  const allowed = found ? found[2] : "";
  // Written for another list, or by somebody else: what it allowed is not allowed now.
  if (now != null && !found) remove();
  count(allowed);

  if (page) {
    page.replaceChildren(
      make("p", {}),
      fields("checkbox", optional, words.optional, allowed),
      ...(looks.length ? [fields("radio", looks, words.looks, look.appearance || ""), make("p", {}, words.lasts)] : []),
      make("div", {}, button("save", words.save), button("delete", words.remove)),
    );
    page.onchange = (event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      if (field.type === "radio") look.appearance = field.value;
    };
  }
  place.onclick = (event) => {
    const target = /** @type {HTMLButtonElement} */ (event.target);
    if (target.type === "button") press(target);
  };
  // Pressed while this script was still on its way.
  const early = place.querySelector(`[value="${place.dataset.pressed}"]`);
  if (early) press(/** @type {HTMLButtonElement} */ (early));
})();
