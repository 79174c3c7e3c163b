"""``python -m lemonde_parse PAGE``."""

import sys

from lemonde_parse.cli import main

if __name__ == "__main__":
    sys.exit(main())
