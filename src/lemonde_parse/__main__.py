"""``python -m lemonde_parse PAGE``, and the command ``lemonde-parse``."""

import signal
import sys


def main() -> int:
    """Run the command, and return its exit status.

    While the command's modules are imported, an interrupt ends the process without a traceback.
    """
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:  # not if the caller ignores interrupts
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from lemonde_parse import command

    if handler is signal.default_int_handler:
        signal.signal(signal.SIGINT, handler)
    return command.main()


if __name__ == "__main__":
    sys.exit(main())
