"""The words of every problem: one table, in Chinese and in English."""

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


def _error(zh: str, en: str) -> Words:
    return Words("error", zh, en)


def _warning(zh: str, en: str) -> Words:
    return Words("warning", zh, en)


def _remark(zh: str, en: str) -> Words:
    return Words("remark", zh, en)


WORDS: Final[Mapping[str, Words]] = {
    # The text of a file (strict_yaml.py)
    "too-large": _error(
        "文件有 {size} 字节，最多 {limit}；拆成几个文件。",
        "The file has {size} bytes, at most {limit} are read; split it.",
    ),
    "not-utf8": _error(
        "这里不是 UTF-8 文字；用 UTF-8 编码另存。", "The text is not UTF-8 here; save the file as UTF-8."
    ),
    "bom": _error(
        "文件开头有 BOM；另存为“UTF-8（无 BOM）”。",
        "The file begins with a byte order mark; save it as UTF-8 without BOM.",
    ),
    "tab": _error(
        "有制表符（共 {count} 处，这是第一处）；一律改成空格。",
        "There are tabs ({count}, the first is here); write blanks instead.",
    ),
    "line-end": _error(
        "行尾不是 LF（共 {count} 处，这是第一处）；把换行符改成 LF。",
        "Lines do not end with LF ({count} times, first here); convert the line ends to LF.",
    ),
    "syntax": _error(
        "不是合格的 YAML（{detail}）；后面没有再读。核对缩进、冒号和引号。",
        "This is not YAML ({detail}); nothing after it was read. Look at indentation, colons and quotes.",
    ),
    "no-mapping": _error(
        "文件最外层应是“键: 值”；从顶格写起。", "The file must be a mapping; begin with a key and a colon."
    ),
    "second-document": _error(
        "一个文件只写一份内容，“---”“...”之后没有再读；删去它或分成两个文件。",
        "A file holds one document; nothing after the --- or ... was read. Remove it or make two files.",
    ),
    "directive": _error(
        "文件开头不用“%”指令和“---”；删去。", "Directives and a leading --- are not used; remove them."
    ),
    "tag": _error("不用标签（!）；删去。", "Tags (!) are not used; remove it."),
    "anchor": _error(
        "不用锚点（&）；删去，把内容写全。", "Anchors (&) are not used; remove it and write the content out."
    ),
    "alias": _error(
        "不用别名（*）；把内容写全；文字以 * 开头时加双引号。",
        "Aliases (*) are not used; write the content out, and quote a text that begins with *.",
    ),
    "duplicate-key": _error(
        "键“{key}”在第 {line} 行已经写过；合并或删去一处。",
        'The key "{key}" stands in line {line} already; merge the two or remove one.',
    ),
    "key-form": _error(
        "键只用英文字母、数字和符号，写在一行内；改键名。", "A key is printable ASCII on one line; rename it."
    ),
    "unquoted": _error(
        '值“{value}”没有加双引号；写成 "…"（数字和 yes 也要）。',
        'The value "{value}" is not double-quoted; write "…" (numbers and yes too).',
    ),
    "several-lines": _error("一个值只写在一行内；并成一行。", "A value stands on one line; join the lines."),
    "empty-value": _error(
        "没有值；填上，或删去整个键（不写就是默认）。",
        "There is no value; fill it in or remove the key (absent means default).",
    ),
    "control-character": _error(
        "文字里有不可见的控制字符（{sign}）；删去。",
        "The text contains a control character ({sign}); remove it.",
    ),
    "flow-mapping": _error(
        "不用花括号 {{}}；一行一个“键: 值”。", "Braces are not used; write one key and value a line."
    ),
    "flow-list": _error(
        "方括号里只放短文字，并写在同一行；改用“- ”分行写。",
        'Brackets hold texts only and stay on one line; write a line with "- " for each entry.',
    ),
    "too-deep": _error(
        "层次超过 {limit} 层，后面没有再读；写浅些。",
        "Nested deeper than {limit} levels, nothing after it was read; make it flatter.",
    ),
    "too-many": _error(
        "内容超过 {limit} 个值，后面没有再读；拆成几个文件。",
        "More than {limit} values, nothing after it was read; split the file.",
    ),
    # The form of a file (shape.py)
    "unknown-file": _error(
        "没有哪部分程序会读这个文件；删去，或放到 enterprise、products、provinces、sources、en 里。",
        "Nothing reads this file; remove it or move it to one of the known folders.",
    ),
    "missing-file": _error("缺少文件 {file}；补上。", "The file {file} is missing; add it."),
    "missing-key": _error(
        "缺少键“{key}”（{expected}）；补上。", 'The key "{key}" is missing ({expected}); add it.'
    ),
    "unknown-key": _error(
        "这里没有“{key}”这个键，可用的是：{known}；改键名或删去。",
        'There is no key "{key}" here, known: {known}; rename or remove it.',
    ),
    "bad-key": _error(
        "键“{key}”的写法不对（{expected}）；只用小写英文、数字和“-”。",
        'The key "{key}" has a wrong form ({expected}); use lower case, digits and "-".',
    ),
    "key-order": _remark(
        "键的次序与约定不同；按这个次序写：{order}。", "The keys stand in another order than usual: {order}."
    ),
    "wrong-type": _error(
        "这里应写{kind}（{expected}）；改写。", "This should be {kind} ({expected}); rewrite it."
    ),
    "not-a-choice": _error(
        "“{value}”不在可选值中（{expected}）；从这些里选：{choices}。",
        '"{value}" is not a choice ({expected}); choose from {choices}.',
    ),
    "bad-value": _error(
        "“{value}”的写法不对；应写{expected}。", '"{value}" has a wrong form; write {expected}.'
    ),
    "too-long": _error(
        "有 {length} 字，最多 {most} 字（{expected}）；缩短。",
        "It has {length} characters, at most {most} ({expected}); shorten it.",
    ),
    "unusual-length": _warning(
        "问句有 {length} 字，宜在 {least} 到 {most} 字之间；改写。",
        "The question has {length} characters, {least} to {most} are usual; rephrase it.",
    ),
    "wrong-count": _error(
        "有 {count} 个，应为 {least} 到 {most} 个（{expected}）；增减。",
        "There are {count} entries, not {least} to {most} ({expected}); add or remove some.",
    ),
    "repeated": _error(
        "“{value}”在这个列表里写了两次；删去一处。", '"{value}" stands twice in this list; remove one.'
    ),
    "incomplete-pair": _error(
        "count 和 of 只写了一个；成对写或都删去。",
        "Only one of count and of is written; write both or neither.",
    ),
    "no-questions": _error(
        "既没有 sections 也没有 tightens；至少写一样。",
        "There are neither sections nor tightens; write one of them.",
    ),
    # Which files there are, and ids across them (check.py)
    "file-name": _error(
        "文件名应与 id“{id}”一致；改文件名或改 id。",
        'The file is not named after its id "{id}"; rename one of them.',
    ),
    "id-twice": _error(
        "“{id}”在 {first} 已经用过；换一个。", '"{id}" is used at {first} already; choose another.'
    ),
    "tightening-id-twice": _error(
        "加严编号“{id}”在本文件里重复，或与检查项同名；写一个不同的 id。",
        'The tightening id "{id}" stands twice in this file or is an item\'s; give another id.',
    ),
    "overlay-place": _error(
        "地方补充放在 provinces 里并写 overlay，其他文件不写；移动文件或改 overlay。",
        "Overlays stand in provinces and name their region, no other file does; move it or mend overlay.",
    ),
    "no-domain": _error(
        "产品文件要用 applies 写明产品领域；补上。",
        "A product file says under applies which domain it is of; add it.",
    ),
    "no-prefix": _error(
        "地方补充的编号以“{prefix}”开头；改编号。", 'Ids of this overlay begin with "{prefix}"; rename it.'
    ),
    "foreign-prefix": _error(
        "“{id}”用了地方补充的字头；改编号，或移到 provinces。",
        '"{id}" has the prefix of an overlay; rename it or move it to provinces.',
    ),
    # What is named must exist
    "unknown-ask": _error(
        "没有要求点“{ask}”；到 sources 里核对编号。", 'There is no ask "{ask}"; look up its id in sources.'
    ),
    "unknown-clause": _error(
        "没有条款“{clause}”；到 sources 里核对编号。",
        'There is no clause "{clause}"; look up its id in sources.',
    ),
    "unknown-document": _error(
        "没有政策文件“{document}”；核对编号。", 'There is no document "{document}"; mend the id.'
    ),
    "unknown-fact": _error(
        "没有“{fact}”这个事实；从 interview.yaml 里选。",
        'There is no fact "{fact}"; choose one of interview.yaml.',
    ),
    "unknown-group": _error("没有分组“{group}”；核对代码。", 'There is no group "{group}"; mend the code.'),
    "unknown-item": _error("没有检查项“{item}”；核对编号。", 'There is no item "{item}"; mend the id.'),
    "unknown-region": _error(
        "没有地区“{region}”；从 interview.yaml 里选。",
        'There is no region "{region}"; choose one of interview.yaml.',
    ),
    "unknown-regulation": _error(
        "没有法规标准“{regulation}”；到 sources/regulations.yaml 里核对编号。",
        'There is no regulation "{regulation}"; look it up in sources/regulations.yaml.',
    ),
    "unknown-topic": _error(
        "没有主题“{topic}”；从 scale.yaml 里选。", 'There is no topic "{topic}"; choose one of scale.yaml.'
    ),
    "unknown-value": _error(
        "“{fact}”没有“{value}”这个值；从 interview.yaml 里选。",
        '"{fact}" has no value "{value}"; choose one of interview.yaml.',
    ),
    "not-yes-no": _error(
        "“{fact}”不是是非事实，不能用在这里；换一个，或改用 applies。",
        '"{fact}" is not a yes/no fact; choose another or use applies.',
    ),
    "foreign-id": _error(
        "编号“{id}”不以“{holder}”开头；改编号或移到它的条款下。",
        '"{id}" does not begin with "{holder}"; rename or move it.',
    ),
    "no-topic": _error(
        "检查项没有主题；在本项或所在部分写 topic。",
        "The item has no topic; give one here or in its section.",
    ),
    "same-as-nothing": _error(
        "写了 same 却没有 national_ask；补上对应的国家要求点。",
        "It is the same as a national ask that is not named; add national_ask.",
    ),
    # The strength of items (check_items.py)
    "same-ask": _error(
        "“{ask}”与国家要求点相同，由程序自动跟随；改写国家要求点 {national}，确实更严的放到 tightens。",
        '"{ask}" follows its national ask by itself; name {national}, or tighten where it is stricter.',
    ),
    "mode-of-stronger": _error(
        "只有鼓励项才写 mode；删去 mode 或把 kind 改为 encouraged。",
        "Only encouraged items have a mode; remove it or mend kind.",
    ),
    "demands-of-weaker": _error(
        "有 demands 就是必须；把 kind 改为 duty，只供参考的移到 see。",
        "What a regulation demands is a duty; make it one or move the citation to see.",
    ),
    "duty-ask-weakened": _error(
        "依据里有明写的必须要求；把 kind 改为 duty，或换依据。",
        "An explicit duty stands in its basis; make it a duty or mend the basis.",
    ),
    "implied-without-mode": _error(
        "依据都是推定的，又没有法规要求；kind 写 encouraged，并写 mode。",
        "All its asks are implied and no regulation demands it; make it encouraged with a mode.",
    ),
    "kind-above-ask": _warning(
        "依据里明写的都只是鼓励；kind 改为 encouraged，或补依据。",
        "Its explicit asks only encourage; make it encouraged or add to the basis.",
    ),
    "ungrounded-duty": _error(
        "只做 {domains}、在 {region} 的企业，没有依据支持这一必须；收窄 applies 或补 demands。",
        "Nothing in force supports this duty for {domains} in {region}; narrow applies or add demands.",
    ),
    "not-in-force": _error(
        "“{regulation}”是{standing}，不能作 demands；移到 see。",
        '"{regulation}" is not in force ({standing}); move it to see.',
    ),
    "not-verified": _error(
        "“{regulation}”还没有核实，写 demands 要写明条号；补条号或移到 see。",
        '"{regulation}" is not verified; name the article or move it to see.',
    ),
    "unnamed-article": _warning(
        "“{regulation}”的 duty 没有提到{article}；核对条号，或在 regulations.yaml 里补上。",
        'The duty of "{regulation}" does not name {article}; mend it or add it there.',
    ),
    "foreign-regulation": _warning(
        "“{regulation}”不管本项的产品领域，不会显示；删去或核对。",
        '"{regulation}" rules none of the domains that this reaches; remove or mend it.',
    ),
    "names-itself": _error("检查项写了自己的编号；删去。", "The item names itself; remove it."),
    "names-measure": _error(
        "“{item}”是数据项，没有评定；删去。", '"{item}" is a measure and has no status; remove it.'
    ),
    "contradicts-required": _error(
        "“{item}”既要求做到又说互相排斥；删去一处。", '"{item}" is both required and excluded; remove one.'
    ),
    "replaces-living": _error(
        "“{item}”还在用，不能说被取代；核对编号。",
        '"{item}" still exists and cannot be replaced; mend the id.',
    ),
    "circle": _error(
        "requires 成了一圈：{items}；去掉一处。", "These require each other in a circle: {items}; remove one."
    ),
    "tightens-own": _error(
        "“{item}”就在本文件里；直接改它，不用加严。", '"{item}" stands in this file; change it there.'
    ),
    "not-stricter": _error(
        "加严只能更严：原来是 {former}，这里是 {kind}；删去 kind。",
        "A tightening only raises: the item is {former}, this says {kind}; remove kind.",
    ),
    "already-critical": _error(
        "这一项本来就是关键项；删去 critical。", "The item is critical already; remove critical."
    ),
    "needless-also": _warning(
        "“{item}”本来就对所有企业适用；删去 also。", '"{item}" applies to everyone already; remove also.'
    ),
    "benchmark-without-measure": _error(
        "“{item}”不是数据项，不能加参照值；删去 benchmarks。", '"{item}" is not a measure; remove benchmarks.'
    ),
    "many-critical": _remark(
        "关键项有 {count} 个，宜在 {most} 个以内；只留不合格就会放出不安全、不合法产品的。",
        "There are {count} critical items, at most {most} are wise; keep those that let unsafe goods out.",
    ),
    "coverage": _remark(
        "企业的 {asks} 个要求点，检查项已覆盖 {covered} 个；还没有的如 {first}。",
        "{covered} of {asks} asks of enterprises are covered by items; the first of the others is {first}.",
    ),
    # The wording (check_words.py)
    "dead-name": _error(
        "“{word}”是过去的名称；改用现在的名称。", '"{word}" is a name of yesterday; write today\'s.'
    ),
    "empty-word": _warning(
        "“{word}”没有说清；写明谁、什么、何时、多少。",
        '"{word}" says nothing; write who, what, when, how much.',
    ),
    "strength-in-ask": _warning(
        "问句里不写“{word}”，程度由 kind 表示；改写。",
        'Leave "{word}" out of the question, kind says it; rephrase.',
    ),
    "no-question": _warning(
        "问句里没有“是否”“能否”“有没有”；改写。", "The question does not ask whether; rephrase it."
    ),
    "long-guide": _warning(
        "做法有 {count} 句，至多 {most} 句；缩短。",
        "The guide has {count} sentences, at most {most}; shorten it.",
    ),
    "alike": _remark(
        "与“{item}”问得几乎一样；合并，或写清差别。",
        'It asks nearly the same as "{item}"; merge them or say what differs.',
    ),
    "shared-proof": _warning(
        "与“{item}”有 {count} 件证明材料相同，超过一半；换成各自的材料，或合并两项。",
        'It shares {count} proofs with "{item}", over half; give each its own or merge them.',
    ),
    "half-width": _remark(
        "“{found}”用了半角标点；改成全角。", '"{found}" has a half-width mark; write the full-width one.'
    ),
    "blank": _remark("“{found}”处有空格；删去。", 'There is a blank at "{found}"; remove it.'),
    "no-glyph": _error(
        "随附的字体里没有 {characters}；换字。", "The shipped font lacks {characters}; use another character."
    ),
    # The English (check_english.py)
    "english-file-missing": _error(
        "缺少英文文件 {file}；补上。", "The English file {file} is missing; add it."
    ),
    "english-of-nothing": _error(
        "没有与它对应的中文文件；改名或删去。", "There is no Chinese file beside it; rename or remove it."
    ),
    "english-missing": _error("缺少英文：{words}；补上。", "The English of {words} is missing; add it."),
    "english-unknown": _error(
        "中文里没有“{name}”；改名或删去。", 'There is no "{name}" in the Chinese; rename or remove it.'
    ),
    "english-proof": _error(
        "英文证明材料有 {count} 件，中文有 {chinese} 件；一件对一件。",
        "There are {count} proofs in English, {chinese} in Chinese; make them agree.",
    ),
    "chinese-in-english": _remark(
        "英文里留有中文“{found}”；译出。", "Chinese was left in the English: {found}; translate it."
    ),
    # What was released (check_history.py)
    "id-vanished": _error(
        "已发布过的“{id}”不见了；恢复它，或在 withdrawn.yaml 里写明。",
        'The released "{id}" is gone; restore it or name it in withdrawn.yaml.',
    ),
    "id-revived": _error(
        "“{id}”已撤销，不能再用；换一个编号。",
        '"{id}" was withdrawn and is never used again; choose another id.',
    ),
    "meaning-changed": _error(
        "版本 {edition} 已发布，意思却变了；换新版本号，只改字的把 {meaning} 写进 same_as。",
        "The meaning changed in the released edition {edition}; begin another, or add {meaning} to same_as.",
    ),
    "ledger-row": _error(
        "这一行不是 {columns} 五列；恢复原样。", "This row has not the columns {columns}; restore it."
    ),
}
