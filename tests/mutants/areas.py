"""Which files matter, and which tests without a browser belong to them."""

from tests.mutants.running import Area

EXPECTED = "tests/test_expected.py"
PROBLEMS = "tests/test_problems.py::test_report"
CORE = "widgets/core/"
BALLOT = "tests/test_ballot_cases.py"

AREAS = {
    "guide": Area(
        (f"{CORE}guide.py", f"{CORE}guide_trail.py", f"{CORE}route.py"),
        (EXPECTED, "tests/test_oracle_routes.py", "tests/test_core.py"),
    ),
    "scores": Area((f"{CORE}scoring.py", f"{CORE}sheet.py"), ("tests/test_oracle_scores.py", EXPECTED)),
    "code": Area((f"{CORE}code.py", f"{CORE}code_symbols.py"), ("tests/test_oracle_codes.py", EXPECTED, "tests/test_code.py")),
    "dates": Area((f"{CORE}dates.py", f"{CORE}typed_date.py"), ("tests/test_oracle_dates.py", "tests/test_dates.py")),
    "plan": Area((f"{CORE}plan.py", f"{CORE}certain.py"), ("tests/test_oracle_plans.py", EXPECTED)),
    "calendar": Area((f"{CORE}agenda.py",), ("tests/test_oracle_calendar.py", EXPECTED)),
    "case": Area(
        (f"{CORE}case.py", f"{CORE}case_file.py", f"{CORE}case_check.py"), ("tests/test_oracle_case_files.py", EXPECTED)
    ),
    "lists": Area((f"{CORE}signals_summary.py",), ("tests/test_oracle_lists.py", EXPECTED)),
    "routes": Area(("macros/checks/routes.py", "macros/content/graph.py"), ("tests/test_oracle_route_checks.py", PROBLEMS)),
    "layers": Area(
        (
            "macros/layers/merge.py",
            "macros/layers/ways.py",
            "macros/layers/locks.py",
            "macros/schema/names.py",
            "macros/layers/follow.py",
            "macros/source/tree.py",
            "macros/layers/renames.py",
        ),
        ("tests/test_oracle_layers.py", "tests/test_layer.py", PROBLEMS),
    ),
    "count": Area((f"{CORE}ballot_count.py",), ("tests/test_ballot_count.py", BALLOT)),
    "disclosure": Area((f"{CORE}disclosure.py",), ("tests/test_disclosure.py", BALLOT)),
    "ballot": Area((f"{CORE}ballot_box.py", f"{CORE}release.py"), (BALLOT, "tests/test_ballot.py", "tests/test_part_file.py")),
    "report": Area(
        (f"{CORE}spans.py", f"{CORE}figures.py", f"{CORE}ballot_report.py", f"{CORE}stands_out.py"),
        (BALLOT, "tests/test_ballot.py", "tests/test_joined_groups.py"),
    ),
    "parts": Area((f"{CORE}part_file.py",), ("tests/test_part_file.py", BALLOT)),
    "school": Area((f"{CORE}school_report.py",), (BALLOT, "tests/test_school_report.py", "tests/test_ballot.py")),
    "reports": Area(
        (f"{CORE}report_file.py", f"{CORE}report_reading.py", f"{CORE}report_former.py", f"{CORE}reports.py"),
        ("tests/test_joined_groups.py", "tests/test_report_shapes.py", "tests/test_former_reports.py", BALLOT),
    ),
}
