"""`headwater decide`: what a reader knows better than the analysis. Kept, and obeyed by every later brief."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from headwater.cli.output import print_out
from headwater.cli.shelf import By, LibraryFile, Note, StoryId, opened, tell_decided

__all__ = ["decide"]

decide = typer.Typer(name="decide", no_args_is_help=True, help="Decide what the analysis got wrong; every brief obeys.")

Name = Annotated[str, typer.Argument(metavar="NAME", help="A spelling of a name, as the articles have it.")]
OtherName = Annotated[str, typer.Argument(metavar="NAME", help="The other spelling.")]
ArticleId = Annotated[str, typer.Argument(metavar="ARTICLE", help="Id of an article, or its beginning.")]
OtherArticle = Annotated[str, typer.Argument(metavar="ARTICLE", help="The other article.")]
Role = Annotated[str, typer.Argument(metavar="ROLE", help="What is counted: killed, injured, arrested, ...")]
Number = Annotated[str, typer.Argument(metavar="NUMBER", help="The figure that you accept.")]
OneOriginal = Annotated[bool, typer.Option("--one-original", help="Both took it from a text that is not here.")]
Words = Annotated[str, typer.Argument(metavar="WORDS", help="ARTICLE:START-END, several parted by commas.")]
OtherWords = Annotated[str, typer.Argument(metavar="WORDS", help="The words that are of another event.")]
FindingId = Annotated[str, typer.Argument(metavar="FINDING", help="Its id in the brief's JSON: k1, a3, s12.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="Decisions as JSON Lines, as an export has them.")]


@decide.command("same-person")
def same_person(  # one parameter for each option, as typer wants it
    story: StoryId, name: Name, other: OtherName, note: Note = "", by: By = "", library: LibraryFile = None
) -> None:
    """Decide that two spellings in a story name one person."""
    with opened(library) as shelf:
        tell_decided(shelf.same_person(story, name, other, note=note, by=by))


@decide.command("different-people")
def different_people(
    story: StoryId, name: Name, other: OtherName, note: Note = "", by: By = "", library: LibraryFile = None
) -> None:
    """Decide that two names in a story are two people."""
    with opened(library) as shelf:
        tell_decided(shelf.different_people(story, name, other, note=note, by=by))


@decide.command("not-a-copy")
def not_a_copy(
    article: ArticleId, other: OtherArticle, note: Note = "", by: By = "", library: LibraryFile = None
) -> None:
    """Decide that neither of two articles took text from the other."""
    with opened(library) as shelf:
        tell_decided(shelf.not_a_copy(article, other, note=note, by=by))


@decide.command("copy")
def copy(  # one parameter for each option, as typer wants it
    article: ArticleId,
    other: OtherArticle,
    one_original: OneOriginal = False,
    note: Note = "",
    by: By = "",
    library: LibraryFile = None,
) -> None:
    """Decide that an article took its text from another, or both from one original."""
    with opened(library) as shelf:
        tell_decided(shelf.is_a_copy(article, other, one_original=one_original, note=note, by=by))


@decide.command("different-events")
def different_events(
    words: Words, others: OtherWords, note: Note = "", by: By = "", library: LibraryFile = None
) -> None:
    """Decide that words tell of another event than others do."""
    with opened(library) as shelf:
        tell_decided(shelf.different_events(words.split(","), others.split(","), note=note, by=by))


@decide.command("accept")
def accept(story: StoryId, finding: FindingId, note: Note = "", by: By = "", library: LibraryFile = None) -> None:
    """Accept a conflict, an alteration or a statement of a story's brief."""
    with opened(library) as shelf:
        tell_decided(shelf.accept(story, finding, note=note, by=by))


@decide.command("reject")
def reject(story: StoryId, finding: FindingId, note: Note = "", by: By = "", library: LibraryFile = None) -> None:
    """Reject a conflict, an alteration or a statement of a story's brief: it is set aside, and told so."""
    with opened(library) as shelf:
        tell_decided(shelf.reject(story, finding, note=note, by=by))


@decide.command("figure")
def figure(
    story: StoryId, role: Role, number: Number, note: Note = "", by: By = "", library: LibraryFile = None
) -> None:
    """Accept a figure of a story."""
    with opened(library) as shelf:
        tell_decided(shelf.accept_figure(story, role, number, note=note, by=by))


@decide.command("file")
def from_file(file: File, library: LibraryFile = None) -> None:
    """Take over decisions from another library; those that hold here already are passed over."""
    with opened(library) as shelf:
        taken = shelf.take_decisions(file)
    print_out(f"{len(taken)} decisions taken over")
