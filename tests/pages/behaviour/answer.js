// @ts-check
/* What a reader does with the page: pastes, presses, answers. These change it. */

/** Changes the page. WCAG 3.3.8: what is pasted arrives. */
function paste() {
  return [...document.querySelectorAll("input, textarea")]
    .filter((element) => !/** @type {HTMLElement} */ (element).matches("[type=radio], [type=checkbox], [type=hidden], [type=submit], [type=button]"))
    .filter((element) => !element.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: new DataTransfer() })))
    .map((element) => finding(element, "paste", "It refuses what is pasted. Let readers paste (WCAG 3.3.8)."));
}

/** Changes the page. WCAG 4.1.3: what appears when a button is pressed is announced, or takes the focus. */
async function statuses() {
  /** @type {Finding[]} */
  const found = [];
  for (const button of document.querySelectorAll("button[type=button], button:not([form]):not(form button)")) {
    if (!shown(button) || /** @type {HTMLButtonElement} */ (button).disabled) continue;
    /** @type {Set<Element>} */
    const changed = new Set();
    const observer = new MutationObserver((records) => {
      for (const record of records) {
        const element = record.target instanceof Element ? record.target : record.target.parentElement;
        if (element && element.textContent?.trim() && shown(element)) changed.add(element);
      }
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["hidden"] });
    /** @type {HTMLElement} */ (button).click();
    await new Promise((done) => setTimeout(done, 150));
    observer.disconnect();
    for (const element of changed) {
      const spoken = element.closest("[role=status], [role=alert], [role=log], [aria-live]") || element.querySelector("[role=status], [role=alert], [aria-live]");
      const focused = document.activeElement !== document.body && element.contains(document.activeElement);
      if (!spoken && !focused && !button.contains(element) && element !== document.body) found.push(finding(element, "status", "It appears when a button is pressed and is not announced. Give it role=\"status\"."));
    }
  }
  return found;
}

/** Answers the question about cookies, in the banner or on its page; false when there is none. */
async function answer() {
  const button = /** @type {HTMLElement | null} */ (document.querySelector("#consent button[value=accept], #cookie-choices button[value=save]"));
  if (!button || !shown(button)) return false;
  button.click();
  await new Promise((done) => setTimeout(done, 50));
  return true;
}

/** What was answered is said: the message stands in the banner or on the cookies page, and has the focus. */
function answered() {
  const place = document.querySelector("#consent, #cookie-choices");
  const said = document.activeElement;
  if (!place || (said && place.contains(said) && said.textContent?.trim() && shown(said))) return [];
  return [finding(place, "status", "The answer is not said where the question was. Put the focus on the message.")];
}

function openDetails() {
  const closed = document.querySelectorAll("details:not([open])");
  closed.forEach((each) => each.setAttribute("open", ""));
  return closed.length;
}

Object.assign(own, { paste, statuses, answer, answered, openDetails });
