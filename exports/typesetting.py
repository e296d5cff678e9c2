"""Chinese line breaking: text in, lines of a given width out.

Text is first cut into units that no line end may tear: a character or a word with the opening marks
before it and the closing marks after it, a number with its counter, a date, a code. Lines are then filled
greedily. The blank half of a full-width mark does not count at the beginning and end of a line nor
between two marks (GB/T 15834 and the W3C's "Requirements for Chinese Text Layout", section on the
compression of punctuation).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from exports.pdf_font import Fonts, printable

#: A line may not end with these.
OPENING = "“‘（《「『【〔〈｛［([{￥＄$＃#№§"
#: A line may not begin with these; combining marks, which belong to the character before, go with them.
CLOSING = (
    "，。、；：？！”’）》」』】〕〉｝］．…—～·・％‰%,.;:?!)]}℃℉°′″/／\u0300-\u036f\u20d0-\u20ff\u3099\u309a"
)
#: Full-width marks whose left or right half is blank in the shipped fonts.
BLANK_LEFT = "“‘（《「『【〔〈｛［"
BLANK_RIGHT = "，。、；：？！”’）》」』】〕〉｝］．"
HALF = 500.0  # 1/1000 em
#: Justified lines are spread if what is left is narrower than this, in em.
STRETCH = 2.2

_BLANK = " \u3000\u2002\u2003"
_COUNTERS = (
    "个工作日|工作日|个小时|小时|个月|个百分点|百分点|分钟|平方米|平方毫米|立方米|千克|公斤|毫克|"
    "毫米|厘米|公里|千米|微米|万元|亿元|千元|万人|万件|人次|台次|批次|周岁|周年|年度|季度|月份|号令|号楼|"
    "[年月日时分秒周天岁个项家人名位户件批台套份条章节款目页版期届级类种次组班处号元万亿千百克吨升米倍度点层间座辆只"
    "张片块根支瓶箱袋包盒卷册篇幅例起宗笔所路轮步行列栏格档折成道单]|"
    "mm|cm|km|m|μm|kg|mg|g|t|mL|ml|L|min|s|h|d|kV|V|mA|A|kWh|kW|W|kHz|MHz|Hz|kPa|MPa|Pa|N|J|K|dB|MB|GB|kB|pt|dpi"
)
_ALNUM = "0-9A-Za-z０-９Ａ-Ｚａ-ｚ\u00c0-\u024f\u0370-\u03ff\u0400-\u045f"
_WORD = rf"[{_ALNUM}](?:[{_ALNUM}_./:+\-‐‑@&=?~#%±×*|°℃‰]|[,’'](?=[0-9A-Za-z])|(?<=[0-9])[—–](?=[0-9]))*"
_NUMBER = r"[0-9][0-9.,]*(?:[-—–~～至][0-9][0-9.,]*)*"
_UNIT = rf"(?: ?(?:{_COUNTERS})(?![A-Za-z0-9]))"
_DATE = r"[0-9]{2,4} ?年(?!度)(?: ?[0-9]{1,2} ?月(?: ?[0-9]{1,2} ?日)?)?|[0-9]{1,2} ?月 ?[0-9]{1,2} ?日"
_ORDINAL = (
    rf"第 ?(?:[0-9]+|[一二三四五六七八九十百千]+){_UNIT}?|"
    r"(?:附件|附录|图|表|式|注) ?(?:[0-9]+|[一二三四五六七八九十]+)"
)
_STANDARD = rf"[A-Z]{{2,6}}(?:/[A-Z]{{1,3}})? (?=[0-9]){_WORD}"
_SIGNED = rf"[≥≤＞＜≈≠±＋－+−] ?{_NUMBER}(?: ?[%‰℃]|{_UNIT})?"
_DOCUMENT = r"[\u4e00-\u9fff]{1,4}〔[0-9]{4}〕 ?第?[0-9]+ ?号"
# Han but 图式注第表附, which may begin an ordinal; first in the pattern, as most characters are such.
_HAN = "[\u3400-\u56fd\u56ff-\u5f0e\u5f10-\u6ce7\u6ce9-\u7b2b\u7b2d-\u8867\u8869-\u9643\u9645-\u9fff]"
_CORE = (
    f"{_HAN}|{_ORDINAL}|{_DATE}|{_NUMBER}(?: ?[%‰℃]|{_UNIT})(?![{_ALNUM}])|{_STANDARD}|"
    f"{_WORD}|{_SIGNED}|[^{_BLANK}]"
)


_PLAIN_CORE = f"{_WORD}|[^{_BLANK}]"
_CLOSING_CLASS = CLOSING.replace("]", r"\]")


def _units(core: str) -> re.Pattern[str]:
    body = f"(?:[{re.escape(OPENING)}]+ *)?(?:{core})(?: *[{_CLOSING_CLASS}]+)*"
    return re.compile(f"{body}|[{_BLANK}]+|.", re.DOTALL)


_UNITS = _units(_CORE)
_PLAIN_UNITS = _units(_PLAIN_CORE)
_CLOSES = re.compile(f"[{_CLOSING_CLASS}]")
_NO_CONTENT = re.compile(f"[{re.escape(OPENING)}{_CLOSING_CLASS}{_BLANK}]+")

# Where less space is wanted between two characters, and how much less in 1/1000 em: half an em between
# two marks and between a curly quote (full-width in the shipped fonts) and Latin text; the halves of a
# dash touch each other. More than half an em would make programs that read the text take it for a new
# column.
_SQUEEZE = re.compile(
    rf"([{BLANK_RIGHT}](?=[{BLANK_RIGHT}{BLANK_LEFT}])|[{BLANK_LEFT}](?=[{BLANK_LEFT}])|"
    r"[”’](?=[ -~])|[ -~](?=[“‘]))|(—(?=—))"
)
_SQUEEZED_BY = (0.0, HALF, 89.0)


def _squeezes(text: str) -> list[tuple[int, float]]:
    """(index, 1/1000 em to take out before the character there)."""
    return [(found.end(), _SQUEEZED_BY[found.lastindex or 0]) for found in _SQUEEZE.finditer(text)]


class Style(NamedTuple):
    """How text is set; size, leading (baseline to baseline), tracking (after a character) in points."""

    size: float
    leading: float
    bold: bool = False
    gray: float = 0.0  # 0 black, 1 white
    tracking: float = 0.0

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline."""
        return self.leading / 2 + 0.36 * self.size


