"""All benchmarks, one after the other, each printing its ratios: python tests/benchmarks/run.py"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run every bench_*.py; returns the first exit code that is not 0."""
    for script in sorted(Path(__file__).parent.glob("bench_*.py")):
        print(f"\n== {script.stem.removeprefix('bench_')}", flush=True)
        if code := subprocess.call([sys.executable, str(script)]):
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
