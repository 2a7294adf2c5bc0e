"""How the tests reach the server under test.

BOLT_ADDRESS is the host and port of a server with an empty graph that may be written to,
BOLT_USERS that of one that knows the user kari with the password fjord.
"""

import os
import unittest

import neo4j

ADDRESS = os.environ["BOLT_ADDRESS"]
USERS = os.environ.get("BOLT_USERS")
IS_VERSION_6 = int(neo4j.__version__.split(".")[0]) >= 6


def connect(scheme="bolt", address=ADDRESS, auth=None, **settings):
    return neo4j.GraphDatabase.driver(f"{scheme}://{address}", auth=auth, **settings)


class ServerTest(unittest.TestCase):
    """A driver and an emptied graph for each test."""

    def setUp(self):
        self.driver = connect()
        self.addCleanup(self.driver.close)
        self.driver.execute_query("MATCH (n) DETACH DELETE n")

    def value(self, text, **parameters):
        """The only value of a query's only row."""
        with self.driver.session() as session:
            return session.run(text, parameters).single(strict=True)[0]
