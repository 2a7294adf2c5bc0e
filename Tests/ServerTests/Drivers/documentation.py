"""Runs the Python of the documentation page on Bolt and compares what it prints.

A block of text right after a block of Python is what that prints. BOLT_ADDRESS is a server with
the built-in graph.
"""

import contextlib
import io
import os
import pathlib
import re
import unittest

PAGE = (pathlib.Path(__file__).parents[3]
        / "Sources/veiviser/Documentation.docc/Bolt.md")
BLOCK = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.M | re.S)


class Documentation(unittest.TestCase):
    def test_every_block(self):
        page = PAGE.read_text(encoding="utf-8")
        page = page.replace("127.0.0.1:7687", os.environ["BOLT_ADDRESS"])
        blocks = BLOCK.findall(page)
        self.assertGreater(len(blocks), 4)
        names = {"__name__": "notebook"}
        for code, wanted in blocks:
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                exec(compile(code, PAGE.name, "exec"), names)
            self.assertEqual(output.getvalue(), wanted)


if __name__ == "__main__":
    unittest.main()
