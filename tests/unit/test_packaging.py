"""What is shipped and how, as far as it can be known without building: licences, recipes, the release workflow."""

import importlib.util
import json
import plistlib
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import defusedxml.ElementTree as ET
import pytest
import yaml
from PySide6.QtWidgets import QApplication

from atsdesk import __version__

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
RELEASE = PACKAGING / "ci" / "release.yml"
NAMED = re.compile(r"\b((?:packaging|resources)/[\w./-]+\w)")
MADE = {"resources/sbom.json", "resources/licences.md"}


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    return script("licences")


# --- Licences -----------------------------------------------------------------------------------------------


def test_everything_that_is_shipped_may_be_shipped(licences: ModuleType) -> None:
    assert licences.refused(licences.parts()) == []


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("MIT AND Apache-2.0", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("SSPL-1.0", False),
        ("", False),
    ],
)
def test_a_licence_that_may_not_be_shipped_is_refused(
    licences: ModuleType, licence: str, allowed: bool
) -> None:
    assert licences.Part("some", "1", licence).may_be_shipped is allowed


def test_the_bill_of_materials_holds_the_lock_and_each_part_once(licences: ModuleType) -> None:
    bill = licences.sbom(licences.parts())
    components = {one["purl"]: one for one in bill["components"]}
    wanted = {
        f"pkg:pypi/{name}@{v}" for name, v in licences.locked().items() if name not in licences.NOT_SHIPPED
    }

    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert wanted <= components.keys()
    assert len(components) == len(bill["components"])
    assert all(one["licenses"] for one in components.values())
    assert json.loads(json.dumps(bill)) == bill


def test_the_page_has_the_text_of_each_licence_that_asks_for_it(licences: ModuleType) -> None:
    page = licences.page(licences.parts())

    for text in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "SIL OPEN FONT LICENSE",
        "Mozilla Public License",
        "Apache License",
    ):
        assert text in page
    for name in licences.locked().keys() - licences.NOT_SHIPPED - {"pywin32-ctypes"}:
        assert re.search(rf"^## {re.escape(name)}$", page, re.MULTILINE) or name in {
            "pyside6-essentials",
            "shiboken6",
        }


# --- Versions -----------------------------------------------------------------------------------------------


def test_the_version_is_the_same_everywhere(licences: ModuleType) -> None:
    releases = ET.parse(PACKAGING / "linux" / "com.example.atsdesk.metainfo.xml").findall(".//release")

    assert licences.own_version() == __version__
    assert releases[0].get("version") == __version__


def test_bundles_are_built_with_what_is_tested(licences: ModuleType) -> None:
    locked = dict(licences.PINNED.findall((PACKAGING / "requirements" / "bundle.txt").read_text()))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())

    assert licences.locked().items() <= locked.items()
    assert f"pyinstaller=={locked['pyinstaller']}" in project["dependency-groups"]["bundle"]


# --- Recipes ------------------------------------------------------------------------------------------------


def test_the_release_workflow_names_what_is_there() -> None:
    text = RELEASE.read_text()
    flow = yaml.safe_load(text)
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    steps = [step for job in flow["jobs"].values() for step in job["steps"]]

    assert flow["jobs"].keys() == {"linux", "windows", "macos"}
    assert all(("run" in step) != ("uses" in step) for step in steps)
    assert set(re.findall(r"\bmake ([a-z-]+)", text)) <= targets
    assert [name for name in NAMED.findall(text) if name not in MADE and not (ROOT / name).exists()] == []
    assert flow["permissions"] == {"contents": "read"}


def test_secrets_reach_only_steps_that_look_whether_they_are_there() -> None:
    flow = yaml.safe_load(RELEASE.read_text())
    used = set(re.findall(r"secrets\.(\w+)", RELEASE.read_text()))
    told = set(re.findall(r"^#   ([A-Z_, ]+?)  ", RELEASE.read_text(), re.MULTILINE))

    assert used == {name for line in told for name in line.split(", ")}
    for name in ("windows", "macos"):
        for step in flow["jobs"][name]["steps"]:
            if re.search(r"packaging/(?:macos/(?:sign|notarise)\.sh|windows/sign\.ps1)", step.get("run", "")):
                assert "CERTIFICATE" in step.get("if", "") or "if ($env:WINDOWS_CERTIFICATE)" in step["run"]


