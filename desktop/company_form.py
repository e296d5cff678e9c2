"""The first step of the profile: who the enterprise is, with its checks and its size class."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from checklists.errors import UserError
from checklists.library import Edition
from checklists.profile import Profile, amount, credit_code_fault, plain_credit_code, size_class
from desktop.appearance import Appearance
from desktop.controls.choices import Choice
from desktop.controls.fields import Field, TextField
from desktop.controls.panels import SectionTitle, Strip
from desktop.controls.texts import Label
from desktop.tokens import UNIT
from desktop.translation import translate
from desktop.typed_text import TypedText

_CODE_LENGTH: Final = 18
_LABEL: Final = 104
_SECOND_LABEL: Final = 84
#: Fields that hold a figure.
FIGURES: Final = ("staff", "turnover")


class _Typed(NamedTuple):
    """A field that is typed in, what watches it, and its text as the profile keeps it (raises UserError)."""

    field: TextField
    typed: TypedText
    kept: Callable[[str], str]


class CompanyForm(QWidget):
    """The fields of the enterprise; each is handed out when it is to be saved, and only if it is sound."""

    #: The field of the profile and its new value.
    edited = Signal(str, str)

    def __init__(self, appearance: Appearance, edition: Edition) -> None:
        super().__init__()
        self._appearance = appearance
        self._edition = edition
        self._above = edition.language == "en"
        self._profile = Profile()
        self._typed: dict[str, _Typed] = {}
        self._choices: dict[str, Choice] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(UNIT)
        self._rows.addWidget(SectionTitle(translate("Profile", "企业")))
        self._code = self._build()
        self._rows.addStretch(1)

    def _build(self) -> Field:
        self._row(
            self._text(
                "name", translate("Profile", "企业名称"), place=translate("Profile", "营业执照上的全称")
            )
        )
        code = self._text("credit_code", translate("Profile", "信用代码"), width=230)
        self._typed["credit_code"].field.setAccessibleName(translate("Profile", "统一社会信用代码"))
        self._typed["credit_code"].field.setMaxLength(40)
        self._row(code)
        question = next(q for q in self._edition.interview["questions"] if q["fact"] == "region")
        regions = [
            ("", translate("Profile", "选择地区")),
            *((o["value"], o["words"]) for o in question["options"]),
        ]
        trades = [(row["id"], row["word"]) for row in self._edition.interview["sizes"]]
        self._row(
            self._choice("region", translate("Profile", "地区"), regions),
            self._choice("trade", translate("Profile", "行业"), trades, second=True),
        )
        self._row(self._text("address", translate("Profile", "地址")))
        people, money = translate("Profile", "人"), translate("Profile", "万元")
        self._row(
            self._text("staff", translate("Profile", "从业人员"), unit=people),
            self._text("turnover", translate("Profile", "年营业收入"), unit=money, second=True),
        )
        self.strip = Strip(self._appearance, "info", "")
        self.strip.followed.connect(self._size_asked)
        self.sizes = QMenu(self)
        self._offer_sizes()
        indent = QHBoxLayout()
        indent.setContentsMargins(0 if self._above else _LABEL, 0, 0, 0)
        indent.addWidget(self.strip)
        self._rows.addLayout(indent)
        self._row(
            self._text(
                "products",
                translate("Profile", "主要产品"),
                place=translate("Profile", "名称，用途或销往哪里，如：电热水壶，约四成出口"),
            )
        )
        self._row(
            self._text("legal_representative", translate("Profile", "法定代表人")),
            self._text("chief_quality_officer", translate("Profile", "首席质量官"), second=True),
        )
        self._row(
            self._text(
                "in_charge",
                translate("Profile", "质量负责人"),
                place=translate("Profile", "不填即首席质量官"),
            ),
            self._text("contact", translate("Profile", "联系人"), second=True),
        )
        self._row(self._text("telephone", translate("Profile", "联系电话"), width=230))
        return code

    def _row(self, *widgets: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for widget in widgets:
            row.addWidget(widget, 1)
        self._rows.addLayout(row)

    def _text(
        self, name: str, label: str, *, place: str = "", unit: str = "", width: int = 0, second: bool = False
    ) -> Field:
        field = TextField(label, placeholder=place, width=width)
        typed = TypedText(field)
        kept: Callable[[str], str] = str.strip
        if name == "credit_code":
            kept = plain_credit_code
        elif name in FIGURES:
            kept = _figure(name)
        self._typed[name] = _Typed(field, typed, kept)
        typed.settled.connect(lambda text, of=name: self._settled(of, text))
        field.textChanged.connect(self._check)
        return Field(
            self._appearance,
            label,
            _with_unit(field, unit) if unit else field,
            label_width=_SECOND_LABEL if second else _LABEL,
            above=self._above,
            stretch=not width,
        )

    def _choice(
        self, name: str, label: str, options: list[tuple[str, str]], *, second: bool = False
    ) -> Field:
        choice = Choice(self._appearance, label, options)
        choice.chosen.connect(lambda code, of=name: self.edited.emit(of, code))
        self._choices[name] = choice
        label_width = 44 if second else _LABEL
        return Field(self._appearance, label, choice, label_width=label_width, above=self._above)

    def show_profile(self, profile: Profile) -> None:
        """Show a profile; what is being typed, or is wrong and so in no profile, is left alone."""
        self._profile = profile
        for name, one in self._typed.items():
            stored = getattr(profile, name)
            same = self._sound(name) == stored
            if self._sound(name) is not None and not (same and one.field.hasFocus()):
                one.typed.show(stored)
                # A long text shows its beginning.
                one.field.setCursorPosition(0 if not one.field.hasFocus() else len(stored))
        for name, choice in self._choices.items():
            choice.choose(getattr(profile, name))
        self._check()

    def flush(self) -> None:
        """Hand out what was typed last."""
        for name, one in self._typed.items():
            text = one.typed.take()
            if text is not None:
                self._settled(name, text)

    def focus_on(self, name: str) -> bool:
        """Go to the field of that name, if there is one."""
        widget = self._typed[name].field if name in self._typed else self._choices.get(name)
        if widget is not None:
            widget.setFocus()
        return widget is not None

    def lock(self) -> None:
        """Make everything readable only, without greying it."""
        for one in self._typed.values():
            one.field.setReadOnly(True)

    def _sound(self, name: str) -> str | None:
        """The text of a field as the profile keeps it, None while it cannot be kept."""
        one = self._typed[name]
        with suppress(UserError):
            return one.kept(one.typed.text())
        return None

    def _settled(self, name: str, _text: str) -> None:
        value = self._sound(name)
        if value is None:
            return
        if value != getattr(self._profile, name):
            self.edited.emit(name, value)
        one = self._typed[name]
        if not one.field.hasFocus():
            one.typed.show(value)

    def _check(self) -> None:
        """Say beside the fields what is wrong, and what size class the figures make."""
        mark, word = _code_result(
            self._sound("credit_code") or "", typing=self._typed["credit_code"].field.hasFocus()
        )
        self._code.show_result(mark, word)
        wrong = [name for name in FIGURES if self._sound(name) is None]
        for name in FIGURES:
            self._typed[name].field.set_error(name in wrong)
        if wrong:
            label = self._typed[wrong[0]].field.accessibleName()
            self.strip.set_content(
                "bad", translate("Profile", "{field}要写数字，如 126；这一处还没有保存").format(field=label)
            )
        else:
            self._show_size()

    def _show_size(self) -> None:
        figures = {name: self._sound(name) or "" for name in FIGURES}
        profile = self._profile._replace(staff=figures["staff"], turnover=figures["turnover"])
        interview = self._edition.interview
        computed = size_class(interview, profile.trade, profile.staff, profile.turnover)
        words = {s["code"]: s["word"] for s in interview["size_words"]}
        row = next(r for r in interview["sizes"] if r["id"] == profile.trade)
        units = {"staff": translate("Profile", "{n} 人"), "turnover": translate("Profile", "{n} 万元")}
        told = [
            units[name].format(n=f"{Decimal(figures[name]):,f}")
            for name in FIGURES
            if figures[name] and name in row
        ]
        between = "，" if self._edition.language == "zh" else ", "
        detail = between.join([row["word"], *told])
        by_hand = translate("Profile", "手工指定")
        if profile.size:
            sentence = translate("Profile", "手工指定：{size}企业").format(size=words[profile.size])
            standard = words.get(computed, translate("Profile", "还算不出"))
            detail = translate("Profile", "按划型标准：{size}（{detail}）").format(
                size=standard, detail=detail
            )
            self.strip.set_content("info", sentence, detail=detail, link=translate("Profile", "更改"))
        elif computed:
            sentence = translate("Profile", "按划型标准：{size}企业").format(size=words[computed])
            self.strip.set_content("info", sentence, detail=detail, link=by_hand)
        else:
            sentence = translate("Profile", "填了人数和收入，就能算出企业规模")
            self.strip.set_content("info", sentence, link=by_hand)

    def _offer_sizes(self) -> None:
        words = {s["code"]: s["word"] for s in self._edition.interview["size_words"]}
        for code, word in (("", translate("Profile", "按划型标准计算")), *words.items()):
            action = self.sizes.addAction(word)
            action.setData(code)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, size=code: self.edited.emit("size", size))

    def _size_asked(self) -> None:
        for action in self.sizes.actions():
            action.setChecked(action.data() == self._profile.size)
        self.sizes.popup(self.strip.mapToGlobal(QPoint(self.strip.width() - 180, self.strip.height())))


def _with_unit(field: TextField, unit: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(UNIT)
    row.addWidget(field, 1)
    row.addWidget(Label(unit, tone="text2"))
    return holder


def _figure(name: str) -> Callable[[str], str]:
    return lambda text: amount(name, text)


def _code_result(code: str, *, typing: bool) -> tuple[str, str]:
    """The mark and the words for a credit code; an unfinished one is only wrong once it has been left."""
    fault = credit_code_fault(code)
    if not code:
        return "", ""
    if not fault:
        return "conform", translate("Profile", "校验正确")
    if fault == "character":
        return "nonconform", translate("Profile", "有不会出现的字符")
    if fault == "check":
        return "nonconform", translate("Profile", "校验位不符，逐位核对")
    if typing and len(code) < _CODE_LENGTH:
        return "unanswered", translate("Profile", "还差 {n} 位").format(n=_CODE_LENGTH - len(code))
    return "nonconform", translate("Profile", "现在 {n} 位，应为 18 位").format(n=len(code))