class Line(NamedTuple):
    """One set line; all lengths in points."""

    text: str
    width: float  #: without `spacing` and without the blank halves of marks at both ends
    spacing: float = 0.0  #: added to each character of a justified line
    shift: float = 0.0  #: to be added to x: the indent, less the blank half of an opening mark
    cuts: tuple[tuple[int, float], ...] = ()  #: (index, 1/1000 em to take out before text[index])
    plain: bool = True  #: every character is in the shipped fonts


class Typesetter:
    """Breaks the texts of one report into lines. Words in `keep`, such as names of people, are never torn."""

    def __init__(self, fonts: Fonts, keep: Iterable[str] = ()) -> None:
        self.fonts = fonts
        self._widths = {bold: _UnitWidths(fonts, bold) for bold in (False, True)}
        kept = sorted({printable(word) for word in keep if word.strip()}, key=lambda word: (-len(word), word))
        names = "|".join(map(re.escape, kept))
        self._rare = re.compile("[〔\u00a0]" + (f"|{names}" if names else ""))
        core = f"{names}|{_DOCUMENT}|{_CORE}" if names else f"{_DOCUMENT}|{_CORE}"
        self._rare_units = _units(f"(?:{core})(?:\u00a0+(?:{core}))*")

    def line(self, text: str, style: Style) -> Line:
        """The text as one line, however long; newlines become blanks."""
        prepared, plain = self.fonts.prepare(text)
        prepared = prepared.replace("\n", " ")
        return self._single(prepared, style, self._advance(prepared, style), 0.0, plain)

    def width(self, text: str, style: Style) -> float:
        """The width in points of the text as one line."""
        return self.line(text, style).width

    def lines(
        self, text: str, width: float, style: Style, *, indent: float = 0.0, justify: bool = False
    ) -> list[Line]:
        """The text in lines of at most `width` points; a newline begins a paragraph, which may be empty.

        `indent` (points) is left free before the first line of each paragraph. `justify` spreads the lines of
        running text, but not the last of a paragraph. Only a single character wider than `width` sticks out.
        """
        prepared, plain = self.fonts.prepare(text)
        room = (width - indent) * 1000 / style.size
        found: list[Line] = []
        for paragraph in prepared.split("\n"):
            if len(paragraph) * 600 <= room and (advance := self._advance(paragraph, style)) <= room:
                found.append(self._single(paragraph, style, advance, indent, plain))
            else:
                self._break(paragraph, width, style, indent, justify, plain, found)
        return found

    def _advance(self, text: str, style: Style) -> float:
        """Sum of the widths of characters in 1/1000 em."""
        return self._widths[style.bold].of(text) + len(text) * style.tracking * 1000 / style.size

    def _single(self, text: str, style: Style, advance: float, indent: float, plain: bool) -> Line:
        em = style.size / 1000
        cuts = tuple(_squeezes(text))
        lead = HALF if text[:1] in _LEADING else 0.0
        trail = HALF if text[-1:] in _TRAILING else 0.0
        squeezed = sum(amount for _, amount in cuts) + lead + trail
        return Line(text, (advance - squeezed) * em, 0.0, indent - lead * em, cuts, plain)

    def _break(
        self,
        text: str,
        width: float,
        style: Style,
        indent: float,
        justify: bool,
        plain: bool,
        found: list[Line],
    ) -> None:
        """Append the lines of one paragraph."""
        em = style.size / 1000
        room = width / em + 0.01
        first = room - indent / em
        units = (self._rare_units if self._rare.search(text) else _UNITS).findall(text)
        paragraph = _Paragraph(text, units, self._widths[style.bold], style.tracking / em, min(room, first))
        spans = paragraph.fill(first, room)
        if len(spans) > 1:
            paragraph.mend_last_line(spans, first if len(spans) == 2 else room, room, justify=justify)
        last = len(spans) - 1
        for number, (start, stop, natural, lead) in enumerate(spans):
            content = "".join(paragraph.units[start:stop])
            spacing = 0.0
            if justify and number < last and len(content) > 1:
                rest = (room if number else first) - natural
                if 0 < rest < STRETCH * 1000:
                    spacing = rest / (len(content) - 1) * em
            shift = (0.0 if number else indent) - lead * em
            cuts = paragraph.cuts(start, stop)
            found.append(Line(content, natural * em, spacing, shift, cuts, plain))


