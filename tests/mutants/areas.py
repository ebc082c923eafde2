"""Which files matter, and which tests without a browser belong to them."""

from tests.mutants.running import Area

EXPECTED = "tests/core/test_expected.py"
PROBLEMS = "tests/checks/test_problems.py::test_report"
CORE, IN_CORE = "widgets/core/", "tests/core/"
BALLOT = "tests/core/test_ballot_cases.py"

AREAS = {
    "guide": Area(
        (f"{CORE}guide.py", f"{CORE}guide_map.py", f"{CORE}guide_trail.py", f"{CORE}route.py"),
        (
            EXPECTED,
            f"{IN_CORE}test_oracle_routes.py",
            f"{IN_CORE}test_core.py",
            f"{IN_CORE}test_week_two.py",
            f"{IN_CORE}test_case.py",
        ),
    ),
    "scores": Area((f"{CORE}scoring.py", f"{CORE}sheet.py"), (f"{IN_CORE}test_oracle_scores.py", EXPECTED)),
    "code": Area(
        (f"{CORE}code.py", f"{CORE}code_symbols.py"), (f"{IN_CORE}test_oracle_codes.py", EXPECTED, f"{IN_CORE}test_code.py")
    ),
    "dates": Area((f"{CORE}dates.py", f"{CORE}typed_date.py"), (f"{IN_CORE}test_oracle_dates.py", f"{IN_CORE}test_dates.py")),
    "plan": Area((f"{CORE}plan.py", f"{CORE}upcoming.py", f"{CORE}certain.py"), (f"{IN_CORE}test_oracle_plans.py", EXPECTED)),
    "calendar": Area((f"{CORE}agenda.py",), (f"{IN_CORE}test_oracle_calendar.py", EXPECTED)),
    "case": Area(
        (f"{CORE}case.py", f"{CORE}case_file.py", f"{CORE}case_check.py"),
        (f"{IN_CORE}test_oracle_case_files.py", EXPECTED, f"{IN_CORE}test_case.py"),
    ),
    "lists": Area((f"{CORE}signals_summary.py",), (f"{IN_CORE}test_oracle_lists.py", EXPECTED)),
    "routes": Area(
        ("macros/checks/routes.py", "macros/content/graph.py"), ("tests/checks/test_oracle_route_checks.py", PROBLEMS)
    ),
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
        (
            "tests/layers/test_oracle_layers.py",
            "tests/layers/test_oracle_ways.py",
            "tests/layers/test_oracle_locks.py",
            "tests/layers/test_merge.py",
            PROBLEMS,
        ),
    ),
    "count": Area((f"{CORE}ballot_count.py",), (f"{IN_CORE}test_ballot_count.py", BALLOT)),
    "disclosure": Area((f"{CORE}disclosure.py",), (f"{IN_CORE}test_disclosure.py", BALLOT)),
    "ballot": Area(
        (f"{CORE}ballot_box.py", f"{CORE}release.py"), (BALLOT, f"{IN_CORE}test_ballot.py", f"{IN_CORE}test_part_file.py")
    ),
    "report": Area(
        (f"{CORE}spans.py", f"{CORE}figures.py", f"{CORE}ballot_report.py", f"{CORE}stands_out.py"),
        (BALLOT, f"{IN_CORE}test_ballot.py", f"{IN_CORE}test_joined_groups.py"),
    ),
    "parts": Area((f"{CORE}part_file.py",), (f"{IN_CORE}test_part_file.py", BALLOT)),
    "school": Area((f"{CORE}school_report.py",), (BALLOT, f"{IN_CORE}test_school_report.py", f"{IN_CORE}test_ballot.py")),
    "reports": Area(
        (f"{CORE}report_file.py", f"{CORE}report_reading.py", f"{CORE}report_former.py", f"{CORE}reports.py"),
        (f"{IN_CORE}test_joined_groups.py", f"{IN_CORE}test_report_shapes.py", f"{IN_CORE}test_former_reports.py", BALLOT),
    ),
}
