"""The figures of an enterprise beside the targets of regions, as the material has them."""

from __future__ import annotations

from decimal import Decimal

from checklists.reasons import value_words
from checklists.scope import ScopedItem
from desktop.screen_charts import BenchmarkFigure
from desktop.translation import translate
from exports.material import Material
from exports.summary import own_figure


def benchmark_figures(material: Material) -> list[BenchmarkFigure]:
    """The measures in scope, a figure for each level."""
    return [
        _benchmark(material, scoped, level)
        for scoped in material.scope.items
        if scoped.item.measure is not None
        for level in scoped.item.measure.levels or ("",)
    ]


def _benchmark(material: Material, scoped: ScopedItem, level: str) -> BenchmarkFigure:
    measure, words = scoped.item.measure, material.words
    if measure is None:
        raise ValueError(scoped.id)
    name = f"{measure.counted}／{measure.of}" if measure.counted else scoped.item.ask.rstrip("？?")
    given = material.answer(scoped).measure.get(level, ())
    own = [Decimal(text) for text in given]
    return BenchmarkFigure(
        title=words("indicator-level", name=name, level=words(f"level-{level}")) if level else name,
        item=scoped.id,
        own=(100 * own[0] / own[1] if len(own) == 2 else own[0]) if own and all(own[1:]) else None,
        own_text=own_figure(material, given, measure),
        targets=tuple(
            (_region(material, b.region), Decimal(b.value)) for b in scoped.benchmarks if b.level == level
        ),
        percent=bool(measure.of) or measure.unit == "%",
    )


def _region(material: Material, region: str) -> str:
    if region == "national":
        return translate("Summary", "国家")
    return value_words("region", (region,), material.edition)
