"""Strict YAML: what is read, what is refused and where, and what users' own files may do beside."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checklists.strict_yaml import MAX_BYTES, MAX_DEPTH, MAX_NODES, Loaded, load

#: name -> text, code, line, column.
REFUSED: dict[str, tuple[str, str, int, int]] = {
    "no quotes": ('a: "1"\nb: yes\n', "unquoted", 2, 4),
    "single quotes": ("a: 'x'\n", "unquoted", 1, 4),
    "literal text": ('a: |\n  x\nb: "1"\n', "several-lines", 1, 4),
    "folded text": ('a: >\n  x\nb: "1"\n', "several-lines", 1, 4),
    "quoted text over lines": ('a: "x\n  y"\n', "several-lines", 1, 4),
    "null": ('a:\nb: "1"\n', "empty-value", 1, 3),
    "empty text": ('a: ""\n', "empty-value", 1, 4),
    "duplicate key": ('a: "1"\n中: "2"\na: "3"\n', "duplicate-key", 3, 1),
    "key in Chinese": ('中: "1"\n', "key-form", 1, 1),
    "list as key": ('? ["a"]\n: "1"\n', "key-form", 1, 3),
    "tag": ('a: !!str "x"\n', "tag", 1, 4),
    "tag of a mapping": ('a: !x\n  b: "1"\n', "tag", 1, 4),
    "anchor": ('a: &x "1"\n', "anchor", 1, 4),
    "alias": ('a: &x "1"\nb: *x\n', "alias", 2, 4),
    "merge key": ('a: &x\n  c: "1"\nb:\n  <<: *x\n', "alias", 4, 7),
    "braces": ('a: {b: "1"}\n', "flow-mapping", 1, 4),
    "list over lines": ('a: ["中",\n  "b"]\n', "flow-list", 1, 4),
    "list in brackets in a list": ('a: ["中", ["b"]]\n', "flow-list", 1, 10),
    "mapping in brackets": ('a: [b: "1"]\n', "flow-list", 1, 5),
    "tab": ('a: "中\tb"\n', "tab", 1, 6),
    "line ends of Windows": ('a: "1"\r\nb: "2"\r\n', "line-end", 1, 7),
    "line separator": ('a: "中\u2028"\n', "line-end", 1, 6),
    "byte order mark": ('\ufeffa: "1"\n', "bom", 1, 1),
    "control character": ('a: "中\x07"\n', "control-character", 1, 6),
    "escaped control character": ('a: "\\u0007"\n', "control-character", 1, 4),
    "second document": ('a: "1"\n---\nb: "2"\n', "second-document", 2, 1),
    "end of document": ('a: "1"\n...\n', "second-document", 2, 1),
    "directive": ('%YAML 1.1\n---\na: "1"\n', "directive", 1, 1),
    "list at the top": ('- "1"\n', "no-mapping", 1, 1),
    "text at the top": ('"x"\n', "no-mapping", 1, 1),
    "nothing": ("# only a comment\n", "no-mapping", 1, 1),
    "bad indentation": ('a:\n  - "1"\n - "2"\n', "syntax", 3, 2),
    "open quote": ('a: "1\nb: "2"\n', "syntax", 2, 5),
    "too deep": (
        "a:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, MAX_DEPTH + 1)),
        "too-deep",
        MAX_DEPTH + 1,
        13,
    ),
}


@pytest.mark.parametrize(("text", "code", "line", "column"), REFUSED.values(), ids=REFUSED)
def test_refused_with_its_place(text: str, code: str, line: int, column: int) -> None:
    found = {(p.code, p.place) for p in load(text.encode(), "f.yaml").problems}
    assert (code, ("f.yaml", line, column)) in found


def test_accepted_is_text_all_through() -> None:
    text = '# 说明\na: "NO"\nb:\n  - c: "007"\n    "yes": ["中", "12:30"]\n  - c: "1e3 # \\"x\\""\n'
    loaded = load(text.encode(), "f.yaml")
    assert loaded.problems == []
    assert loaded.data == {"a": "NO", "b": [{"c": "007", "yes": ["中", "12:30"]}, {"c": '1e3 # "x"'}]}


def test_all_problems_are_found_at_once() -> None:
    loaded = load(b'a: 1\nb: ""\na: "2"\nc: *x\nd: {e: "1"}\nf: "g"\n', "f.yaml")
    codes = [(p.place.line, p.code) for p in loaded.problems]
    assert codes == [
        (1, "unquoted"),
        (2, "empty-value"),
        (3, "duplicate-key"),
        (4, "alias"),
        (5, "flow-mapping"),
    ]
    assert loaded.data == {"a": "1", "b": "", "c": "", "d": {"e": "1"}, "f": "g"}


def test_not_utf8() -> None:
    (problem,) = load('a: "1"\nb: "中'.encode() + b"\xff", "f.yaml").problems
    assert (problem.code, problem.place) == ("not-utf8", ("f.yaml", 2, 6))


def test_limits() -> None:
    assert [p.code for p in load(b" " * (MAX_BYTES + 1), "f.yaml").problems] == ["too-large"]
    many = b"a:\n" + b'- "1"\n' * MAX_NODES
    assert [(p.code, p.place.line) for p in load(many, "f.yaml").problems] == [("too-many", MAX_NODES + 1)]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: NO\nb: 007\nc: 12:30\n", {"a": "NO", "b": "007", "c": "12:30"}),
        ("a: 'x'\nb: [y, '2']\n", {"a": "x", "b": ["y", "2"]}),
        ("a: |\n  第一行\n  第二行\nb: >-\n  x\n  y\n", {"a": "第一行\n第二行\n", "b": "x y"}),
        ('\ufeffa: "1"\r\nb: |\r\n  x\r\n  y\r\n', {"a": "1", "b": "x\ny\n"}),
    ],
    ids=["plain", "single quotes", "blocks", "Windows"],
)
def test_users_may_leave_out_quotes(text: str, data: object) -> None:
    loaded = load(text.encode(), "profile.yaml", lenient=True)
    assert loaded.problems == []
    assert loaded.data == data
    assert load(text.encode(), "profile.yaml").problems


@pytest.mark.parametrize(
    "name", ["anchor", "alias", "tag", "duplicate key", "braces", "null", "tab", "second document"]
)
def test_the_rest_stays_strict_for_users(name: str) -> None:
    text, code, *_ = REFUSED[name]
    assert code in {p.code for p in load(text.encode(), "profile.yaml", lenient=True).problems}


@pytest.fixture
def nested() -> Loaded:
    return load(
        '# 说明\n中文: "x"\n'.encode() + 'a:\n  - b: "中文"\n    c: ["1", "中", "3"]\n'.encode(), "f.yaml"
    )


@pytest.mark.parametrize(
    ("path", "key", "line", "column"),
    [
        ((), False, 2, 1),
        (("a",), False, 4, 3),
        (("a",), True, 3, 1),
        (("a", 0), False, 4, 5),
        (("a", 0, "b"), False, 4, 8),
        (("a", 0, "b"), True, 4, 5),
        (("a", 0, "c", 2), False, 5, 19),
        (("a", 0, "c", 9), False, 5, 8),
        (("a", 0, "nothing"), True, 4, 5),
        (("a", 0, "b", "deeper"), False, 4, 8),
    ],
)
def test_places(nested: Loaded, path: tuple[str | int, ...], key: bool, line: int, column: int) -> None:
    assert nested.place(path, key=key) == ("f.yaml", line, column)


def test_syntax_errors_are_worded_in_chinese() -> None:
    (problem,) = load(b'a: "1\n', "f.yaml").problems
    assert "引号或括号没有闭合" in problem.sentence("zh")
    assert "unexpected end of stream" in problem.sentence("en")
    assert problem.printed().startswith("f.yaml:2:1: 错误: ")


@given(st.text())
def test_any_text_gives_problems_at_most(text: str) -> None:
    for lenient in (False, True):
        for problem in load(text.encode("utf-8", "surrogatepass"), "f.yaml", lenient=lenient).problems:
            assert problem.sentence("zh")
            assert problem.sentence("en")


@given(st.binary())
def test_any_bytes_give_problems_at_most(data: bytes) -> None:
    assert isinstance(load(data, "f.yaml").data, dict)


@given(st.text(alphabet="ab:-\"'[]{}&*!|>%#?, \n\t\\"))
def test_any_marks_give_problems_at_most(text: str) -> None:
    loaded = load(text.encode(), "f.yaml")
    assert loaded.problems or loaded.data


_KEYS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz-_0123456789", min_size=1)
_TEXTS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=9)
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(_KEYS, inner, min_size=1),
    max_leaves=8,
)


@settings(max_examples=40)
@given(st.dictionaries(_KEYS, _VALUES, min_size=1, max_size=4))
def test_reads_what_others_read(data: dict[str, object]) -> None:
    """All that another writer puts in double quotes and blocks comes back as it was."""
    text = yaml.dump(
        data,
        Dumper=yaml.CSafeDumper,
        default_style='"',
        default_flow_style=False,
        allow_unicode=True,
        width=10**6,
    )
    assert load(text.encode(), "f.yaml").data == data
