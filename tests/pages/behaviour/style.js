// @ts-check
/* Ways to show the page that no setting of a browser gives. These change it. */

/** WCAG 1.4.12 */
function spaceOut() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function spaceBack() {
  document.adoptedStyleSheets = [];
}

function takeStyleAway() {
  spaceBack();
  for (const sheet of document.styleSheets) sheet.disabled = true;
}

Object.assign(own, { spaceOut, spaceBack, takeStyleAway });
