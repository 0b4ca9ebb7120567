"""The library as users get it (`headwater.Library`): its parts put together, and no logic of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from msgspec.structs import replace

from headwater.decisions import ONE_ORIGINAL, concerning, decisions_in, finding_named, standing
from headwater.errors import OptionError
from headwater.library import Counts, Query, Store, StoryRow
from headwater.monitor.adding import Adding
from headwater.monitor.analyses import kept_brief, key_of, packed
from headwater.monitor.deciding import decided
from headwater.monitor.excerpts import excerpt
from headwater.monitor.exporting import export_to
from headwater.monitor.gists import gist_of, make_up
from headwater.monitor.linking import linked_to
from headwater.monitor.listing import Filters, day_asked, listing_of, positive
from headwater.monitor.naming import article_called, story_called, words_called
from headwater.monitor.placing import Placer
from headwater.monitor.records import Addition, Found, LinkedStory, Repaired, ShownArticle, ShownStory
from headwater.monitor.repairing import repaired
from headwater.monitor.turns import Made, turn_of
from headwater.settings import Options, Settings, settings_from
from headwater.sources.inputs import FileInput
from headwater.types import Article, Brief, Collation, Decision, DecisionKind, Story

__all__ = ["Library"]

Progress = Callable[[str], None]


def _silence(_: str) -> None:
    """Tell nobody."""


class Library:
    """Articles, the stories they tell, briefs of them, and what a reader decided: in one file, or on a server.

        with headwater.Library("news.sqlite") as library:
            library.add(["monday.jsonl"])
            for story in library.stories(limit=5):
                print(story.title, library.brief(story.id).count_line)

    `where` is a path, which is made if there is nothing, or the address of a PostgreSQL server. `options` are the
    fields of `headwater.settings.Settings`; `settings` may be given in their place. Stories and articles are called by
    their ids or the beginning of one. Every method raises `errors.LibraryError` if the library cannot be used,
    `errors.NotInLibrary` for what it does not keep, `errors.OptionError` for what cannot be asked.
    """

    def __init__(
        self,
        where: str | Path,
        *,
        read_only: bool = False,
        settings: Settings | None = None,
        **options: Unpack[Options],
    ) -> None:
        self._settings = settings or settings_from(options)
        self._store = Store.open(where, read_only=read_only)
        self._placer = Placer()
        if not self._store.read_only:
            make_up(self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the library; nothing waits to be written."""
        self._store.close()

    @property
    def place(self) -> str:
        """What a reader would call the library: its path, or its address without the password."""
        return self._store.place

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written: it was opened so, or its file is so."""
        return self._store.read_only

    # --- adding ---------------------------------------------------------------------------------------------------

    def add(
        self,
        inputs: Sequence[str | Path | Article | FileInput],
        *,
        dry_run: bool = False,
        on_progress: Progress | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> Addition:
        """Add articles, each to its story; those that are kept already change nothing.

        `inputs` are files, folders, archives, feeds, addresses or `Article`s; a `FileInput` is a file under another
        name. They are kept some hundreds at a time, each time wholly or not at all, so that after an interruption the
        same can be added again. `stop` is asked between articles whether to end early. `dry_run` writes nothing.
        """
        if isinstance(inputs, (str, Path)):
            raise OptionError(f"inputs is one path; put it in a list: [{str(inputs)!r}]")
        adding = Adding(self._store, self._settings, on_progress or _silence, stop)
        return adding.looked_at(inputs) if dry_run else adding.done(inputs, self._placer)

    # --- asking ---------------------------------------------------------------------------------------------------

    def counts(self) -> Counts:
        """How many articles, stories and decisions are kept."""
        with self._store.reading() as view:
            return view.counts()

    def generation(self) -> int:
        """A number that whoever writes to the library raises, so that one who keeps what it said knows when to ask."""
        with self._store.reading() as view:
            return view.generation()

    def called(self, story: str) -> str:
        """The id of the one story whose id begins so; of one that was merged the story that it went into."""
        with self._store.reading() as view:
            return story_called(view, story)

    def stories(self, **filters: Unpack[Filters]) -> tuple[StoryRow, ...]:
        """The stories that the filters leave, the newest first; see `headwater.monitor.listing.Filters`."""
        with self._store.reading() as view:
            return view.stories(listing_of(filters, self._settings))

    def outlets(self) -> tuple[str, ...]:
        """The names of the outlets with the most articles, at most 200."""
        with self._store.reading() as view:
            return view.outlets()

    def places(self) -> tuple[str, ...]:
        """The names of the places, regions and countries where most stories that were read happened, at most 200."""
        with self._store.reading() as view:
            return view.places()

    def story(self, story: str, held: ShownStory | None = None) -> ShownStory:
        """One story with its articles, its log, what was decided on it, and its brief if it has a current one.

        `held` is the same story as it was shown before: where its brief is still the one, that is not read again.
        """
        with self._store.reading() as view:
            name = story_called(view, story)
            members, in_force = view.members(name), view.standing()
            made_of = key_of(members, in_force, self._settings)
            known = held.brief if held is not None and held.made_of == made_of else None
            return ShownStory(
                story=view.story(name),
                articles=view.kept(members),
                log=view.log(name),
                decisions=concerning(in_force, members),
                brief=known or kept_brief(view, name, self._settings),
                made_of=made_of,
                generation=view.generation(),
            )

    def article(self, article: str) -> ShownArticle:
        """One article with what it was read from, and the versions under its address (none where it has no address)."""
        with self._store.reading() as view:
            name = article_called(view, article)
            kept = view.kept([name])[0]
            url = kept.article.url
            return ShownArticle(kept, view.capture(name), view.versions(url.value) if url else ())

    def homes(self, articles: Iterable[str]) -> tuple[StoryRow, ...]:
        """The stories that these articles (by their whole ids) belong to, each once, in the order of the articles."""
        wanted = tuple(articles)
        with self._store.reading() as view:
            homes = view.homes(wanted)
            stories = dict.fromkeys(homes[article] for article in wanted if article in homes)
            return tuple(view.story(name) for name in stories)

    def affair(self, story: str) -> tuple[LinkedStory, ...]:
        """Other stories of the running affair that a story is a chapter of, the strongest link first."""
        with self._store.reading() as view:
            return linked_to(view, story_called(view, story))

    def search(
        self,
        words: str,
        *,
        since: str | None = None,
        until: str | None = None,
        outlet: str = "",
        limit: int = 20,
    ) -> tuple[Found, ...]:
        """The articles that the words find, the best first; `headwater.library.query` says how they are read."""
        query = Query(words, day_asked(since), day_asked(until), outlet, positive(limit))
        with self._store.reading() as view:
            hits = view.search(query)
            texts = view.articles(hit.article for hit in hits)
        return tuple(
            Found(hit, *excerpt(article, hit.passages), untold=article.published is None)
            for hit, article in zip(hits, texts, strict=True)
        )

    def brief(self, story: str, *, on_progress: Progress | None = None) -> Brief:
        """The brief of a story. One that was made before is given again unless the story or a decision on it changed.

        Raises `errors.ModelMissing` if the language model is not installed.
        """
        with self._store.reading() as view:
            name = story_called(view, story)
            kept = kept_brief(view, name, self._settings)
            if kept is not None:
                return kept
            articles, in_force = view.articles(view.members(name)), view.standing()
        ids = [one.id for one in articles]
        made = self._read(name, Made(articles, concerning(in_force, ids)), on_progress)
        if not self._store.read_only:
            key = key_of(ids, in_force, self._settings)
            with self._store.writing() as batch:
                batch.keep_analysis(name, key, packed(made), gist_of(made))
        return made

    def around(self, number: int, *, on_progress: Progress | None = None) -> tuple[Brief, Brief] | None:
        """The brief of a story as it is but for a decision of the log and all later ones, and as it is with that one.

        `headwater.decisions.changes` tells what it changed. None where the library keeps nothing of what it is about.
        """
        with self._store.reading() as view:
            turn = turn_of(view, number)
        if turn is None:
            return None
        before = self._read(turn.story, turn.before, on_progress)
        return before, self.brief(turn.story) if turn.latest else self._read(turn.story, turn.after, on_progress)

    def _read(self, story: str, made_of: Made, on_progress: Progress | None) -> Brief:
        """A brief of articles under decisions, which is not kept."""
        from headwater.pipeline import brief_of  # brings the models, which only whoever reads needs

        whole = Story(story, tuple(one.id for one in made_of.articles))
        return brief_of(made_of.articles, self._settings, made_of.decisions, whole, on_progress)

    def rehearse(self, story: str, *, on_progress: Progress | None = None) -> None:
        """Read a story's articles ahead: a brief that is asked for next finds the model and their sentences at hand."""
        from headwater.pipeline import read  # brings the models, which only whoever reads needs

        articles = [kept.article for kept in self.story(story).articles]
        for _ in read(articles, self._settings, on_progress):
            pass

    def compare(self, *articles: str, on_progress: Progress | None = None) -> Collation:
        """Two to four articles side by side, the first as the base, judged among the others of the first one's story.

        What the story's brief holds of them is taken from it. Raises `errors.OptionError` for fewer or more articles or
        one twice, `errors.ModelMissing` if the language model is not installed.
        """
        chosen = [self.article(name).kept for name in articles]
        if not chosen:
            raise OptionError("nothing to compare; name two to four articles")
        from headwater.monitor.comparing import collated  # brings the models, which only whoever reads needs

        return collated(chosen, self.story(chosen[0].story), self._settings, on_progress)

    # --- deciding -------------------------------------------------------------------------------------------------

    def merge(self, story: str, *others: str, note: str = "", by: str = "") -> tuple[Decision, ...]:
        """Decide that stories are one: a decision for each of the others, whose articles come into the first."""
        with self._store.writing() as batch:
            first, *rest = (story_called(batch, name) for name in (story, *others))
            sides = [(batch.members(first), batch.members(other)) for other in rest]
            if not rest or first in rest or len(set(rest)) < len(rest):
                raise OptionError("merge takes two stories or more, each once")
            together = (Decision(DecisionKind.TOGETHER, left, right, note=note, by=by) for left, right in sides)
            return tuple(decided(batch, decision) for decision in together)

    def split(self, story: str, *articles: str, note: str = "", by: str = "") -> Decision:
        """Decide that articles do not belong to a story: they become one of their own."""
        with self._store.writing() as batch:
            members = batch.members(story_called(batch, story))
            out = tuple(dict.fromkeys(article_called(batch, name) for name in articles))
            stay = tuple(one for one in members if one not in out)
            for name in out:
                if name not in members:
                    raise OptionError(f"{name} is no article of this story; headwater show lists them")
            if not out or not stay:
                raise OptionError("split takes some of a story's articles, and leaves some")
            return decided(batch, Decision(DecisionKind.APART, out, stay, note=note, by=by))

    def same_person(self, story: str, name: str, other: str, *, note: str = "", by: str = "") -> Decision:
        """Decide that two spellings in a story name one person."""
        return self._in_story(story, Decision(DecisionKind.SAME_PERSON, (name,), (other,), note=note, by=by))

    def different_people(self, story: str, name: str, other: str, *, note: str = "", by: str = "") -> Decision:
        """Decide that two names in a story are two people."""
        return self._in_story(story, Decision(DecisionKind.NOT_SAME_PERSON, (name,), (other,), note=note, by=by))

    def accept_figure(self, story: str, role: str, number: float | str, *, note: str = "", by: str = "") -> Decision:
        """Accept a figure of a story: `role` is what is counted, as its sheet of figures calls it ("killed")."""
        return self._in_story(story, Decision(DecisionKind.FIGURE, (role,), (), str(number), note=note, by=by))

    def not_a_copy(self, article: str, other: str, *, note: str = "", by: str = "") -> Decision:
        """Decide that neither of two articles took text from the other."""
        with self._store.writing() as batch:
            left, right = article_called(batch, article), article_called(batch, other)
            return decided(batch, Decision(DecisionKind.NOT_A_COPY, (left,), (right,), note=note, by=by))

    def is_a_copy(
        self, article: str, other: str, *, one_original: bool = False, note: str = "", by: str = ""
    ) -> Decision:
        """Decide that an article took its text from the other; or, with `one_original`, both from one not handed in."""
        with self._store.writing() as batch:
            left, right = article_called(batch, article), article_called(batch, other)
            value = ONE_ORIGINAL if one_original else ""
            return decided(batch, Decision(DecisionKind.COPY, (left,), (right,), value, note=note, by=by))

    def different_events(
        self, words: Sequence[str], others: Sequence[str], *, note: str = "", by: str = ""
    ) -> Decision:
        """Decide that what is said in some words is of another event than what is said in others.

        Words are named ARTICLE:START-END, with the offsets of their code points in the article.
        """
        with self._store.writing() as batch:
            left, right = (tuple(words_called(batch, name) for name in side) for side in (words, others))
            return decided(batch, Decision(DecisionKind.OTHER_EVENT, left, right, note=note, by=by))

    def accept(self, story: str, finding: str, *, note: str = "", by: str = "") -> Decision:
        """Accept a conflict, alteration or statement, by its id in the story's brief ("k1", "a3", "s12")."""
        return self._on_finding(DecisionKind.ACCEPTED, story, finding, note, by)

    def reject(self, story: str, finding: str, *, note: str = "", by: str = "") -> Decision:
        """Reject a conflict, alteration or statement, by its id in the story's brief: it is set aside, and told so."""
        return self._on_finding(DecisionKind.REJECTED, story, finding, note, by)

    def decide(self, decision: Decision, *, story: str = "") -> Decision:
        """Log a decision as it is, with whole ids, and carry it out; it is returned with its number and its time.

        With `story` it is one within that story.
        """
        fresh = replace(decision, number=0, made="")
        if story:
            return self._in_story(story, fresh)
        with self._store.writing() as batch:
            return decided(batch, fresh)

    def undo(self, number: int, *, note: str = "", by: str = "") -> Decision:
        """Decide that a decision no longer holds; the decision that says so, which can be undone in turn."""
        with self._store.writing() as batch:
            return decided(batch, Decision(DecisionKind.UNDO, undoes=number, note=note, by=by))

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision that was ever made, in order."""
        with self._store.reading() as view:
            return view.decisions()

    def standing(self) -> tuple[Decision, ...]:
        """The decisions that hold."""
        with self._store.reading() as view:
            return view.standing()

    def take_decisions(self, file: str | Path) -> tuple[Decision, ...]:
        """Take over the decisions that hold in a file of JSON Lines, but for those that hold here; those taken."""
        with self._store.writing() as batch:
            here = {_content(one) for one in batch.standing()}
            new = [one for one in standing(decisions_in(file)) if _content(one) not in here]
            return tuple(decided(batch, replace(one, number=0)) for one in new)

    def _on_finding(self, kind: DecisionKind, story: str, finding: str, note: str, by: str) -> Decision:
        """A decision on a finding of the brief as it stands, by the words of the finding: it outlives every number."""
        named = finding_named(self.brief(story), finding)
        return self._in_story(story, Decision(kind, named.words, value=named.value, note=note, by=by))

    def _in_story(self, story: str, decision: Decision) -> Decision:
        """A decision within a story, which one of its articles stands for: it outlives every re-grouping."""
        with self._store.writing() as batch:
            return decided(batch, replace(decision, story=batch.members(story_called(batch, story))[0]))

    # --- the rest -------------------------------------------------------------------------------------------------

    def repair(self, *, since: str | None = None, until: str | None = None) -> Repaired:
        """Look again at the stories, all or those that touch some days: merge what is one, split what is two."""
        return repaired(self._store, day_asked(since), day_asked(until))

    def export(self, target: str | Path, *, force: bool = False) -> tuple[tuple[Path, int], ...]:
        """Write articles, stories or decisions to a file named after them, or all to a folder.

        Each path that was written, with how many entries. The files are `articles.jsonl`, `articles.parquet`,
        `stories.jsonl`, `stories.csv` and `decisions.jsonl`. Nothing is written over unless `force`. Raises
        `errors.PartMissing` for Parquet without `headwater[parquet]`.
        """
        with self._store.reading() as view:
            return export_to(view, Path(target), force=force)


def _content(decision: Decision) -> Decision:
    """What a decision says, whoever said it, when, and at which place of whose log."""
    return replace(decision, number=0, made="", by="", note="")
