// @ts-check
/*
 * Quick exit: leave this site at once, by Escape or by any link with the attribute data-quick-exit.
 *
 * One inline script, first in <head>. It needs nothing else on the page, keeps nothing on the device,
 * asks nobody anything before it leaves, and must be the same text on every page (one hash in the
 * content security policy). It must never show the page again once it has been told to leave, never
 * wait for anything before it hides the page, and never open a window.
 */
(() => {
  /**
   * @typedef {object} Settings
   * @property {string} address where to go; https
   * @property {string} title the title of the page found there
   * @property {"escape" | "escape-twice" | "off"} key
   * @property {boolean} discreet whether a whole visit is kept in one entry of the browser's history
   */
  const { address, title, key, discreet } = /** @type {Settings} */ (
    /* settings: begin */ {
      address: "https://www.bbc.co.uk/weather",
      title: "BBC Weather",
      key: "escape",
      discreet: true,
    } /* settings: end */
  );

  // Inside a frame of the same site the page around us listens for us, and leaving the frame alone would be
  // no exit. (A frame of another site is closed to it: there this script can only leave the frame.)
  try {
    if (top !== window && /** @type {Window} */ (top).document) return;
  } catch {}

  const root = document.documentElement;
  const mark = "quick-exit";
  /** @type {EventTarget | undefined} the Navigation API, where there is one */
  const navigation = /** @type {*} */ (window).navigation;
  /** @type {BroadcastChannel | undefined} */
  let channel;
  let leaving = false;
  let underway = false;
  let loading = true;
  let held = false;
  let pause = 200;
  let last = -Infinity;
  /** @type {number | undefined} */
  let timer;
  /** @type {HTMLElement | undefined} */
  let pressed;

  /** Start, or start again, the navigation that leaves. Before the first: take along what would tell of the visit. */
  function go() {
    if (!underway) {
      try {
        each("link[rel~=icon]", (link) => (link.href = "data:,"));
        document.cookie.split("; ").forEach((cookie) => {
          document.cookie = cookie.split("=")[0] + "=; path=/; max-age=0; secure";
        });
        each("audio,video", (media) => media.pause());
        if (document.fullscreenElement) document.exitFullscreen();
        // While the exit page does not come, this page keeps its entry in the history, and Forward may load it anew.
        history.replaceState(mark, "");
      } catch {}
    }
    location.replace(address);
    // Only now: a browser may say that this navigation put an end to the one just above.
    underway = true;
  }

  /**
   * Start it soon. When it was stopped: a little more patiently each time, so that a slow exit page arrives.
   * @param {number} [delay]
   */
  function goSoon(delay = (pause += 100)) {
    clearTimeout(timer);
    timer = setTimeout(go, delay);
  }

  /** Leave. The first line hides everything; what follows may fail without showing it again. */
  function exit() {
    if (leaving) return;
    leaving = true;
    // The root and the body keep their boxes: Firefox sends no keys to a page whose body has none, and the
    // next Escape, which nobody swallows then, stops the exit.
    // What the parser still adds to the body is hidden by the root.
    root.style.cssText = "visibility:hidden!important;background:Canvas!important";
    each("body>*", (child) => (child.style.cssText = "display:none!important"));
    try {
      document.title = title;
      channel?.postMessage(true);
    } catch {}
    // WebKit paints nothing more once a navigation has begun, so the empty page gets a frame of its own first.
    // A page that is not on show gets no frames and needs none.
    if (document.hidden) go();
    else {
      goSoon();
      requestAnimationFrame(() => underway || goSoon(0));
    }
  }

  /**
   * @param {string} selector
   * @param {(element: any) => void} action
   */
  function each(selector, action) {
    document.querySelectorAll(selector).forEach(action);
  }

  /**
   * The link an event happened in.
   * @param {Event} event
   * @param {string} selector
   */
  function linkOf(event, selector) {
    // The target may be the document, which has no closest().
    return /** @type {HTMLAnchorElement | null} */ (/** @type {*} */ (event.target).closest?.(selector));
  }

  /** @param {Event} event */
  function swallow(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** @param {KeyboardEvent | MouseEvent} event */
  function modified(event) {
    return event.ctrlKey || event.shiftKey || event.altKey || event.metaKey;
  }

  /**
   * Escape is also the browser's Stop key: a press that is not swallowed cancels the exit itself.
   * @param {KeyboardEvent} event
   */
  function onKey(event) {
    if (event.key !== "Escape") return;
    const down = event.type === "keydown";
    // A release without its press: the browser kept the press, as its Stop key.
    const stopped = !down && !held;
    held = down;
    if (leaving) {
      swallow(event);
      // Not before it is on its way: on a slow computer the next press comes before the first frame.
      // Where a Navigation API would have told us of a stop, this press is only a reason to look again later.
      if (underway && (down || stopped)) goSoon(down && navigation ? 4000 : undefined);
      return;
    }
    if (!down && !(stopped && loading)) return;
    // Safari reports the Escape that ends a composition with key code 229 alone.
    if (modified(event) || event.isComposing || event.keyCode === 229) return;
    if (key === "escape-twice") {
      if (event.repeat) return;
      const previous = last;
      last = event.timeStamp;
      if (last - previous > 2000) return;
    }
    swallow(event);
    exit();
  }

  /**
   * Listen before anybody else on the page.
   * @param {EventTarget | null | undefined} target
   * @param {string} types
   * @param {(event: any) => unknown} listener
   */
  function on(target, types, listener) {
    types.split(" ").forEach((type) => target?.addEventListener(type, listener, true));
  }

  /** @param {Window | null} target this window, or that of a frame of this site */
  function listen(target) {
    if (key !== "off") on(target, "keydown keyup", onKey);
  }

  /**
   * Hide the page from the first touch: the style sheet makes a link in this state a sheet over everything.
   * @param {PointerEvent} event
   */
  function onPointer(event) {
    const link = linkOf(event, "[data-quick-exit]");
    if (event.type === "pointerdown") {
      if (link && !event.button) (pressed = link).dataset.quickExit = "pressed";
    } else if (pressed && !leaving && (!link || event.type === "pointercancel")) {
      pressed.dataset.quickExit = "";
      pressed.blur();
    }
  }

  /**
   * Discreet navigation: a page of this site takes the place of the one before it in the history.
   * @param {MouseEvent} event
   */
  function onLink(event) {
    const link = linkOf(event, "a[href]");
    if (!link || event.defaultPrevented || modified(event)) return;
    if (link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    event.preventDefault();
    // A link within the page keeps the title; the browser itself scrolls, moves the focus and sets :target.
    if (link.href.split("#")[0] !== location.href.split("#")[0]) document.title = title;
    location.replace(link.href);
  }

  /** Other tabs. A tab that opens while another is on its way out asks, and is told. */
  function join() {
    try {
      channel = new BroadcastChannel(mark);
      channel.onmessage = (event) => (event.data ? exit() : leaving && channel?.postMessage(true));
      channel.postMessage(false);
    } catch {}
  }

  listen(window);
  on(document, "load", (event) => {
    // A frame of another site is closed to us, and most things that load are no frames.
    try {
      listen(event.target.contentWindow);
    } catch {}
  });
  on(window, "click", (event) => {
    if (underway) goSoon(4000);
    if (leaving || linkOf(event, "[data-quick-exit]")) {
      swallow(event);
      exit();
    }
  });
  // A form on its way is a page that loads: WebKit's MiniBrowser keeps the press that would stop it.
  on(window, "submit", () => (loading = true));
  on(window, "pointerdown pointerup pointercancel", onPointer);
  // Last of all, so that a script of the page may have its own use for a link.
  if (discreet) addEventListener("click", onLink);

  // Nobody else may ask "are you sure?" or turn the exit away.
  on(window, "beforeunload", (event) => leaving && event.stopImmediatePropagation());
  on(navigation, "navigate", (event) => leaving && event.stopImmediatePropagation());
  on(navigation, "navigateerror", () => underway && goSoon());

  join();
  // Firefox throws away a page that it keeps for Back, with all that was typed into it, when a message comes for it.
  on(window, "pagehide", () => channel?.close());
  on(window, "pageshow", (event) => {
    loading = false;
    // The browser kept the page and brought it back. Was it hidden, it is still hidden, and leaves again.
    if (event.persisted) leaving ? go() : join();
  });

  // Left before, but the exit page never came, and now Forward, a reload or a tab opened again has brought this back.
  if (history.state === mark) exit();

  // Escape is promised only now that somebody listens.
  on(window, "DOMContentLoaded", () =>
    each("[data-quick-exit-hint]", (hint) => (hint.textContent = hint.dataset.quickExitHint)),
  );
})();
