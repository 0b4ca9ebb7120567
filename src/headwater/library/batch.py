"""The one transaction that writes to a library."""

from __future__ import annotations

import msgspec
from sqlalchemy import delete, update

from headwater.decisions import complaint, standing
from headwater.errors import NotInLibrary, OptionError
from headwater.library.gists import GistWrites
from headwater.library.records import AnalysisKey, Gist
from headwater.library.schema import ABOUT, ANALYSES, DECISIONS
from headwater.types import Decision, DecisionKind

__all__ = ["Batch"]


class Batch(GistWrites):
    """Everything that can be asked of a library and written to it, within one transaction: all of it or nothing."""

    def decide(self, decision: Decision) -> Decision:
        """Add a decision to the log; it is returned with its number, and with the time if it had none.

        Raises `OptionError` for a decision that cannot be or an undoing that changes nothing, `NotInLibrary` for one of
        a decision that was never made.
        """
        problem = complaint(decision)
        if problem:
            raise OptionError(f"the decision cannot be kept: {problem}")
        if self._before is None:
            self._before = self.standing()
        number = self._next(DECISIONS, "number")
        logged = msgspec.structs.replace(decision, number=number, made=decision.made or self._clock())
        if decision.kind is DecisionKind.UNDO:
            self._refuse_vain(logged)
        self._insert(DECISIONS, [{"number": number, "body": msgspec.json.encode(logged)}])
        self.wrote = True
        return logged

    def undo(self, number: int, *, note: str = "", by: str = "") -> Decision:
        """Decide that a decision no longer holds; the decision that says so, which can be undone in turn.

        Raises `NotInLibrary` if there is none of this number, `OptionError` if it is undone already.
        """
        return self.decide(Decision(DecisionKind.UNDO, undoes=number, note=note, by=by))

    def keep_analysis(self, story: str, key: AnalysisKey, body: bytes, gist: Gist | None = None) -> None:
        """Keep an analysis of a story, in place of the one by the same version with the same settings.

        Its gist takes the place of the story's, by whatever version and settings that was made.
        """
        row = self._story_key(story)
        same = (ANALYSES.c.story == row, ANALYSES.c.version == key.version, ANALYSES.c.settings == key.settings)
        self._connection.execute(delete(ANALYSES).where(*same))
        fields = {name: getattr(key, name) for name in key.__struct_fields__}
        self._insert(ANALYSES, [{"story": row, "made": self._clock(), "body": body, **fields}])
        if gist is not None:
            self._put_gist(row, key, gist)
        self.wrote = True

    def keep_gist(self, story: str, key: AnalysisKey, gist: Gist) -> None:
        """Keep the gist of an analysis that is kept already."""
        self._put_gist(self._story_key(story), key, gist)
        self.wrote = True

    def close(self) -> None:
        """If anything was written, settle the gists and raise the generation. The store calls it before it commits."""
        if self.wrote:
            self._settle_gists()
            raised = update(ABOUT).where(ABOUT.c.name == "generation").values(value=ABOUT.c.value + 1)
            self._connection.execute(raised)

    def _refuse_vain(self, undoing: Decision) -> None:
        decisions = self.decisions()
        if not any(decision.number == undoing.undoes for decision in decisions):
            raise NotInLibrary(f"there is no decision {undoing.undoes} in the library's log")
        if standing([*decisions, undoing]) == standing(decisions):
            raise OptionError(f"decision {undoing.undoes} is undone already")
