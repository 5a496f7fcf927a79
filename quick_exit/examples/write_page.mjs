/*
 * How a site with its own build puts the exit into a page: node write_page.mjs > plain.html
 * From the npm package: import { parts } from "quick-exit-link".
 */
import { parts } from "../embed.mjs";

const exit = parts({ address: "https://www.bbc.co.uk/weather", title: "BBC Weather" }, "en");

console.log(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${exit.hash}'">
<script>${exit.script}</script>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>Somewhere to talk</title>
<style>${exit.style}</style>
<style>
:root { --quick-exit-background: #7a1f1f; --quick-exit-colour: #fff }
body { margin: 0; font: 1.125rem/1.5 sans-serif }
main { max-width: 40rem; margin: 0 auto; padding: 1rem }
</style>
</head>
<body>
${exit.html}
<main>
<h1>Somewhere to talk</h1>
<p>You can leave this page at once: press the link above, or the Escape key.</p>
<p><a href="https://www.bbc.co.uk/weather" rel="noreferrer nofollow" data-quick-exit>Practise leaving</a></p>
</main>
</body>
</html>`);
