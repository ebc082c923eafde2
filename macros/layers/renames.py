"""What became of a name that is gone from the base: from protocol/wijzigingen.yaml."""

from dataclasses import dataclass, field

from macros.schema.changes import Change
from macros.source.problems import Told, told

FILE = "wijzigingen"
_NEUTER = ("punt", "woord", "begrip", "onderdeel")  # het punt, dit punt


@dataclass
class Renames:
    """All changes of names, the newest first."""

    changes: list[Change] = field(default_factory=list)

    def find(self, file: str, name: str) -> Change | None:
        """The change of `name` in a file ("protocollen/zes-stappen"). Later changes of the new name are followed."""
        for change in self.changes:
            if change.file == file and change.old == name:
                later = self.find(file, change.new) if change.new and change.new != name and self._newer(change) else None
                return change.model_copy(update={"new": later.new}) if later else change
        return None

    def anywhere(self, name: str) -> Change | None:
        """The change of `name` in any file."""
        return next((change for change in self.changes if change.old == name), None)

    def _newer(self, change: Change) -> bool:
        """Was the new name changed again? The list starts with the newest, so a loop of names can not go on forever."""
        place = next(index for index, known in enumerate(self.changes) if known is change)
        return any(known.file == change.file and known.old == change.new for known in self.changes[:place])


def sentence(change: Change) -> Told:
    """What the base did: "Sinds 0.2.0 heet deze stap ‘plan-maken’. …"."""
    this = "dit" if change.kind in _NEUTER else "deze"
    if change.new:
        return told("base-renamed", version=change.version, this=this, kind=change.kind, new=change.new, reason=change.reason)
    return told("base-removed", version=change.version, this=this, kind=change.kind, reason=change.reason)
