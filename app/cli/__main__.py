"""`python -m app.cli` is `quotewire`."""

from app.cli import main

main()
