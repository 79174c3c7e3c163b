"""``python -m lemonde_parse PAGE``, and the command ``lemonde-parse``."""

import signal
import sys


def main() -> int:
    """Run the command; return its exit status.

    Loading its modules takes some tenths of a second. An interrupt in that time ends the process at
    once, as it ends programs that do not handle it.
    """
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:  # otherwise the caller ignores interrupts
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from lemonde_parse import cli

    if handler is signal.default_int_handler:
        signal.signal(signal.SIGINT, handler)
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
