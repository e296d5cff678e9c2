"""What holds for every test: nobody's own data is touched, and every run tries the same cases."""

import os
import uuid

import hypothesis
import pytest

hypothesis.settings.register_profile("zhiping", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("zhiping")

# Read by Qt when a test of the window first loads it; no other test does.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DATA_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}


@pytest.fixture(autouse=True)
def home_of_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give each test, and the programs that it starts, an empty home; outside tmp_path, which stays empty."""
    home = tmp_path_factory.mktemp(f"home-{uuid.uuid4().hex}", numbered=False)
    for name, folder in DATA_FOLDERS.items():
        monkeypatch.setenv(name, str(home / folder))