def test_the_windows_installer_names_what_is_there_and_keeps_data_unless_asked() -> None:
    text = (PACKAGING / "windows" / "atsdesk.iss").read_text(encoding="utf-8-sig")
    named = [name.replace("\\", "/") for name in re.findall(r"\{#Root\}\\([\w\\.*-]+)", text)]
    known: dict[str, set[str]] = {"en": set(), "he": set()}
    for language, message in re.findall(r"^(\w\w)\.(\w+)=", text, re.MULTILINE):
        known[language].add(message)

    there = [name for name in named if not name.startswith(("build", "dist"))]
    assert [name for name in there if name not in MADE and not (ROOT / name).exists()] == []
    assert known["en"] == known["he"]
    assert set(re.findall(r"\{cm:(\w+)\}|CustomMessage\('(\w+)'\)", text)) <= {
        pair for name in known["en"] for pair in ((name, ""), ("", name))
    }
    assert "MB_DEFBUTTON2" in text
    assert text.index("AsksToForget()") < text.index("DelTree")
    assert "[UninstallDelete]" not in text


def test_the_entitlements_allow_little() -> None:
    allowed = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())

    assert allowed == {
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
        "com.apple.security.network.client": True,
    }


@pytest.mark.parametrize("name", ["macos/sign.sh", "macos/dmg.sh", "macos/notarise.sh", "linux/postrm"])
def test_the_scripts_can_be_read_by_their_shells(name: str) -> None:
    path = PACKAGING / name
    shell = path.read_text().splitlines()[0].removeprefix("#!").rpartition("/")[2]
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell}")

    assert subprocess.run([shell, "-n", path], check=False).returncode == 0


def test_icons_hold_every_size(qapp: QApplication, tmp_path: Path) -> None:
    """With the application that the window's tests go on with: a process has but one."""
    script("icons").write(tmp_path)

    icon = (tmp_path / "atsdesk.ico").read_bytes()
    assert icon[:6] == b"\0\0\1\0\7\0"
    assert icon.count(b"\x89PNG") == 7
    packed = (tmp_path / "atsdesk.icns").read_bytes()
    assert int.from_bytes(packed[4:8]) == len(packed)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("he.res", True),
        ("coll/he.res", True),
        ("coll/root.res", True),
        ("lang/pool.res", True),
        ("zoneinfo64.res", True),
        ("nfkc.nrm", True),
        ("zh_Hant.res", False),
        ("curr/fr.res", False),
        ("unit/en.res", False),
        ("ibm-970_P110_P110-2006_U2.cnv", False),
    ],
)
def test_of_icus_data_our_languages_stay(name: str, kept: bool) -> None:
    assert script("icu").is_kept(name) is kept


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the library's format is Linux's")
@pytest.mark.skipif(not shutil.which("ld") or not shutil.which("objcopy"), reason="needs binutils")
def test_icu_works_with_what_stays(tmp_path: Path) -> None:
    """Qt sorts Hebrew and English with the smaller data as it does with all."""
    import PySide6

    libraries = Path(PySide6.__file__).parent / "Qt" / "lib"
    (whole,) = libraries.glob("libicudata.so.*")
    small = tmp_path / whole.name
    shutil.copy(whole, small)
    assert script("icu").slim(small) < whole.stat().st_size / 5
    words = ["zebra", "Äpfel", "apple", "שלום", "אבא", "ápple", "Zoe", "גד"]
    sort = (
        "import sys\nfrom PySide6.QtCore import QCollator, QLocale, Qt\n"
        "for name in ('en', 'he', 'fr'):\n"
        "    order = QCollator(QLocale(name))\n"
        "    order.setCaseSensitivity(Qt.CaseInsensitive)\n"
        "    print(sorted(sys.argv[1:], key=order.sortKey), QLocale(name).toUpper('straße istanbul'))\n"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", sort, *words], env=environment, capture_output=True, text=True, check=True
        ).stdout
        for environment in ({}, {"LD_PRELOAD": str(small)})
    ]
    assert told[0] == told[1] != ""
