# -*- coding: utf-8 -*-
"""开发用的命令，只需要 Python 3.11 或更新的版本；运行环境 .venv 会自动准备好。
Commands for developers. Python 3.11 or newer is all they need; the set-up, .venv, makes itself.

  python3 dev.py run         在 sample/ 里生成样例企业和它的评估报告
                             make a sample enterprise and its printed report in sample/
  python3 dev.py test ...    运行测试，后面的参数交给 pytest
                             run the tests; what follows goes to pytest
  python3 dev.py check       检查格式、类型和内容
                             check format, types and content
  python3 dev.py lock ...    按 pyproject.toml 更新 constraints.txt（需要 uv）；--upgrade 换用新版本
                             bring constraints.txt up to pyproject.toml (with uv); --upgrade for newer ones
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "需要 Python 3.11 或更新的版本，现在用的是 %s。\nPython 3.11 or newer is needed; this is %s."
        % (sys.version.split()[0], sys.version.split()[0])
    )

import importlib.util
import os
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import NoReturn  # noqa: F401 - a type comment names it

HERE = Path(__file__).resolve().parent
ENV = HERE / ".venv"
PYTHON = ENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = ENV / "made-for.txt"
CONSTRAINTS = HERE / "constraints.txt"
QT_LIBRARIES = "libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3"


def say(chinese, english):
    # type: (str, str) -> None
    """Write a sentence in both languages to stderr, where a character that the terminal lacks is no error."""
    sys.stderr.write(chinese + "\n" + english + "\n")
    sys.stderr.flush()


def stop(chinese, english):
    # type: (str, str) -> NoReturn
    say(chinese, english)
    sys.exit(1)


def environment():
    # type: () -> dict[str, str]
    """Return the variables for children, without the one that has all imports compiled anew at each start."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def call(*command):
    # type: (str | Path) -> int
    """Run a command in the project's folder, showing its output as it comes; return its exit code."""
    return subprocess.call([str(part) for part in command], cwd=HERE, env=environment())


def failure(*command):
    # type: (str | Path) -> str
    """Run a command in silence; return what it wrote if it failed, nothing if it went well."""
    line = [str(part) for part in command]
    try:
        done = subprocess.run(
            line, cwd=HERE, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
    except OSError as error:
        return str(error)
    said = done.stdout.decode("utf-8", "replace") or "exit code %d\n" % done.returncode
    return said if done.returncode else ""


def requirements():
    # type: () -> list[str]
    """Return what pyproject.toml asks for: the program's packages and the developers'."""
    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))
    return list(project["project"]["dependencies"] + project["dependency-groups"]["dev"])


def wanted():
    # type: () -> str
    """Return what .venv has to be made for: the Python on the first line, then the packages."""
    python = "Python %d.%d" % sys.version_info[:2]
    return "\n".join([python] + requirements() + [CONSTRAINTS.read_text(encoding="utf-8")])


def get_ready():
    # type: () -> None
    """Make .venv, or bring it up to date; one that was left half made has no stamp and is made anew."""
    made_for = STAMP.read_text(encoding="utf-8") if STAMP.is_file() and PYTHON.exists() else ""
    if made_for == wanted():
        return
    say(
        "正在准备 .venv,第一次要下载约 120 MB,请稍候……",
        "Preparing .venv; the first time some 120 MB are downloaded ...",
    )
    runs_in_it = Path(sys.prefix).resolve() == ENV
    anew = made_for.partition("\n")[0] != wanted().partition("\n")[0] and not runs_in_it
    uv = shutil.which("uv")
    if not uv or not install_with_uv(uv, anew):
        install_with_pip(anew)
    STAMP.write_text(wanted(), encoding="utf-8")


