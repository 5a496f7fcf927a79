// @ts-check
/*
 * In the head of a site that keeps nothing: takes back what an older list may have kept on this device, so that “this
 * site uses no cookies” is true for those who were here before. Must never write anything that stays.
 */
try {
  document.cookie = "choices=; Path=/; Secure; SameSite=Strict; Max-Age=0";
} catch {}
