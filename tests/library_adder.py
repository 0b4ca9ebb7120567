"""A process that adds articles to a library until it is killed; it writes a number for each batch that is committed.

`python library_adder.py WHERE NAME FIRST BATCHES`: batches of four articles of an outlet of this name, in stories.
"""

from __future__ import annotations

import sys

from library_fixtures import incoming

from headwater.library import Placing, Store

__all__ = ["A_BATCH", "main", "words"]

A_BATCH = 4


def words(outlet: str, number: int) -> str:
    """The text of an article: long enough that writing it takes a moment."""
    return f"Report {number} of {outlet} on the levee. " + f"The water rose by {number} centimetres. " * 40


def main(where: str, outlet: str, first: int, batches: int) -> None:
    """Add so many batches from the number `first` on."""
    with Store.open(where) as store:
        print("open", flush=True)  # noqa: T201  # what the test waits for
        for number in range(first, first + batches):
            with store.writing() as batch:
                added = batch.add(
                    incoming(words(outlet, number * A_BATCH + n), outlet=outlet, day=number) for n in range(A_BATCH)
                )
                batch.place(Placing(each.article, f"story-{number % 7}") for each in added)
            print(number, flush=True)  # noqa: T201  # committed


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
