"""`python -m headwater` is the command `headwater`."""

from headwater.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
