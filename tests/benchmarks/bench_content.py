"""What loading and checking all content costs, against the C parser alone.

    python tests/benchmarks/bench_content.py [--runs 5]

In turns within one run: the events of PyYAML's C parser, the strict loader, compiling, the whole check.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import yaml

from checklists.check import check
from checklists.compiling import CONTENT, edition_body
from checklists.content import read
from resources import path


def main() -> None:
    """Print the medians and their ratios to the C parser."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    texts = [p.read_bytes() for p in sorted(CONTENT.rglob("*.yaml"))]
    font = path("fonts/NotoSansSC-Regular.ttf")
    work: dict[str, Callable[[], object]] = {
        "C parser alone": lambda: [sum(1 for _ in yaml.parse(t, yaml.CSafeLoader)) for t in texts],
        "strict loader": lambda: read(CONTENT),
        "loader and compile": lambda: edition_body({p: f.data for p, f in read(CONTENT).items()}),
        "the whole check": lambda: check(CONTENT, font),
    }
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(runs):
        for name, call in work.items():
            start = time.perf_counter()
            call()
            times[name].append((time.perf_counter() - start) * 1000)
    base = statistics.median(times["C parser alone"])
    print(f"{len(texts)} files, {sum(map(len, texts)) / 1e6:.2f} MB")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:20} median {median:7.1f} ms   ratio {median / base:.2f}")


if __name__ == "__main__":
    main()
