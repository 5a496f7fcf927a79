// Starts the editing page with the settings that this computer's own server has for it.
//
// Decap says "publish" where it saves. Here saving writes into a folder, and publishing is another step, so the buttons
// say what they do. Must never ask another server for anything.

const SAID = {
  publish: "Save",
  publishing: "Saving…",
  published: "Saved in the folder",
  publishNow: "Save now",
  publishAndCreateNew: "Save, then a new page",
  publishAndDuplicate: "Save, then a copy",
};

// Decap's menus are lists that hold menu items: to a screen reader the list in between has no meaning (WCAG 1.3.1).
new MutationObserver(() => {
  for (const list of document.querySelectorAll('[role="menu"] ul:not([role])')) list.setAttribute("role", "none");
}).observe(document, { childList: true, subtree: true });

const shared = /** @type {any} */ (window);
shared.CMS_MANUAL_INIT = true;
addEventListener("load", async () => {
  const words = structuredClone(shared.CMS.getLocale("en"));
  Object.assign(words.editor.editorToolbar, SAID);
  shared.CMS.registerLocale("en", words);
  const answer = await fetch("settings.json", { cache: "no-store" });
  shared.CMS.init({ config: await answer.json() });
});
