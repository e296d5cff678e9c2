"""The words of problems in the text and the form of a file, whatever it says; in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

#: error: the content cannot be released; warning: it should not be; remark: a look is worth it.
Grade = Literal["error", "warning", "remark"]


class Words(NamedTuple):
    """The grade of a problem; what is wrong and how to repair it, with values in braces."""

    grade: Grade
    zh: str
    en: str


def error(zh: str, en: str) -> Words:
    """What keeps the content from being released."""
    return Words("error", zh, en)


def warning(zh: str, en: str) -> Words:
    """What should not be."""
    return Words("warning", zh, en)


def remark(zh: str, en: str) -> Words:
    """What is worth a look."""
    return Words("remark", zh, en)


FORM_WORDS: Final[Mapping[str, Words]] = {
    # The text of a file (strict_yaml.py)
    "too-large": error(
        "文件有 {size} 字节，最多 {limit}；拆成几个文件。",
        "The file has {size} bytes, at most {limit} are read; split it.",
    ),
    "not-utf8": error(
        "这里不是 UTF-8 文字；用 UTF-8 编码另存。", "The text is not UTF-8 here; save the file as UTF-8."
    ),
    "bom": error(
        "文件开头有 BOM；另存为“UTF-8（无 BOM）”。",
        "The file begins with a byte order mark; save it as UTF-8 without BOM.",
    ),
    "tab": error(
        "有制表符（共 {count} 处，这是第一处）；一律改成空格。",
        "There are tabs ({count}, the first is here); write blanks instead.",
    ),
    "line-end": error(
        "行尾不是 LF（共 {count} 处，这是第一处）；把换行符改成 LF。",
        "Lines do not end with LF ({count} times, first here); convert the line ends to LF.",
    ),
    "syntax": error(
        "不是合格的 YAML（{detail}）；后面没有再读。核对缩进、冒号和引号。",
        "This is not YAML ({detail}); nothing after it was read. Look at indentation, colons and quotes.",
    ),
    "no-mapping": error(
        "文件最外层应是“键: 值”；从顶格写起。", "The file must be a mapping; begin with a key and a colon."
    ),
    "second-document": error(
        "一个文件只写一份内容，“---”“...”之后没有再读；删去它或分成两个文件。",
        "A file holds one document; nothing after the --- or ... was read. Remove it or make two files.",
    ),
    "directive": error(
        "文件开头不用“%”指令和“---”；删去。", "Directives and a leading --- are not used; remove them."
    ),
    "tag": error("不用标签（!）；删去。", "Tags (!) are not used; remove it."),
    "anchor": error(
        "不用锚点（&）；删去，把内容写全。", "Anchors (&) are not used; remove it and write the content out."
    ),
    "alias": error(
        "不用别名（*）；把内容写全；文字以 * 开头时加双引号。",
        "Aliases (*) are not used; write the content out, and quote a text that begins with *.",
    ),
    "duplicate-key": error(
        "键“{key}”在第 {line} 行已经写过；合并或删去一处。",
        'The key "{key}" stands in line {line} already; merge the two or remove one.',
    ),
    "key-form": error(
        "键只用英文字母、数字和符号，写在一行内；改键名。", "A key is printable ASCII on one line; rename it."
    ),
    "unquoted": error(
        '值“{value}”没有加双引号；写成 "…"（数字和 yes 也要）。',
        'The value "{value}" is not double-quoted; write "…" (numbers and yes too).',
    ),
    "several-lines": error("一个值只写在一行内；并成一行。", "A value stands on one line; join the lines."),
    "empty-value": error(
        "没有值；填上，或删去整个键（不写就是默认）。",
        "There is no value; fill it in or remove the key (absent means default).",
    ),
    "control-character": error(
        "文字里有不可见的控制字符（{sign}）；删去。",
        "The text contains a control character ({sign}); remove it.",
    ),
    "flow-mapping": error(
        "不用花括号 {{}}；一行一个“键: 值”。", "Braces are not used; write one key and value a line."
    ),
    "flow-list": error(
        "方括号里只放短文字，并写在同一行；改用“- ”分行写。",
        'Brackets hold texts only and stay on one line; write a line with "- " for each entry.',
    ),
    "too-deep": error(
        "层次超过 {limit} 层，后面没有再读；写浅些。",
        "Nested deeper than {limit} levels, nothing after it was read; make it flatter.",
    ),
    "too-many": error(
        "内容超过 {limit} 个值，后面没有再读；拆成几个文件。",
        "More than {limit} values, nothing after it was read; split the file.",
    ),
    # The form of a file (shape.py)
    "unknown-file": error(
        "没有哪部分程序会读这个文件；删去，或放到 enterprise、products、provinces、sources、en 里。",
        "Nothing reads this file; remove it or move it to one of the known folders.",
    ),
    "missing-file": error("缺少文件 {file}；补上。", "The file {file} is missing; add it."),
    "missing-key": error(
        "缺少键“{key}”（{expected}）；补上。", 'The key "{key}" is missing ({expected}); add it.'
    ),
    "unknown-key": error(
        "这里没有“{key}”这个键，可用的是：{known}；改键名或删去。",
        'There is no key "{key}" here, known: {known}; rename or remove it.',
    ),
    "bad-key": error(
        "键“{key}”的写法不对（{expected}）；只用小写英文、数字和“-”。",
        'The key "{key}" has a wrong form ({expected}); use lower case, digits and "-".',
    ),
    "key-order": remark(
        "键的次序与约定不同；按这个次序写：{order}。", "The keys stand in another order than usual: {order}."
    ),
    "wrong-type": error(
        "这里应写{kind}（{expected}）；改写。", "This should be {kind} ({expected}); rewrite it."
    ),
    "not-a-choice": error(
        "“{value}”不在可选值中（{expected}）；从这些里选：{choices}。",
        '"{value}" is not a choice ({expected}); choose from {choices}.',
    ),
    "bad-value": error(
        "“{value}”的写法不对；应写{expected}。", '"{value}" has a wrong form; write {expected}.'
    ),
    "too-long": error(
        "有 {length} 字，最多 {most} 字（{expected}）；缩短。",
        "It has {length} characters, at most {most} ({expected}); shorten it.",
    ),
    "unusual-length": warning(
        "问句有 {length} 字，宜在 {least} 到 {most} 字之间；改写。",
        "The question has {length} characters, {least} to {most} are usual; rephrase it.",
    ),
    "wrong-count": error(
        "有 {count} 个，应为 {least} 到 {most} 个（{expected}）；增减。",
        "There are {count} entries, not {least} to {most} ({expected}); add or remove some.",
    ),
    "repeated": error(
        "“{value}”在这个列表里写了两次；删去一处。", '"{value}" stands twice in this list; remove one.'
    ),
    "incomplete-pair": error(
        "count 和 of 只写了一个；成对写或都删去。",
        "Only one of count and of is written; write both or neither.",
    ),
    "no-questions": error(
        "既没有 sections 也没有 tightens；至少写一样。",
        "There are neither sections nor tightens; write one of them.",
    ),
}
