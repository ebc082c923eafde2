"""Publishing: workflows that only call what a developer calls, and a report that is safe to show."""

import json
import re

import pytest
import yaml

from macros.commands.change_comment import HEADING, MOST, comment
from macros.commands.change_report import (
    ALL_WELL,
    CHANGED_CODE,
    CODE_QUALITY,
    NO_LINKS,
    TEXT,
    changed_code,
    code_quality,
    main,
    write,
)
from macros.source.problems import Problem, told
from tests.places import ROOT
from tests.processes import run
from tests.projects import copied, copy_base

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
PROBLEM = Problem("protocol/school.yaml", 7, told("value-other", key="naam"))
WARNING = Problem("protocol/gevaar.yaml", 3, told("date-old"), warning=True)


def read(path) -> dict:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # "on" stays a word


def steps(path) -> list[dict]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def commands() -> list[tuple[str, str]]:
    """(file, command) of everything that a workflow runs itself."""
    found = [(path.name, line.strip()) for path in WORKFLOWS for step in steps(path) for line in step.get("run", "").splitlines()]
    jobs = [job for job in read(GITLAB).values() if isinstance(job, dict) and "script" in job]
    return found + [(GITLAB.name, line) for job in jobs for line in job["script"]]


def test_workflows_run_make_targets_that_exist():
    made = [(name, line) for name, line in commands() if line.startswith("make ")]
    assert {name for name, _ in made} == {path.name for path in WORKFLOWS} | {GITLAB.name}
    for name, line in made:
        words = [word for word in line.split()[1:] if word not in ("-C", "../hoofdtak")]
        assert words[0] in TARGETS, (name, line)
    others = [line for name, line in commands() if (name, line) not in made]
    assert [line.split()[0:2] for line in others] == [
        ["number=$(gh", "pr"],
        ["test", "-z"],
        ["git", "fetch"],
        ["git", "worktree"],
    ], "only the comment, and the code of the main branch, need another tool"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_to_a_commit(path):
    for step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]), step["uses"]
    for line in path.read_text(encoding="utf-8").splitlines():
        if "uses:" in line:
            assert re.search(r" # v\d+\.\d+\.\d+$", line), line


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_of_a_change_reaches_a_shell(path):
    for step in steps(path):
        assert "${{" not in step.get("run", ""), "an expression in a command runs what somebody else wrote"
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_who_may_write():
    """A change from outside is checked without rights; what has rights never takes its code."""
    flows = {path.stem: read(path) for path in WORKFLOWS}
    assert list(flows["nakijken"]["on"]) == ["pull_request"] and flows["nakijken"]["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in flows["nakijken"]["jobs"].values())
    assert list(flows["verslag"]["on"]) == ["workflow_run"] and flows["verslag"]["permissions"] == {}
    assert flows["verslag"]["on"]["workflow_run"]["workflows"] == [flows["nakijken"]["name"]]
    [job] = flows["verslag"]["jobs"].values()
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    code, proposal = [step["with"] for step in job["steps"] if "actions/checkout@" in step.get("uses", "")]
    assert code == {"ref": "${{ github.event.repository.default_branch }}", "persist-credentials": "false"}
    assert proposal["path"] == "voorstel" and proposal["persist-credentials"] == "false"
    assert [step["run"] for step in job["steps"] if "voorstel" in step.get("run", "")] == ["make report VOORSTEL=voorstel"]
    assert not any("working-directory" in step for step in job["steps"]), "nothing runs in the change"
    assert [step for step in job["steps"] if "GH_TOKEN" in step.get("env", {})] == [job["steps"][-1]], "not while it is read"
    assert not any("pull_request_target" in path.read_text(encoding="utf-8") for path in WORKFLOWS)


def test_gitlab_publishes_the_folder_it_builds():
    jobs = read(GITLAB)
    assert "make build SITE=public" in jobs["pages"]["script"] and jobs["pages"]["artifacts"]["paths"] == ["public"]
    assert jobs["nakijken"]["artifacts"]["reports"]["codequality"] == f"report/{CODE_QUALITY}"
    assert jobs["nakijken"]["artifacts"]["paths"] == [f"report/{TEXT}"]


def test_the_report_as_files(tmp_path):
    text = write([WARNING, PROBLEM], tmp_path / "report")
    assert (tmp_path / "report" / TEXT).read_text(encoding="utf-8") == text + "\n" and "protocol/school.yaml:7" in text
    entries = json.loads((tmp_path / "report" / CODE_QUALITY).read_text(encoding="utf-8"))
    assert [(entry["location"]["path"], entry["location"]["lines"]["begin"], entry["severity"]) for entry in entries] == [
        ("protocol/gevaar.yaml", 3, "minor"),
        ("protocol/school.yaml", 7, "major"),
    ]
    assert write([], tmp_path) == ALL_WELL


def test_the_fingerprint_of_a_mistake_stays_when_lines_move():
    first, second = code_quality([PROBLEM, Problem(PROBLEM.file, 9, PROBLEM.what)])
    [moved] = code_quality([Problem(PROBLEM.file, 70, PROBLEM.what)])
    assert moved["fingerprint"] == first["fingerprint"] != second["fingerprint"]


@pytest.mark.parametrize(
    "text",
    [
        "@everyone ![x](https://example.org/x.png)",
        "```\n# weg\n```",
        "`````\n````` \n@iemand",
        "a\u202e\x1b[31mrood\r\n````js",
        "",
        "`" * 70_000,
    ],
)
def test_a_report_cannot_leave_its_block(text):
    lines = comment(text).splitlines()
    assert lines[0] == HEADING
    fence = lines[2].removesuffix("text")
    assert set(fence) == {"`"} and len(fence) >= 3
    ends = re.compile(rf" {{0,3}}`{{{len(fence)},}}\s*")
    closing = [number for number, line in enumerate(lines) if number > 2 and ends.fullmatch(line)]
    assert len(closing) == 1 and closing[0] == len(lines) - 3
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", comment(text))


def test_a_long_report_fits():
    text = comment("\n".join(f"protocol/x.yaml:{number}: fout" for number in range(10_000)))
    assert MOST - 100 < len(text) < 65_000 and "make check" in text


def change(target, files):
    """A checkout of a change: these files, and nothing of the code that stands here."""
    for name, text in files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text, encoding="utf-8")
    return target


