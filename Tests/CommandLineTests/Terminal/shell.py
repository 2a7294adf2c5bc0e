"""Types into `veiviser shell` on a terminal of its own: `shell.py PROGRAM FOLDER`.

Ends with 0 where everything it waits for comes; else says what it waited for and what came.
"""

import os
import pty
import re
import select
import stat
import sys
import time

program, home = sys.argv[1:]
environment = dict(os.environ, TERM="xterm", HOME=home, COLUMNS="100", LINES="30")
child, terminal = pty.fork()
if child == 0:
    os.execve(program, [program, "shell"], environment)

seen = ""


def expect(pattern, seconds=60):
    """Waits for something after all that was waited for before."""
    global seen
    end = time.time() + seconds
    while not (found := re.search(pattern, seen)):
        ready, _, _ = select.select([terminal], [], [], 0.2)
        if ready:
            try:
                seen += os.read(terminal, 65536).decode("utf-8", "replace")
            except OSError:
                sys.exit(f"the shell ended before {pattern!r}: {seen!r}")
        elif time.time() > end:
            sys.exit(f"no {pattern!r} in {seen!r}")
    seen = seen[found.end():]


def type_in(text):
    os.write(terminal, text.encode())


expect("veiviser> ")
type_in("MATCH (n:Sta\t")
expect("Stage|ge")
type_in(") RETURN n.name\n")  # the statement goes on
expect("…> ")
type_in("LIMIT 0;\n")
expect(r"\(0 rows\)")
type_in("MATCH (n:Actr) RETURN n;\n")
expect("did you mean 'Actor'")
type_in(":params x=3\n")
expect("veiviser> ")
type_in("RETURN $x + 1 AS y;\n")
expect(r"\b4\b")
type_in("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(b + a);\n")
time.sleep(0.5)
type_in("\x03")  # ends the query, not the shell
expect("Cancelled")
type_in("RETURN 40 + 2 AS z;\n")
expect(r"\b42\b")
type_in("\x1b[A\n")  # the line before, again
expect(r"\b42\b")
type_in("not finished\x03")  # the line is dropped
expect("veiviser> ")
type_in(":quit\n")
_, status = os.waitpid(child, 0)
if status != 0:
    sys.exit(f"the shell ended with {status}")
history = os.path.join(home, ".veiviser_history")
if stat.S_IMODE(os.stat(history).st_mode) != 0o600:
    sys.exit("others can read the history")
