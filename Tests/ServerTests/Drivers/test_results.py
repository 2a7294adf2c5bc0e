import unittest

import neo4j
from neo4j import Result
from neo4j.exceptions import ResultNotSingleError
from neo4j.graph import Node, Path, Relationship

from server import IS_VERSION_6, ServerTest

GRAPH = """
CREATE (a:Agency:Body {name: 'Politiet', founded: date('1994-01-01')})
CREATE (b:Body {name: 'Kripos'})
CREATE (a)-[:LEADS {since: 2000}]->(b)
"""


class Graphs(ServerTest):
    def setUp(self):
        super().setUp()
        self.driver.execute_query(GRAPH)

    def test_nodes_and_relationships(self):
        with self.driver.session() as session:
            record = session.run(
                "MATCH (a:Agency)-[r]->(b) RETURN a, r, b, id(a) AS i, elementId(a) AS e,"
                " elementId(r) AS f").single()
        node, edge = record["a"], record["r"]
        self.assertIsInstance(node, Node)
        self.assertEqual(node.labels, {"Agency", "Body"})
        self.assertEqual(dict(node), {"name": "Politiet", "founded": neo4j.time.Date(1994, 1, 1)})
        self.assertEqual(node.element_id, record["e"])
        self.assertIsInstance(edge, Relationship)
        self.assertEqual(edge.type, "LEADS")
        self.assertEqual(dict(edge), {"since": 2000})
        self.assertEqual(edge.element_id, record["f"])
        self.assertEqual(edge.start_node, node)
        self.assertEqual(edge.end_node, record["b"])
        self.assertEqual(edge.end_node["name"], "Kripos")

    def test_paths_in_both_directions(self):
        for arrow, names in (("-[:LEADS]->", ["Politiet", "Kripos"]),
                             ("<-[:LEADS]-", ["Kripos", "Politiet"])):
            path = self.value(f"MATCH p = (){arrow}() RETURN p")
            self.assertIsInstance(path, Path)
            self.assertEqual([n["name"] for n in path.nodes], names)
            self.assertEqual(path.relationships[0].start_node["name"], "Politiet")

    def test_a_path_that_returns(self):
        self.driver.execute_query(
            "MATCH (a:Agency), (b:Body {name: 'Kripos'}) CREATE (b)-[:REPORTS_TO]->(a)")
        path = self.value("MATCH p = (a:Agency)-[:LEADS]->()-[:REPORTS_TO]->(a) RETURN p")
        self.assertEqual(len(path), 2)
        self.assertEqual(path.start_node, path.end_node)
        lonely = self.value("MATCH p = (:Agency) RETURN p")
        self.assertEqual(len(lonely), 0)

    def test_as_a_graph(self):
        with self.driver.session() as session:
            graph = session.run("MATCH p = ()-->() RETURN p").graph()
        self.assertEqual(len(graph.nodes), 2)
        self.assertEqual(len(graph.relationships), 1)
        graph = self.driver.execute_query(
            "MATCH (a)-[r]->(b) RETURN a, r, b", result_transformer_=Result.graph)
        self.assertEqual({n["name"] for n in graph.nodes}, {"Politiet", "Kripos"})

    def test_as_a_data_frame(self):
        frame = self.driver.execute_query(
            "MATCH (n:Body) RETURN n.name AS name, n.founded AS founded ORDER BY name",
            result_transformer_=Result.to_df)
        self.assertEqual(list(frame.columns), ["name", "founded"])
        self.assertEqual(list(frame["name"]), ["Kripos", "Politiet"])
        with self.driver.session() as session:
            wide = session.run("MATCH (n:Agency) RETURN n").to_df(expand=True, parse_dates=True)
        self.assertEqual(list(wide["n().prop.name"]), ["Politiet"])

    def test_data(self):
        records, _, _ = self.driver.execute_query("MATCH (a)-[r]->(b) RETURN a, r, b")
        self.assertEqual(
            records[0].data()["r"], ({"name": "Politiet", "founded": neo4j.time.Date(1994, 1, 1)},
                                     "LEADS", {"name": "Kripos"}))

    def test_what_was_deleted(self):
        with self.driver.session() as session:
            record = session.run(
                "CREATE (x:New {n: 1})-[r:GONE]->(y) DELETE r, x, y RETURN x, r").single()
        self.assertEqual(dict(record["x"]), {})
        self.assertEqual(dict(record["r"]), {})


