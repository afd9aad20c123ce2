from checks.lockfile import findings
from checks.lockfile import findings_of
from checks.lockfile import MARK
from checks.requirements import digest
from checks.requirements import requirements
from pathlib import Path
import pytest


ROOT = Path(__file__).parents[3]
WANTED = ["plone.api", "uv>=0.5"]
HASH = "    --hash=sha256:" + "0" * 64
GOOD = f"{MARK}{digest(WANTED)}\nplone-api==2.5 \\\n{HASH} \\\n{HASH}\nuv==0.13.9 ; os_name == 'posix' \\\n{HASH}\n"


def test_good_lock():
    assert findings_of(GOOD, WANTED) == []


@pytest.mark.parametrize(
    ("lock", "finding"),
    [
        (GOOD.replace(digest(WANTED), digest(["plone.api"])), "was made from other requirements"),
        (GOOD.replace("plone-api==", "plone-rest=="), "has no pin for plone.api."),
        (GOOD.replace("uv==0.13.9", "uv==0.4.0"), "has no pin for uv>=0.5."),
        (GOOD + "--index-url https://registry.invalid/simple\n", "names a host."),
        (GOOD + "something @ file:///wheel.whl\n", "is neither a pin nor a hash"),
        (GOOD.replace("==2.5 \\", ">=2.5 \\"), "is neither a pin nor a hash"),
    ],
)
def test_bad_lock(lock, finding):
    assert any(finding in found for found in findings_of(lock, WANTED))


def test_requirements_of_all_lists(tmp_path):
    setup = tmp_path / "setup.py"
    setup.write_text('RUNTIME = ["b"]\nDEPLOYMENT = ["C"]\nTESTING = ["a"]\nOTHER = ["x"]\n')
    assert requirements(setup) == ["a", "b", "C"]


def test_lock_of_the_project():
    assert findings(ROOT) == []
