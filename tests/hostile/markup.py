"""HTML, Markdown and templates that try to become more than text in a page."""

from tests.breakages.edits import instead
from tests.hostile.inputs import HARMLESS, Hostile, texts

_HTML = {
    "picture with a script": "<img src=x onerror=alert(1)>",
    "drawing with a script": "<svg/onload=alert(1)>",
    "frame": '<iframe src="https://evil.example/"></iframe>',
    "style": "<style>*{display:none}</style>",
    "base": '<base href="https://evil.example/">',
    "led on": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "form": '<form action="https://evil.example/"><input name=a></form>',
    "object": '<object data="x.swf"></object>',
    "embedded": "<embed src=x>",
    "sheet": '<link rel="stylesheet" href="https://evil.example/x.css">',
    "document type": "<!DOCTYPE html>",
    "instruction": "<?php system('id'); ?>",
    "section of characters": "Words <![CDATA[<script>alert(1)</script>]]>",
    "link to a script": '<a href="javascript:alert(1)">x</a>',
    "formula": "<math><mtext></mtext></math>",
    "opened by itself": "<details open ontoggle=alert(1)>x</details>",
    "capitals": "<SCRIPT>alert(1)</SCRIPT>",
    "one in the other": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "custom element": "<x-evil onclick=alert(1)>x</x-evil>",
    "template": "<template><script>alert(1)</script></template>",
    "tag over two lines": "Words <img\nsrc=x onerror=alert(1)>",
    "end of main": "</main></body></html>",
}
_TAGS = {
    "tag as entities": "Words &lt;script&gt;alert(1)&lt;/script&gt; words.",
    "tag as numbers": "Words &#60;script&#62;alert(1)&#60;/script&#62; words.",
    "tag as hexadecimal numbers": "Words &#x3c;script&#x3e;alert(1) words.",
    "tag with backslashes": "Words \\<script\\>alert(1)\\</script\\> words.",
}
_TEXT = {
    "tag after a space": "Words < script >alert(1)< / script > words.",
    "words in a title": 'Read [the help](help.md "x\\" onmouseover=\\"alert(1)").',
    "dollar and braces": "Words ${alert(1)} #{7*7} words.",
}
_MARKDOWN = {
    "link given below": "Read [the Act][1].\n\n[1]: javascript:alert(1)",
    "autolink to a script": "Read <javascript:alert(1)>.",
    "link in a link": "Read [the [Act](javascript:alert(1))](help.md).",
    "picture in a link": "Read [![x](javascript:alert(1))](help.md).",
    "attributes": "Read [x](javascript:alert(1)){onclick=alert(1)}.",
    "tag in a heading": "## <b onclick=alert(1)>x</b>",
    "tag in a table": ":::table Words\n| A | B |\n|---|---|\n| <img src=x onerror=alert(1)> | b |\n:::",
    "tag in a caption": ":::table <script>alert(1)</script>\n| A | B |\n|---|---|\n| a | b |\n:::",
    "tag in a block's title": ":::details <script>alert(1)</script>\nWords.\n:::",
    "template": "Words {{ config }} words.",
    "statement of a template": 'Words {% include "/etc/passwd" %} words.',
    "comment of a template": "Words {# hidden #} words.",
    "contact that leads to a script": "Call [[999](javascript:alert(1))].",
    "contact with mark-up": "Call [[<script>]].",
    "card with mark-up": "::contact <script>alert(1)</script>",
    "block that is none": ":::script\nalert(1)\n:::",
}
_OTHER = (
    Hostile(
        "contact: script in a name",
        instead("contacts.yml", "en: Test Helpline", "en: <script>alert(1)</script>"),
        "mark",
        "<script>alert(1)",
    ),
    Hostile(
        "contact: attribute in what it is for",
        instead("contacts.yml", "en: Talk to someone who understands.", 'en: "Talk\' onclick=\'alert(1)\\" onclick=\\"alert(1)"'),
        HARMLESS,
    ),
    Hostile(
        "contact: website that is a script", instead("contacts.yml", "https://helpline.example/\n", "javascript:alert(1)\n"), "address"
    ),
    Hostile("contact: number with a script", instead("contacts.yml", "020 7946 0000", "'020\"><script>alert(1)'"), ""),
    Hostile("contact: number of full-width digits", instead("contacts.yml", "020 7946 0000", "０２０ ７９４６ ００００"), ""),
    Hostile("contact: number of letters that look alike", instead("contacts.yml", "020 7946 0000", "О20 7946 0000"), ""),
    Hostile("contact: address that climbs", instead("contacts.yml", "id: test-helpline", "id: ../../test-helpline"), ""),
    Hostile("contact: number that costs", instead("contacts.yml", "020 7946 0000", "0909 879 0000"), ""),
    Hostile("contact: number abroad", instead("contacts.yml", "020 7946 0000", "+1 202 555 0100"), ""),
    Hostile("contact: hours that are a bomb", instead("contacts.yml", "open: 09:30", f"open: {'9' * 100_000}"), ""),
)
MARKUP = (
    *texts("HTML", "raw-html", _HTML.items()),
    *texts("text as a tag", "raw-html", _TAGS.items()),
    *texts("text", HARMLESS, _TEXT.items()),
    *texts("text", "bold", {"emphasis that never ends": "***Words **words *words __words _words words."}.items()),
    *texts("Markdown", "", _MARKDOWN.items()),
    *_OTHER,
)