def install_with_uv(uv, anew):
    # type: (str, bool) -> bool
    """Return whether it went well; if not, pip is to try: a uv that is there need not be one that works."""
    if anew:
        shutil.rmtree(ENV, ignore_errors=True)
        if failure(uv, "venv", "--python", sys.executable, ENV):
            return False
    options = ["--python", str(PYTHON), "--compile-bytecode", "--constraint", CONSTRAINTS.name]
    return not failure(uv, "pip", "install", *(options + requirements()))


def install_with_pip(anew):
    # type: (bool) -> None
    if anew:
        make_environment()
    options = ["--disable-pip-version-check", "--quiet", "--constraint", CONSTRAINTS.name]
    failed = failure(PYTHON, "-m", "pip", "install", *(options + requirements()))
    if "connection" in failed.lower():
        stop(
            "连不上软件包的下载网站；请检查网络或代理，然后再运行同一命令。",
            "The site that the packages come from is out of reach; check network or proxy and try again.",
        )
    if failed:
        sys.stderr.write(failed)
        stop("软件包没有装上，原因见上。", "The packages could not be installed; the reason stands above.")


def make_environment():
    # type: () -> None
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        stop(
            "这个 Python 缺少 venv；Debian、Ubuntu 上请先运行：sudo apt-get install python3-venv",
            "This Python lacks venv; on Debian or Ubuntu run first: sudo apt-get install python3-venv",
        )
    shutil.rmtree(ENV, ignore_errors=True)
    failed = failure(sys.executable, "-m", "venv", ENV)
    if failed:
        sys.stderr.write(failed)
        stop("无法建立 .venv,原因见上。", "The folder .venv could not be made; the reason stands above.")


def run():
    # type: () -> int
    """Make the sample enterprise, unless it is there from before, and its report."""
    get_ready()
    folder = HERE / "sample"
    folder.mkdir(exist_ok=True)
    file, report = folder / "样例.zhiping", folder / "样例.pdf"
    code = 0 if file.exists() else call(PYTHON, "main.py", "sample", file)
    code = code or call(PYTHON, "main.py", "report", file, "-o", report)
    if not code:
        say(
            "样例企业和它的评估报告在：%s" % folder, "The sample enterprise and its report are in %s" % folder
        )
    return code


def test(more):
    # type: (list[str]) -> int
    get_ready()
    if sys.platform == "linux" and failure(PYTHON, "-c", "import PySide6.QtWidgets"):
        install = "sudo apt-get install --no-install-recommends " + QT_LIBRARIES
        say(
            "提示：本机还不能显示窗口（这些测试不需要）；以后要用时先运行：" + install,
            "Note: this machine cannot show windows yet (no need for these tests); for that, run: " + install,
        )
    return call(PYTHON, "-m", "pytest", *more)


def check():
    # type: () -> int
    get_ready()
    checks = ["-m ruff check", "-m ruff format --check", "-m mypy", "main.py check"]
    failed = [command.removeprefix("-m ") for command in checks if call(PYTHON, *command.split())]
    if failed:
        say("没有通过：" + "、".join(failed), "Failed: " + ", ".join(failed))
    return 1 if failed else 0


def lock(more):
    # type: (list[str]) -> int
    """Pin every package of the set-up, for all systems at once; no addresses, nothing of this machine."""
    uv = shutil.which("uv")
    if not uv:
        stop("这个命令需要 uv:pip install uv", "This command needs uv: pip install uv")
    options = ["--group", "dev", "--universal", "--python-version", "3.11", "--no-annotate", "--quiet"]
    options += ["--custom-compile-command", "python3 dev.py lock", "--output-file", CONSTRAINTS.name]
    return call(uv, "pip", "compile", "pyproject.toml", *(options + more))


def main(arguments):
    # type: (list[str]) -> int
    name, more = "".join(arguments[:1]), arguments[1:]
    if name in ("test", "lock"):
        return (test if name == "test" else lock)(more)
    if name in ("run", "check") and not more:
        return (run if name == "run" else check)()
    sys.exit(__doc__)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
