# -*- coding: utf-8 -*-
"""开发用的命令，只需要 Python 3.11 或更新的版本；运行环境 .venv 会自动准备好。
Commands for developers. Python 3.11 or newer is all they need; the set-up, .venv, makes itself.

  python3 dev.py run         打开样例企业的窗口；没有显示器时，在 sample/ 里生成样例和它的报告
                             open the window on the sample; without a display make its report in sample/
  python3 dev.py test ...    运行测试，后面的参数交给 pytest
                             run the tests; what follows goes to pytest
  python3 dev.py check       检查格式、类型和内容
                             check format, types and content
  python3 dev.py words       按代码更新窗口词语的英文目录
                             bring the catalogue of the window's words up to the code
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
import re
import shutil
import subprocess
import tempfile
import tomllib
from pathlib import Path
from typing import NoReturn  # noqa: F401 - a type comment names it

HERE = Path(__file__).resolve().parent
ENV = HERE / ".venv"
PYTHON = ENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = ENV / "made-for.txt"
CONSTRAINTS = HERE / "constraints.txt"
CATALOGUE = HERE / "resources" / "translations" / "zhiping_en.ts"
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
    """Open the window on the sample enterprise; where there is no display, make its report instead."""
    get_ready()
    folder = HERE / "sample"
    folder.mkdir(exist_ok=True)
    file, report = folder / "样例.zhiping", folder / "样例.pdf"
    code = 0 if file.exists() else call(PYTHON, "main.py", "sample", file)
    if not code and has_display() and has_qt():
        compile_words()
        return call(PYTHON, "main.py", file)
    code = code or call(PYTHON, "main.py", "report", file, "-o", report)
    if not code:
        say(
            "样例企业和它的评估报告在：%s" % folder, "The sample enterprise and its report are in %s" % folder
        )
    return code


def tool(name):
    # type: (str) -> Path
    """Return a command-line tool of Qt that came with PySide6."""
    return PYTHON.with_name(name + PYTHON.suffix)


def compile_words():
    # type: () -> None
    """Compile the catalogues of the window's words where they are newer; without Qt they stay Chinese."""
    for catalogue in sorted(CATALOGUE.parent.glob("*.ts")):
        compiled = catalogue.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < catalogue.stat().st_mtime:
            failure(tool("pyside6-lrelease"), "-silent", catalogue, "-qm", compiled)


def update_words(catalogue):
    # type: (Path) -> int
    """Bring a catalogue up to the code; comments on code that stand near a word are not for translators."""
    sources = sorted(str(p.relative_to(HERE)) for p in (HERE / "desktop").rglob("*.py"))
    options = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "zh_CN"]
    options += ["-target-language", "en", "-ts", str(catalogue)]
    code = call(tool("pyside6-lupdate"), *(sources + options))
    text = re.sub(
        r" *<extracomment>.*?</extracomment>\n", "", catalogue.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    catalogue.write_text(text, encoding="utf-8")
    return code


def check_words():
    # type: () -> int
    """Return what is not 0 where a word of the window is missing in the catalogue or has no English."""
    if not has_qt():
        return 0
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / CATALOGUE.name
        shutil.copyfile(CATALOGUE, fresh)
        code = update_words(fresh)
        options = ["-silent", "-fail-on-unfinished", str(fresh), "-qm", str(fresh.with_suffix(".qm"))]
        return code or call(tool("pyside6-lrelease"), *options)


def words():
    # type: () -> int
    """Bring the catalogue of the window's words up to the code; new ones wait in it for their English."""
    get_ready()
    return update_words(CATALOGUE)


def has_display():
    # type: () -> bool
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def has_qt():
    # type: () -> bool
    """Return whether Qt can be loaded; on Linux it needs libraries of the system, which are named if not."""
    if not failure(PYTHON, "-c", "import PySide6.QtWidgets"):
        return True
    install = "sudo apt-get install --no-install-recommends " + QT_LIBRARIES
    say(
        "本机缺少窗口所需的系统库；要用窗口先运行：" + install,
        "The system libraries that windows need are missing; to use the window run: " + install,
    )
    return False


def test(more):
    # type: (list[str]) -> int
    """Run the tests; those of the window only where Qt can be loaded."""
    get_ready()
    window = ["--ignore", "tests/desktop"]
    if has_qt():
        window = ["-p", "pytestqt.plugin"]
        compile_words()
    return call(PYTHON, "-m", "pytest", *(window + more))


def check():
    # type: () -> int
    get_ready()
    checks = ["-m ruff check", "-m ruff format --check", "-m mypy", "main.py check"]
    failed = [command.removeprefix("-m ") for command in checks if call(PYTHON, *command.split())]
    failed += ["words"] if check_words() else []
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
    if name in ("run", "check", "words") and not more:
        return {"run": run, "check": check, "words": words}[name]()
    sys.exit(__doc__)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
