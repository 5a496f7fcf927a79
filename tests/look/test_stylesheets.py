"""Style sheets made small without a change of meaning."""

import pytest

from signpost.look.stylesheets import minified


@pytest.mark.parametrize(
    ("style", "small"),
    [
        ("a { color: red; }", "a{color:red}"),
        ("/* a */ a { } /* b\n */", "a{}"),
        ("a , b {\n  margin: 0 1px ;\n}", "a,b{margin:0 1px}"),
        ("a::before { content: '/* no */ a  b ; }' }", "a::before{content:'/* no */ a  b ; }'}"),
        ('a { content: "\\"  /*" }', 'a{content:"\\"  /*"}'),
        ("@media (min-width: 40em) { a { b: c } }", "@media (min-width:40em){a{b:c}}"),
        ("a :hover { b: calc(1px + 2px) }", "a :hover{b:calc(1px + 2px)}"),
        ("a:not(.b) > c + d ~ e { f: g }", "a:not(.b) > c + d ~ e{f:g}"),
        ("", ""),
    ],
)
def test_minified(style: str, small: str) -> None:
    found = minified(style)
    assert found == small
    assert minified(found) == found
