"""`python -m toc` is the command `toc`."""

from __future__ import annotations

from toc.cli import main

if __name__ == "__main__":
    main()
