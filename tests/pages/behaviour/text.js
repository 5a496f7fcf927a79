// @ts-check
/* Where the text of the page stands: nothing lies on it, nothing cuts it off, nothing leads out of the window. */

/** The text of the page as boxes, one for each line of each text. */
function textBoxes() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes = [];
  const range = document.createRange();
  const fixed = remembered(staysInPlace);
  const clipped = remembered(clips);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const element = node.parentElement;
    if (!element || !node.data.trim() || !shown(element) || element.closest("script,style") || clipped(element)) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue;
      const spare = box.height * 0.22;
      boxes.push({ element, node, fixed: fixed(element), left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare });
    }
  }
  return boxes;
}

/** Texts that lie on one another. What stays in place may have the page move under it. */
function overlaps() {
  const boxes = textBoxes().sort((one, other) => one.top - other.top);
  /** @type {Finding[]} */
  const found = [];
  boxes.forEach((one, place) => {
    for (let next = place + 1; next < boxes.length && boxes[next].top < one.bottom; next += 1) {
      const other = boxes[next];
      if (other.node === one.node || other.fixed !== one.fixed) continue;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - one.top - (other.top - one.top);
      if (wide > 3 && high > 2)
        found.push(finding(other.element, "overlap", `Its text lies on “${one.node.data.trim().slice(0, 40)}” at ${innerWidth} pixels. Give them room.`));
    }
  });
  return found;
}

/** WCAG 1.4.10: nothing to scroll sideways for. */
function reflow() {
  const root = /** @type {Element} */ (document.scrollingElement);
  const least = document.documentElement.clientWidth;
  const found = [...document.body.querySelectorAll("*")]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.right > least + 1 && box.width > 1 && shown(element) && !isClippedAway(element);
    })
    .filter((element, _, all) => !all.some((other) => other !== element && element.contains(other)))
    .filter((element) => root.scrollWidth > least + 1 || !isFixed(element))
    .map((element) => finding(element, "reflow", `It reaches ${Math.round(element.getBoundingClientRect().right)} pixels in a window of ${least}. Let it wrap.`));
  if (!found.length && root.scrollWidth > least + 1) found.push(finding(document.body, "reflow", `The page is ${root.scrollWidth} pixels wide in a window of ${least}.`));
  return found;
}

/** WCAG 1.4.4 and 1.4.12: no text is cut off. */
function cutText() {
  return [...document.body.querySelectorAll("*")]
    .filter((element) => {
      const style = getComputedStyle(element);
      const hides = (/** @type {string} */ value) => value === "hidden" || value === "clip";
      const isCut =
        (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2) ||
        (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 2);
      return isCut && shown(element) && !isClippedAway(element) && element.textContent?.trim() && !element.closest("svg");
    })
    .map((element) => finding(element, "text-cut", "Its text is cut off when it is spaced out or made larger. Let the box grow."));
}

/** A word of a heading that is broken in two because it does not fit into a line. Where a hyphen stands, it may break. */
function brokenWords() {
  const range = document.createRange();
  return [...document.querySelectorAll("h1, h2, h3, h4")].filter(shown).flatMap((heading) => {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      for (const word of node.data.matchAll(/[\p{L}\p{N}'’]+/gu)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1)
          return [finding(heading, "broken-word", `“${word[0]}” is broken in two at ${innerWidth} pixels. Make the heading smaller, or take a shorter word.`)];
      }
    }
    return [];
  });
}

Object.assign(own, { overlaps, reflow, cutText, brokenWords });
