"""Windows of Chromium that are used again: a page of the site that the browser read before opens in half the time.

Each is as if new: no cookies, nothing stored, no page open. A window in which a test changed more than that is thrown away.
"""

import json

# What one can do to a window that stays when its pages are closed.
LASTING = (
    "add_cookies",
    "add_init_script",
    "expose_binding",
    "expose_function",
    "grant_permissions",
    "new_cdp_session",
    "route",
    "set_offline",
)
CLOCK = ("fast_forward", "install", "pause_at", "run_for", "set_fixed_time", "set_system_time")


class Windows:
    """The idle windows of one browser, by the options they were opened with. Without `again` each is thrown away after use."""

    def __init__(self, browser, again: bool = True) -> None:
        self.browser = browser
        self.again = again
        self.idle: dict[str, list] = {}

    def take(self, script: str = "", **options):
        """A context with these options of `new_context`, and `script` in each of its pages."""
        kind = json.dumps([script, options], sort_keys=True, default=str)
        if self.idle.get(kind):
            return self.idle[kind].pop()
        context = self.browser.new_context(**options)
        if script:
            context.add_init_script(script)
        if self.again:
            context.kind, context.changed = kind, False
            for name in LASTING:
                _notes(context, context, name)
            for name in CLOCK:
                _notes(context, context.clock, name)
        return context

    def give_back(self, context, requests: list[str]) -> None:
        """The context of a test that is over, and what its pages asked for."""
        disk = any(address.startswith("file:") for address in requests)
        if not self.again or context.changed or disk or context.service_workers:
            context.close()
            return
        for page in context.pages:
            page.close()
        page = context.new_page()
        session = page.context.new_cdp_session(page)
        for origin in sorted({"/".join(address.split("/")[:3]) for address in requests if address.startswith("http")}):
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        page.close()
        context.changed = False
        self.idle.setdefault(context.kind, []).append(context)

    def close(self) -> None:
        for contexts in self.idle.values():
            for context in contexts:
                context.close()
        self.idle.clear()


def _notes(context, owner, name: str) -> None:
    """From now on, `owner.name(...)` marks the context as changed."""
    former = getattr(owner, name)

    def noted(*arguments, **named):
        context.changed = True
        return former(*arguments, **named)

    setattr(owner, name, noted)