class Rows(ServerTest):
    def test_ten_thousand_rows_in_pages(self):
        for size in (1, 7, 1000, 100_000, -1):
            count = 10_000 if size != 1 else 200
            with self.driver.session(fetch_size=size) as session:
                result = session.run("UNWIND range(1, $n) AS i RETURN i, 'row ' + i AS t", n=count)
                rows = [(record["i"], record["t"]) for record in result]
            self.assertEqual(rows, [(i, f"row {i}") for i in range(1, count + 1)])

    def test_a_result_that_is_left_early(self):
        with self.driver.session(fetch_size=10) as session:
            result = session.run("UNWIND range(1, 100000) AS i RETURN i")
            self.assertEqual(next(iter(result))["i"], 1)
            summary = result.consume()
            self.assertEqual(summary.query_type, "r")
            self.assertEqual(session.run("RETURN 2").single()[0], 2)

    def test_looking_without_taking(self):
        with self.driver.session() as session:
            result = session.run("UNWIND [1, 2, 3] AS x RETURN x")
            self.assertEqual(result.keys(), ["x"])
            self.assertEqual(result.peek()["x"], 1)
            self.assertEqual(result.fetch(2)[1]["x"], 2)
            self.assertEqual(result.value(), [3])
            with self.assertRaises(ResultNotSingleError):
                session.run("UNWIND [1, 2] AS x RETURN x").single(strict=True)

    def test_no_rows(self):
        records, summary, keys = self.driver.execute_query("MATCH (n) RETURN n AS node")
        self.assertEqual((records, keys), ([], ["node"]))
        self.assertGreaterEqual(summary.result_available_after, 0)
        self.assertGreaterEqual(summary.result_consumed_after, 0)
        self.assertEqual(summary.database, "neo4j")

    def test_a_large_value(self):
        size = 3_000_000
        self.assertEqual(len(self.value("RETURN $x", x="y" * size)), size)


class Summaries(ServerTest):
    def test_counters(self):
        def counters(text):
            return self.driver.execute_query(text).summary.counters

        made = counters("CREATE (:A {x: 1, y: 2})-[:R {z: 3}]->(:B)")
        self.assertEqual(
            (made.nodes_created, made.relationships_created, made.properties_set,
             made.labels_added), (2, 1, 3, 2))
        self.assertTrue(made.contains_updates)
        changed = counters("MATCH (a:A) SET a.x = 5 REMOVE a.y")
        self.assertEqual(changed.nodes_created, 0)
        self.assertEqual(changed.properties_set, 2)
        gone = counters("MATCH (n) DETACH DELETE n")
        self.assertEqual((gone.nodes_deleted, gone.relationships_deleted), (2, 1))
        self.assertFalse(counters("MATCH (n) RETURN n").contains_updates)

    def test_counters_of_each_statement_in_a_transaction(self):
        with self.driver.session() as session, session.begin_transaction() as tx:
            first = tx.run("CREATE (:A), (:A)").consume().counters
            second = tx.run("CREATE (:A)").consume().counters
            third = tx.run("MATCH (a:A) DELETE a").consume().counters
            tx.commit()
        self.assertEqual((first.nodes_created, second.nodes_created), (2, 1))
        self.assertEqual((third.nodes_created, third.nodes_deleted), (0, 3))

    def test_query_types(self):
        for text, kind in (("RETURN 1", "r"), ("CREATE ()", "w"), ("CREATE (n) RETURN n", "rw")):
            self.assertEqual(self.driver.execute_query(text).summary.query_type, kind)

    def test_plan(self):
        summary = self.driver.execute_query("EXPLAIN MATCH (n:Body) RETURN n.name").summary
        self.assertIn("operatorType", summary.plan)
        self.assertIsNone(summary.profile)
        self.assertEqual(self.value("MATCH (n) RETURN count(n)"), 0)

    def test_profile(self):
        self.driver.execute_query("CREATE (:Body), (:Body)")
        records, summary, _ = self.driver.execute_query("PROFILE MATCH (n:Body) RETURN n")
        self.assertEqual(len(records), 2)
        self.assertEqual(summary.profile["rows"], 2)
        self.assertTrue(summary.profile["children"])

    def test_notifications(self):
        def notes(driver_session):
            summary = driver_session.run("MATCH (n:Perzon) RETURN n").consume()
            return summary.notifications or []

        self.driver.execute_query("CREATE (:Person)")
        with self.driver.session() as session:
            note = notes(session)[0]
        self.assertEqual(note["severity"], "WARNING")
        self.assertIn("UnknownLabel", note["code"])
        self.assertIn("Perzon", note["description"])
        self.assertEqual(note["position"]["line"], 1)
        with self.driver.session(notifications_min_severity="OFF") as session:
            self.assertEqual(notes(session), [])


if IS_VERSION_6:

    class Statuses(ServerTest):
        def test_statuses(self):
            summary = self.driver.execute_query("RETURN 1").summary
            self.assertTrue(summary.gql_status_objects)
