"""`python -m quality`: the board."""

from __future__ import annotations

from quality.board.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
