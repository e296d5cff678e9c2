"""The words of every problem: one table, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from checklists.form_problem_words import FORM_WORDS, Words, error, remark, warning

WORDS: Final[Mapping[str, Words]] = {
    **FORM_WORDS,
    # Which files there are, and ids across them (check.py)
    "file-name": error(
        "文件名应与 id“{id}”一致；改文件名或改 id。",
        'The file is not named after its id "{id}"; rename one of them.',
    ),
    "id-twice": error(
        "“{id}”在 {first} 已经用过；换一个。", '"{id}" is used at {first} already; choose another.'
    ),
    "tightening-id-twice": error(
        "加严编号“{id}”在本文件里重复，或与检查项同名；写一个不同的 id。",
        'The tightening id "{id}" stands twice in this file or is an item\'s; give another id.',
    ),
    "overlay-place": error(
        "地方补充放在 provinces 里并写 overlay，其他文件不写；移动文件或改 overlay。",
        "Overlays stand in provinces and name their region, no other file does; move it or mend overlay.",
    ),
    "no-domain": error(
        "产品文件要用 applies 写明产品领域；补上。",
        "A product file says under applies which domain it is of; add it.",
    ),
    "no-prefix": error(
        "地方补充的编号以“{prefix}”开头；改编号。", 'Ids of this overlay begin with "{prefix}"; rename it.'
    ),
    "foreign-prefix": error(
        "“{id}”用了地方补充的字头；改编号，或移到 provinces。",
        '"{id}" has the prefix of an overlay; rename it or move it to provinces.',
    ),
    # What is named must exist
    "unknown-ask": error(
        "没有要求点“{ask}”；到 sources 里核对编号。", 'There is no ask "{ask}"; look up its id in sources.'
    ),
    "unknown-clause": error(
        "没有条款“{clause}”；到 sources 里核对编号。",
        'There is no clause "{clause}"; look up its id in sources.',
    ),
    "unknown-document": error(
        "没有政策文件“{document}”；核对编号。", 'There is no document "{document}"; mend the id.'
    ),
    "unknown-fact": error(
        "没有“{fact}”这个事实；从 interview.yaml 里选。",
        'There is no fact "{fact}"; choose one of interview.yaml.',
    ),
    "unknown-group": error("没有分组“{group}”；核对代码。", 'There is no group "{group}"; mend the code.'),
    "unknown-item": error("没有检查项“{item}”；核对编号。", 'There is no item "{item}"; mend the id.'),
    "unknown-region": error(
        "没有地区“{region}”；从 interview.yaml 里选。",
        'There is no region "{region}"; choose one of interview.yaml.',
    ),
    "unknown-regulation": error(
        "没有法规标准“{regulation}”；到 sources/regulations.yaml 里核对编号。",
        'There is no regulation "{regulation}"; look it up in sources/regulations.yaml.',
    ),
    "unknown-topic": error(
        "没有主题“{topic}”；从 scale.yaml 里选。", 'There is no topic "{topic}"; choose one of scale.yaml.'
    ),
    "unknown-value": error(
        "“{fact}”没有“{value}”这个值；从 interview.yaml 里选。",
        '"{fact}" has no value "{value}"; choose one of interview.yaml.',
    ),
    "not-yes-no": error(
        "“{fact}”不是是非事实，不能用在这里；换一个，或改用 applies。",
        '"{fact}" is not a yes/no fact; choose another or use applies.',
    ),
    "foreign-id": error(
        "编号“{id}”不以“{holder}”开头；改编号或移到它的条款下。",
        '"{id}" does not begin with "{holder}"; rename or move it.',
    ),
    "no-topic": error(
        "检查项没有主题；在本项或所在部分写 topic。",
        "The item has no topic; give one here or in its section.",
    ),
    "same-as-nothing": error(
        "写了 same 却没有 national_ask；补上对应的国家要求点。",
        "It is the same as a national ask that is not named; add national_ask.",
    ),
    # The strength of items (check_items.py)
    "same-ask": error(
        "“{ask}”与国家要求点相同，由程序自动跟随；改写国家要求点 {national}，确实更严的放到 tightens。",
        '"{ask}" follows its national ask by itself; name {national}, or tighten where it is stricter.',
    ),
    "mode-of-stronger": error(
        "只有鼓励项才写 mode；删去 mode 或把 kind 改为 encouraged。",
        "Only encouraged items have a mode; remove it or mend kind.",
    ),
    "demands-of-weaker": error(
        "有 demands 就是必须；把 kind 改为 duty，只供参考的移到 see。",
        "What a regulation demands is a duty; make it one or move the citation to see.",
    ),
    "duty-ask-weakened": error(
        "依据里有明写的必须要求；把 kind 改为 duty，或换依据。",
        "An explicit duty stands in its basis; make it a duty or mend the basis.",
    ),
    "implied-without-mode": error(
        "依据都是推定的，又没有法规要求；kind 写 encouraged，并写 mode。",
        "All its asks are implied and no regulation demands it; make it encouraged with a mode.",
    ),
    "kind-above-ask": warning(
        "依据里明写的都只是鼓励；kind 改为 encouraged，或补依据。",
        "Its explicit asks only encourage; make it encouraged or add to the basis.",
    ),
    "ungrounded-duty": error(
        "只做 {domains}、在 {region} 的企业，没有依据支持这一必须；收窄 applies 或补 demands。",
        "Nothing in force supports this duty for {domains} in {region}; narrow applies or add demands.",
    ),
    "not-in-force": error(
        "“{regulation}”是{standing}，不能作 demands；移到 see。",
        '"{regulation}" is not in force ({standing}); move it to see.',
    ),
    "not-verified": error(
        "“{regulation}”还没有核实，写 demands 要写明条号；补条号或移到 see。",
        '"{regulation}" is not verified; name the article or move it to see.',
    ),
    "unnamed-article": warning(
        "“{regulation}”的 duty 没有提到{article}；核对条号，或在 regulations.yaml 里补上。",
        'The duty of "{regulation}" does not name {article}; mend it or add it there.',
    ),
    "foreign-regulation": warning(
        "“{regulation}”不管本项的产品领域，不会显示；删去或核对。",
        '"{regulation}" rules none of the domains that this reaches; remove or mend it.',
    ),
    "names-itself": error("检查项写了自己的编号；删去。", "The item names itself; remove it."),
    "names-measure": error(
        "“{item}”是数据项，没有评定；删去。", '"{item}" is a measure and has no status; remove it.'
    ),
    "contradicts-required": error(
        "“{item}”既要求做到又说互相排斥；删去一处。", '"{item}" is both required and excluded; remove one.'
    ),
    "replaces-living": error(
        "“{item}”还在用，不能说被取代；核对编号。",
        '"{item}" still exists and cannot be replaced; mend the id.',
    ),
    "circle": error(
        "requires 成了一圈：{items}；去掉一处。", "These require each other in a circle: {items}; remove one."
    ),
    "tightens-own": error(
        "“{item}”就在本文件里；直接改它，不用加严。", '"{item}" stands in this file; change it there.'
    ),
    "not-stricter": error(
        "加严只能更严：原来是 {former}，这里是 {kind}；删去 kind。",
        "A tightening only raises: the item is {former}, this says {kind}; remove kind.",
    ),
    "already-critical": error(
        "这一项本来就是关键项；删去 critical。", "The item is critical already; remove critical."
    ),
    "needless-also": warning(
        "“{item}”本来就对所有企业适用；删去 also。", '"{item}" applies to everyone already; remove also.'
    ),
    "benchmark-without-measure": error(
        "“{item}”不是数据项，不能加参照值；删去 benchmarks。", '"{item}" is not a measure; remove benchmarks.'
    ),
    "target-without-benchmark": error(
        "企业可比的目标（{clause}）不在任何检查项的 benchmarks 里；加上，或改为 context。",
        "No item has this comparable target ({clause}) as a benchmark; add it or make it context.",
    ),
    "many-critical": remark(
        "关键项有 {count} 个，宜在 {most} 个以内；只留不合格就会放出不安全、不合法产品的。",
        "There are {count} critical items, at most {most} are wise; keep those that let unsafe goods out.",
    ),
    # Every ask is covered (check_coverage.py)
    "ask-uncovered": warning(
        "没有检查项引用这个要求点；在一项的 basis 里引用，或写 waived 说明理由。",
        "No item covers this ask; name it in a basis, or say under waived why none does.",
    ),
    "ask-unreached": warning(
        "引用这个要求点的检查项到不了 {whom}；放宽 applies，或另写一项。",
        "The items that name this ask cannot reach {whom}; widen their applies or add an item.",
    ),
    "waived-duty": error(
        "明写的必须项不能豁免；写一项检查项。", "A stated duty is never waived; write an item for it."
    ),
    "waived-needlessly": warning(
        "已有检查项引用这个要求点；删去 waived。", "An item covers this ask; remove waived."
    ),
    "many-waived": warning(
        "豁免了 {count} 个（{among}），至多 {most} 个；给其中几个写检查项。",
        "{count} asks are waived ({among}), at most {most}; write items for some of them.",
    ),
    # The wording (check_words.py)
    "dead-name": error(
        "“{word}”是过去的名称；改用现在的名称。", '"{word}" is a name of yesterday; write today\'s.'
    ),
    "empty-word": warning(
        "“{word}”没有说清；写明谁、什么、何时、多少。",
        '"{word}" says nothing; write who, what, when, how much.',
    ),
    "strength-in-ask": warning(
        "问句里不写“{word}”，程度由 kind 表示；改写。",
        'Leave "{word}" out of the question, kind says it; rephrase.',
    ),
    "no-question": warning(
        "问句里没有“是否”“能否”“有没有”；改写。", "The question does not ask whether; rephrase it."
    ),
    "long-guide": warning(
        "做法有 {count} 句，至多 {most} 句；缩短。",
        "The guide has {count} sentences, at most {most}; shorten it.",
    ),
    "half-width": remark(
        "“{found}”用了半角标点；改成全角。", '"{found}" has a half-width mark; write the full-width one.'
    ),
    "blank": remark("“{found}”处有空格；删去。", 'There is a blank at "{found}"; remove it.'),
    "no-glyph": error(
        "随附的字体里没有 {characters}；换字。", "The shipped font lacks {characters}; use another character."
    ),
    # What was said before (check_likeness.py)
    "alike": warning(
        "与“{item}”问得几乎一样；合并，或写清差别。",
        'It asks nearly the same as "{item}"; merge them or say what differs.',
    ),
    "alike-guide": warning(
        "做法与“{item}”几乎一样；各写各的第一步，或合并两项。",
        'Its guide is nearly that of "{item}"; give each its own first step, or merge them.',
    ),
    "shared-proof": warning(
        "与“{item}”有 {count} 件证明材料相同，超过一半；换成各自的材料，或合并两项。",
        'It shares {count} proofs with "{item}", over half; give each its own or merge them.',
    ),
    "copied": warning(
        "“{run}”与文件原文一字不差；用自己的话写。",
        '"{run}" stands in a document word for word; say it in our own words.',
    ),
    # The English (check_english.py)
    "english-file-missing": error(
        "缺少英文文件 {file}；补上。", "The English file {file} is missing; add it."
    ),
    "english-of-nothing": error(
        "没有与它对应的中文文件；改名或删去。", "There is no Chinese file beside it; rename or remove it."
    ),
    "english-missing": error("缺少英文：{words}；补上。", "The English of {words} is missing; add it."),
    "english-unknown": error(
        "中文里没有“{name}”；改名或删去。", 'There is no "{name}" in the Chinese; rename or remove it.'
    ),
    "english-proof": error(
        "英文证明材料有 {count} 件，中文有 {chinese} 件；一件对一件。",
        "There are {count} proofs in English, {chinese} in Chinese; make them agree.",
    ),
    "chinese-in-english": remark(
        "英文里留有中文“{found}”；译出。", "Chinese was left in the English: {found}; translate it."
    ),
    # What was released (check_history.py)
    "id-vanished": error(
        "已发布过的“{id}”不见了；恢复它，或在 withdrawn.yaml 里写明。",
        'The released "{id}" is gone; restore it or name it in withdrawn.yaml.',
    ),
    "id-revived": error(
        "“{id}”已撤销，不能再用；换一个编号。",
        '"{id}" was withdrawn and is never used again; choose another id.',
    ),
    "meaning-changed": error(
        "版本 {edition} 已发布，意思却变了；换新版本号，只改字的把 {meaning} 写进 same_as。",
        "The meaning changed in the released edition {edition}; begin another, or add {meaning} to same_as.",
    ),
    "ledger-row": error(
        "这一行不是 {columns} 五列；恢复原样。", "This row has not the columns {columns}; restore it."
    ),
}
