"""How tests are handed out to worker processes, so that a run always ends.

As `--dist loadgroup` of pytest-xdist, but for what happens when a worker dies. There the test that it died of runs again in
the next worker, and a worker that is given nothing, or one last test, waits for ever for the test after it.
"""

import os
import threading
import time

from xdist.scheduler.loadgroup import LoadGroupScheduling

# What the tests of a file make for themselves, one worker makes once. In a browser every test stands alone.
TOGETHER, ALONE = "tests/", "tests/browser/"
# A worker runs a test only when it knows the next one too.
AHEAD = 2


class Distribution(LoadGroupScheduling):
    """Hands out the groups in the order of the tests."""

    def _split_scope(self, nodeid: str) -> str:
        """The group of a test: the one that it names, else its file, else itself."""
        scope = super()._split_scope(nodeid)
        together = nodeid.startswith(TOGETHER) and not nodeid.startswith(ALONE)
        return nodeid.split("::")[0] if scope == nodeid and together else scope

    def remove_node(self, node) -> str | None:
        """Take a worker out. Returns the test that it died of, which does not run again; None when it had no more to do."""
        work = self.assigned_work.pop(node)
        left = {group: [test for test, done in tests.items() if not done] for group, tests in work.items()}
        left = {group: tests for group, tests in left.items() if tests}
        died_of = next((test for tests in left.values() for test in tests), None)
        for group, tests in reversed(left.items()):
            again = {test: False for test in tests if test != died_of}
            if again:
                self.workqueue[group] = again
                self.workqueue.move_to_end(group, last=False)
        for other in self.nodes:
            self._reschedule(other)
        return died_of

    def _reschedule(self, node) -> None:
        """Give a worker enough to go on with; when nothing is left, tell it so."""
        if node.shutting_down or node not in self.registered_collections:
            return
        while self.workqueue and self._pending_of(self.assigned_work[node]) < AHEAD:
            self._assign_work_unit(node)
        if not self.workqueue:
            node.shutdown()


class Watch:
    """A plugin for the process that hands out: it ends the run when no worker says anything any more."""

    def __init__(self, reporter, seconds: float) -> None:
        """`reporter`: the terminal reporter of pytest."""
        self._reporter, self._seconds, self._heard = reporter, seconds, time.monotonic()
        threading.Thread(target=self._look, daemon=True).start()

    def pytest_xdist_node_collection_finished(self) -> None:
        self._heard = time.monotonic()

    def pytest_runtest_logstart(self) -> None:
        self._heard = time.monotonic()

    def pytest_runtest_logreport(self) -> None:
        self._heard = time.monotonic()

    def _look(self) -> None:
        while time.monotonic() - self._heard < self._seconds:
            time.sleep(1)
        failed = [report.nodeid for report in self._reporter.stats.get("failed", [])]
        self._reporter.write_line(f"\nNothing was heard for {self._seconds} seconds: the run stops here. Failed: {failed}")
        self._reporter._tw.flush()
        os._exit(1)