_LEADING = frozenset(BLANK_LEFT)
_TRAILING = frozenset(BLANK_RIGHT)
_PAUSES = frozenset("，。、；：？！,;:?!")


class _UnitWidths(dict[str, float]):
    """Unit -> width in 1/1000 em, squeezed between marks, with each unit measured once."""

    def __init__(self, fonts: Fonts, bold: bool) -> None:
        super().__init__()
        self._plain = fonts.widths(bold=bold)
        self._fonts, self._bold = fonts, bold

    def __missing__(self, unit: str) -> float:
        width = self[unit] = self.of(unit) - sum(amount for _, amount in _squeezes(unit))
        return width

    def of(self, text: str) -> float:
        try:
            return sum(map(self._plain.__getitem__, text))
        except KeyError:
            return sum(self._fonts.width(character, bold=self._bold) for character in text)


class _Span(NamedTuple):
    """Units `start` up to `stop` as a line, blanks at its end left out; widths in 1/1000 em."""

    start: int
    stop: int
    width: float
    lead: float  #: the blank half of an opening mark at its beginning


class _Paragraph:
    """The units of one paragraph, and which lines they make."""

    def __init__(
        self, text: str, units: list[str], widths: _UnitWidths, tracking: float, narrowest: float
    ) -> None:
        sizes = list(map(widths.__getitem__, units))
        if tracking:
            sizes = [size + len(unit) * tracking for size, unit in zip(sizes, units, strict=True)]
        if max(sizes, default=0.0) > narrowest:
            units = [
                piece
                for unit, size in zip(units, sizes, strict=True)
                for piece in ([unit] if size <= narrowest else _torn(unit, widths, tracking, narrowest))
            ]
            sizes = [widths[unit] + len(unit) * tracking for unit in units]
        self.units = units
        self._squeezes = _squeezes(text)
        #: What is taken out between two units, by the number of the second.
        self._joints: dict[int, float] = {}
        if self._squeezes:
            self._begins = list(accumulate(map(len, units), initial=0))
            for place, amount in self._squeezes:
                number = bisect_left(self._begins, place)
                if self._begins[number] == place:
                    self._joints[number] = amount
                    sizes[number] -= amount
        self._ends = list(accumulate(sizes, initial=0.0))

    def fill(self, first: float, room: float) -> list[_Span]:
        """As few lines as possible, each no wider than `room`, the first no wider than `first`."""
        units, ends, joints, count = self.units, self._ends, self._joints, len(self.units)
        if not units:
            return [_Span(0, 0, 0.0, 0.0)]
        spans: list[_Span] = []
        start, target = 0, first
        while start < count:
            target += ends[start]
            if joints:
                target -= joints.get(start, 0.0)
            if units[start][0] in _LEADING:
                target += HALF
            stop = bisect_right(ends, target, start + 1) - 1
            if stop < count and units[stop][-1] in _TRAILING and ends[stop + 1] - HALF <= target:
                stop += 1
            span = self._span(start, max(stop, start + 1))
            while (
                joints and span.width > room and span.stop > start + 1
            ):  # they let the sums fall now and then
                span = self._span(start, span.stop - 1)
            spans.append(span)
            start = span.stop
            while start < count and units[start].isspace():
                start += 1
            target = room
        return spans

    def _span(self, start: int, stop: int) -> _Span:
        units = self.units
        while stop > start + 1 and units[stop - 1].isspace():
            stop -= 1
        lead = HALF if units[start][0] in _LEADING else 0.0
        trail = HALF if units[stop - 1][-1] in _TRAILING else 0.0
        joint = self._joints.get(start, 0.0)
        return _Span(start, stop, self._ends[stop] - self._ends[start] + joint - lead - trail, lead)

    def cuts(self, start: int, stop: int) -> tuple[tuple[int, float], ...]:
        """What is squeezed inside a line, places counted from its beginning."""
        if not self._squeezes:
            return ()
        begin, end = self._begins[start], self._begins[stop]
        low, high = bisect_left(self._squeezes, (begin + 1, 0.0)), bisect_left(self._squeezes, (end, 0.0))
        return tuple([(place - begin, amount) for place, amount in self._squeezes[low:high]])

    def mend_last_line(self, spans: list[_Span], before: float, room: float, *, justify: bool) -> None:
        """Let the last line have two characters or more: take from the line before it, best after a pause.

        The line before, `before` wide at most, keeps half its width; a justified one is not cut by more
        than can be spread.
        """
        start, end, last = spans[-2].start, spans[-1].start, spans[-1].stop
        if last - end > 3 or self._content(end, last) > 1:
            return
        least = before - STRETCH * 1000 if justify else before / 2
        possible = [
            (left, right)
            for stop in range(end - 1, start, -1)
            if not self.units[stop].isspace()
            and (left := self._span(start, stop)).width >= least
            and (right := self._span(stop, last)).width <= room
            and self._content(stop, last) > 1
        ]
        if possible:
            paused = (pair for pair in possible if self.units[pair[0].stop - 1][-1] in _PAUSES)
            spans[-2:] = next(paused, possible[0])

    def _content(self, start: int, stop: int) -> int:
        """How many characters are no marks."""
        return len(_NO_CONTENT.sub("", "".join(self.units[start:stop])))


def _torn(unit: str, widths: _UnitWidths, tracking: float, room: float) -> Iterator[str]:
    """A unit wider than a line: cut between its words, and where a word is still too wide, anywhere."""
    pieces = _PLAIN_UNITS.findall(unit)
    for piece in pieces:
        if widths[piece] + len(piece) * tracking <= room:
            yield piece
        else:
            yield from _chopped(piece, widths, tracking, room)


def _chopped(word: str, widths: _UnitWidths, tracking: float, room: float) -> Iterator[str]:
    """Parts of a word as long as fit, if possible none with a closing mark first or an opening one last."""
    start, used = 0, 0.0
    for place, character in enumerate(word):
        size = widths[character] + tracking
        if used + size > room and place > start:
            cut = place
            while cut > start + 1 and _is_bad_cut(word, cut):
                cut -= 1
            cut = place if _is_bad_cut(word, cut) else cut
            yield word[start:cut]
            start, used = cut, sum(widths[each] + tracking for each in word[cut:place])
        used += size
    yield word[start:]


def _is_bad_cut(word: str, place: int) -> bool:
    return word[place - 1] in OPENING or _CLOSES.match(word[place]) is not None
