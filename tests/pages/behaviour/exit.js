// @ts-check
/* The exit and the emergency call: large enough, and never covered. */

/** Sizes of what matters most, and that nothing covers it. */
function exitAndCall() {
  /** @type {Finding[]} */
  const found = [];
  for (const selector of ["a[data-quick-exit].quick-exit__link", ".emergency-bar .call a"]) {
    const element = document.querySelector(selector);
    if (!element || !shown(element)) continue;
    const box = element.getBoundingClientRect();
    const least = selector.includes("exit") ? 44 : 24;
    if (box.height < least || box.width < least) found.push(finding(element, "target-size", `It is ${Math.round(box.width)} by ${Math.round(box.height)} pixels; the least is ${least}.`));
    if (!selector.includes("exit")) continue;
    for (const [across, down] of [[0.5, 0.5], [0.1, 0.3], [0.9, 0.3]]) {
      const at = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
      if (at && at !== element && !element.contains(at)) {
        found.push(finding(at, "exit-covered", "It lies over the exit. Nothing may."));
        break;
      }
    }
  }
  return found;
}

Object.assign(own, { exitAndCall });
