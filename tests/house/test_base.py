"""In a fork the tests run on the base, whatever a school wrote over it."""

from macros.load import load
from tests.base import COPY, own_files, place
from tests.board_project import add, add_board
from tests.projects import copy_project


def test_without_a_layer_the_tests_run_here(tmp_path):
    (tmp_path / "protocol" / "eigen").mkdir(parents=True)
    (tmp_path / "protocol" / "eigen" / "LEESMIJ.md").write_text("# Uitleg", encoding="utf-8")
    assert place(tmp_path) == tmp_path and not (tmp_path / COPY).exists()


def test_in_a_fork_they_run_on_a_fresh_copy_of_the_base(tmp_path):
    copy_project(tmp_path)
    add_board(tmp_path)
    add(tmp_path, {"eigen/protocollen/aanbevolen-protocol.yaml": "stappen:\n  - id: steungroep\n    verborgen: ja\n"})
    (tmp_path / "site").mkdir()
    stale = tmp_path / COPY / "protocol" / "eigen" / "oud.yaml"
    stale.parent.mkdir(parents=True)
    stale.write_text("naam: Oud\n", encoding="utf-8")
    copy = place(tmp_path)
    assert own_files(copy) == [] and len(own_files(tmp_path)) == 6
    assert not (copy / "site").exists() and (copy / "macros" / "load.py").is_file() and (copy / "mkdocs.yml").is_file()
    content = load(copy)
    assert content.school.example and "steungroep" in {step.id for step in content.protocols["aanbevolen-protocol"].steps}