def test_finding_14_a_change_cannot_say_of_itself_that_it_is_right(tmp_path, capsys):
    """Its content is read by the code of the main branch; a check that it brings along is only named."""
    proposal = copy_base(tmp_path / "voorstel", languages=False)
    school = proposal / "protocol" / "school.yaml"
    school.write_text(school.read_text(encoding="utf-8").replace("land: nl", "land: xx"), encoding="utf-8")
    (proposal / "docs").unlink()
    copied(proposal, "docs")
    change(
        proposal,
        {
            "macros/commands/check.py": "def check(root, layers=()):\n    return None, []\n",
            "sitecustomize.py": f"open({str(tmp_path / 'ran')!r}, 'w')",
            "docs/assets/js/nieuw.js": "1",
        },
    )
    done = run("make", "-s", "report", f"VOORSTEL={proposal}", f"VERSLAG={tmp_path / 'verslag'}", timeout=300)
    text = (tmp_path / "verslag" / TEXT).read_text(encoding="utf-8")
    assert done.returncode and "protocol/school.yaml" in text and "‘xx’" in text
    named = text.partition(CHANGED_CODE)[2]
    assert "- macros/commands/check.py" in named and "- docs/assets/js/nieuw.js" in named and "- docs/index.md" not in named
    assert not (tmp_path / "ran").exists()


def test_which_code_a_change_touches(tmp_path):
    code = change(
        tmp_path / "hoofdtak", {"macros/a.py": "1", "macros/b.py": "1", "docs/x.md": "1", "Makefile": "1", ".venv/x": "1"}
    )
    proposal = change(
        code / "voorstel",
        {
            "macros/a.py": "2",
            "docs/x.md": "2",
            "docs/y.md": "",
            "Makefile": "1",
            ".git/x": "2",
            "protocol/eigen/x.yaml": "2",
            "protocol/x.py": "2",
        },
    )
    assert changed_code(proposal, code) == ["macros/a.py", "protocol/x.py", "macros/b.py (weg)"]


def test_a_link_in_a_change_is_not_followed(tmp_path):
    secret = tmp_path / "geheim.yaml"
    secret.write_text("id: geheim-dat-niemand-mag-lezen\n", encoding="utf-8")
    proposal = change(tmp_path / "voorstel", {"protocol/school.yaml": "naam: x\n"})
    (proposal / "protocol" / "wegwijzers").mkdir()
    (proposal / "protocol" / "wegwijzers" / "x.yaml").symlink_to(secret)
    assert main(proposal, tmp_path / "verslag") == 1
    text = (tmp_path / "verslag" / TEXT).read_text(encoding="utf-8")
    assert f"protocol/wegwijzers/x.yaml:1: {NO_LINKS}" in text and "geheim" not in text


def test_finding_14_images_are_pinned_to_their_content():
    images = re.findall(
        r"^\s*(?:image:|FROM) (\S+)",
        GITLAB.read_text(encoding="utf-8") + (ROOT / ".container/Containerfile").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert len(images) == 2 and all(re.fullmatch(r"[a-z/-]+:[\w.-]+@sha256:[0-9a-f]{64}", image) for image in images)
