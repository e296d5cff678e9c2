"""Failures that the user can act on: a code and values, worded per language where they are shown.

Everything else that goes wrong is our own bug and is reported as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Language = Literal["zh", "en"]

#: code -> (Chinese, English): what happened, what is safe, what to do; one sentence each.
_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "file-missing": (
        "找不到文件 {path}；核对名称和位置后再试。",
        "{path} does not exist; check the name and the folder.",
    ),
    "file-exists": (
        "{path} 已经存在，没有覆盖；换一个文件名。",
        "{path} already exists and was left as it is; choose another name.",
    ),
    "file-foreign": (
        "{path} 不是质评文件，没有改动它；请选择 .zhiping 文件。",
        "{path} is not a Zhiping file and was not touched; choose a .zhiping file.",
    ),
    "file-newer": (
        "{path} 由更新版本的质评写成，没有改动它；请先升级质评再打开。",
        "{path} was written by a newer Zhiping and was not touched; upgrade Zhiping to open it.",
    ),
    "file-damaged": (
        "{path} 已损坏（{detail}），没有改动它；请从备份恢复。",
        "{path} is damaged ({detail}) and was not touched; restore it from a backup.",
    ),
    "file-locked": (
        "{person} 正在 {machine} 上使用 {path}，没有写入；请对方关闭后再试。",
        "{person} has {path} open on {machine}; nothing was written, try again when it is closed.",
    ),
    "file-changed": (
        "{path} 在打开之后被别人改过，这次没有写入；请重新打开，需要时另存一份。",
        "{path} was changed by somebody else since it was opened; nothing was written, open it again.",
    ),
    "file-busy": (
        "{path} 正被另一个程序占用，没有写入，原有内容完好；请稍后再试。",
        "{path} is in use by another program; nothing was written and what was there is intact, try again.",
    ),
    "file-unwritable": (
        "无法写入 {path}（{detail}），原有内容完好；请检查磁盘空间和权限，或换一个位置。",
        "{path} cannot be written ({detail}); what was there is intact. Check space and permission.",
    ),
    "file-read-only": (
        "{path} 只能读取，没有写入，原有内容完好；请去掉只读属性，或复制到可以写入的位置。",
        "{path} can only be read; nothing was written. Clear its read-only mark or copy it to another place.",
    ),
    "disk-full": (
        "磁盘已满，{path} 没有写入，原有内容完好；请腾出空间后再试。",
        "The disk is full; {path} was not written and is as it was. Make room and try again.",
    ),
    "file-unreadable": (
        "无法读取 {path}（{detail}）；请检查权限，或换一个位置。",
        "{path} cannot be read ({detail}); check the permission or the drive.",
    ),
    "not-opened": (
        "没有程序打开 {path}，什么也没有改动；请到它所在的文件夹看看，或用别的程序打开。",
        "No program opened {path}; nothing was changed, look for it in its folder or open it with another.",
    ),
    "unknown-item": (
        "没有检查项 {item}；用 scope 命令查看全部检查项。",
        "There is no item {item}; the scope command lists them all.",
    ),
    "item-out-of-scope": (
        "检查项 {item} 不适用于本企业（{reason}），没有记录；企业情况有变请先改企业概况。",
        "Item {item} does not apply to this enterprise ({reason}); nothing was recorded.",
    ),
    "item-undecided": (
        "检查项 {item} 是否适用还不能确定（{reason}），没有记录；请先补全企业概况。",
        "Whether item {item} applies is not known yet ({reason}); nothing was recorded, complete the data.",
    ),
    "item-not-selected": (
        "检查项 {item} 不在这次评估选定的范围内，没有记录；需要时改选全部检查项。",
        "Item {item} is not in the selection of this assessment; nothing was recorded, select all items.",
    ),
    "unknown-selection": (
        "没有“{selection}”这个部分或范围；可用 full、quick 或 sections: 加部分编号：{choices}",
        'There is no selection "{selection}"; use full, quick or sections: and ids of {choices}',
    ),
    "unknown-document": (
        "没有文件 {document}；可用 {choices}。",
        "There is no document {document}; use one of {choices}.",
    ),
    "unknown-status": (
        "没有“{status}”这种评定；可用 {choices}。",
        'There is no status "{status}"; use one of {choices}.',
    ),
    "measure-has-no-status": (
        "{item} 是数据项，只填数字，不作评定；请在答案文件里写 measure。",
        "{item} is a measure: it takes figures, not a status; give them under measure in an answers file.",
    ),
    "not-a-measure": (
        "{item} 不是数据项，没有记录数字；请填评定。",
        "{item} is not a measure; no figures were recorded, give a status.",
    ),
    "measure-invalid": (
        "{item} 的数字不对：{detail}；没有记录。",
        "The figures of {item} are wrong: {detail}; nothing was recorded.",
    ),
    "profile-invalid": (
        "企业概况里的“{field}”不对：{detail}",
        'The profile\'s "{field}" is wrong: {detail}',
    ),
    "input-invalid": (
        "{place}：{problem}",
        "{place}: {problem}",
    ),
    "content-invalid": (
        "检查表内容有 {count} 处错误，没有编译；用 check 命令查看。",
        "The content has {count} errors and was not compiled; the check command lists them.",
    ),
    "evidence-unreadable": (
        "证据文件 {path} 读不出来（{detail}），没有加入。",
        "The evidence file {path} cannot be read ({detail}) and was not added.",
    ),
    "assessment-missing": (
        "文件里没有这次评估；请先新建评估，或用 history 命令查看已有的评估。",
        "The file has no such assessment; start one, or see the history command for those it has.",
    ),
    "change-missing": (
        "找不到更改记录 {change}，没有撤销。",
        "There is no change {change}; nothing was undone.",
    ),
    "change-outdated": (
        "这项内容后来又改过，没有撤销；请先撤销后来的更改。",
        "This was changed again later and was not undone; undo the later change first.",
    ),
    "issued-kept": (
        "已经出具的报告要原样保存，没有删除。",
        "Issued reports are kept as they were issued; nothing was removed.",
    ),
    "sample-not-issued": (
        "这是样例企业，不能出具正式报告；请新建本企业的文件。",
        "This is the sample enterprise; its report cannot be issued. Create a file of your own.",
    ),
    "backup-failed": (
        "内容已经保存，但备份没有写成：{cause}",
        "Everything is saved, but no backup could be written: {cause}",
    ),
}


class UserError(Exception):
    """A failure with a cause outside the program; `sentence` says what happened, what is safe, what to do."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def sentence(self, language: Language = "zh") -> str:
        """The failure in one sentence of the language."""
        values = {k: v.sentence(language) if isinstance(v, UserError) else v for k, v in self.values.items()}
        return _WORDS[self.code][language == "en"].format(**values)

    def __str__(self) -> str:
        return self.sentence("en")
