"""What `main.py status` costs as a whole process, against a bare Python that does nothing.

python tests/benchmarks/bench_status.py [--runs 15]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Print the medians and their ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["ZHIPING_DATA"] = folder
        file = str(Path(folder) / "sample.zhiping")
        commands = {
            "bare Python": [sys.executable, "-c", "pass"],
            "with click": [sys.executable, "-c", "import click"],
            "main.py --help": [sys.executable, "main.py", "--help"],
            "main.py status": [sys.executable, "main.py", "status", file],
        }
        subprocess.run([sys.executable, "main.py", "sample", file], cwd=ROOT, env=environment, check=True)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                start = time.perf_counter()
                subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
                times[name].append((time.perf_counter() - start) * 1000)
    base = statistics.median(times["bare Python"])
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:15} median {median:6.1f} ms   ratio {median / base:.1f}")


if __name__ == "__main__":
    main()
