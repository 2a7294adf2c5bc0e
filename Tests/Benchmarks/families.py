#!/usr/bin/env python3
"""Times one query of each family here and in the peers that can run it, and prints a table.

    families.py VEIVISER FOLDER [--runs N] [--only NAME,…]

Writes the data to FOLDER where it is not there yet: 100,000 persons who know ten others each, and
a million events with a kind, a number, a score and a text. The peers are DuckDB (joins and
recursion where it has them), Ladybug and networkx (paths only).
"""
import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

PERSONS, FRIENDS, EVENTS = 100_000, 10, 1_000_000

# Name, Cypher (also for Ladybug where it understands it), SQL or None, Ladybug's text or None.
FAMILIES = [
    ("look-up by id", "MATCH (p:Person {id: 4711}) RETURN p.name",
     "SELECT name FROM Person WHERE id = 4711", "="),
    ("one step", "MATCH (p:Person {id: 4711})-[:KNOWS]->(q:Person) RETURN q.id, q.name, q.age",
     "SELECT q.id, q.name, q.age FROM KNOWS k JOIN Person q ON q.id = k.t WHERE k.f = 4711", "="),
    ("two steps", "MATCH (p:Person {id: 4711})-[:KNOWS]->(:Person)-[:KNOWS]->(q:Person) "
     "RETURN q.id, q.name, q.age",
     "SELECT q.id, q.name, q.age FROM KNOWS a JOIN KNOWS b ON b.f = a.t JOIN Person q "
     "ON q.id = b.t WHERE a.f = 4711", "="),
    ("all friends' names", "MATCH (p:Person)-[:KNOWS]->(q:Person) WHERE p.age = 30 "
     "RETURN p.name, q.name",
     "SELECT p.name, q.name FROM Person p JOIN KNOWS k ON k.f = p.id JOIN Person q ON q.id = k.t "
     "WHERE p.age = 30", "="),
    ("within four steps",
     "MATCH (p:Person {id: 4711})-[:KNOWS*1..4]->(q:Person) RETURN count(DISTINCT q) AS n",
     "WITH RECURSIVE r(node, depth) AS (SELECT t, 1 FROM KNOWS WHERE f = 4711 UNION "
     "SELECT t, depth + 1 FROM r JOIN KNOWS ON f = node WHERE depth < 4) "
     "SELECT count(DISTINCT node) FROM r", "="),
    ("everyone reached",
     "MATCH (p:Person {id: 4711})-[:KNOWS*]->(q:Person) RETURN count(DISTINCT q) AS n",
     "WITH RECURSIVE r(node) AS (SELECT t FROM KNOWS WHERE f = 4711 UNION "
     "SELECT t FROM r JOIN KNOWS ON f = node) SELECT count(*) FROM r", None),
    ("shortest path", "MATCH p = ANY SHORTEST (a:Person {id: 1})-[:KNOWS]->+(b:Person {id: 99998}) "
     "RETURN length(p) AS n", None,
     "MATCH p = (a:Person {id: 1})-[:KNOWS* SHORTEST 1..30]->(b:Person {id: 99998}) "
     "RETURN length(p)"),
    ("group a million", "MATCH (e:Event) RETURN e.kind AS kind, count(*) AS n, avg(e.number) AS mean",
     "SELECT kind, count(*), avg(number) FROM Event GROUP BY kind", "="),
    ("group by number", "MATCH (e:Event) RETURN e.number % 1000 AS k, sum(e.score) AS s",
     "SELECT number % 1000, sum(score) FROM Event GROUP BY 1", "="),
    ("sort a million",
     "MATCH (e:Event) WITH e.score AS s ORDER BY s SKIP 999990 RETURN s",
     "SELECT score FROM Event ORDER BY score OFFSET 999990",
     "MATCH (e:Event) RETURN e.score AS s ORDER BY s SKIP 999990"),
    ("sort by text",
     "MATCH (e:Event) WITH e.text AS t ORDER BY t SKIP 999990 RETURN t",
     "SELECT text FROM Event ORDER BY text OFFSET 999990",
     "MATCH (e:Event) RETURN e.text AS t ORDER BY t SKIP 999990"),
    ("ten largest", "MATCH (e:Event) RETURN e.id, e.score ORDER BY e.score DESC LIMIT 10",
     "SELECT id, score FROM Event ORDER BY score DESC LIMIT 10", "="),
    ("text contains", "MATCH (e:Event) WHERE e.text CONTAINS 'zqx' RETURN count(*) AS n",
     "SELECT count(*) FROM Event WHERE contains(text, 'zqx')", "="),
    ("text starts with", "MATCH (e:Event) WHERE e.text STARTS WITH 'ab' RETURN count(*) AS n",
     "SELECT count(*) FROM Event WHERE starts_with(text, 'ab')", "="),
    ("text equals", "MATCH (e:Event) WHERE e.kind = 'kind 17' RETURN count(*) AS n",
     "SELECT count(*) FROM Event WHERE kind = 'kind 17'", "="),
    ("number between", "MATCH (e:Event) WHERE 1000 <= e.number AND e.number < 5000 "
     "RETURN sum(e.score) AS s",
     "SELECT sum(score) FROM Event WHERE 1000 <= number AND number < 5000", "="),
]


def write(folder):
    if os.path.exists(f"{folder}/Event.csv"):
        return
    os.makedirs(folder, exist_ok=True)
    chance = random.Random(7)
    letters = "abcdefghijklmnopqrstuvwxyz"
    with open(f"{folder}/Person.csv", "w") as file:
        file.write("id:ID(Person)|name:string|age:int\n")
        file.writelines(f"{i}|Person {i}|{chance.randrange(18, 90)}\n" for i in range(PERSONS))
    with open(f"{folder}/Person_KNOWS_Person.csv", "w") as file:
        file.write(":START_ID(Person)|:END_ID(Person)\n")
        for i in range(PERSONS):
            for j in sorted({chance.randrange(PERSONS) for _ in range(FRIENDS)} - {i}):
                file.write(f"{i}|{j}\n")
    with open(f"{folder}/Event.csv", "w") as file:
        file.write("id:ID(Event)|kind:string|number:int|score:float|text:string\n")
        for i in range(EVENTS):
            text = "".join(chance.choices(letters, k=12))
            file.write(f"{PERSONS + i}|kind {chance.randrange(50)}|{chance.randrange(100_000)}|"
                       f"{chance.random():.9f}|{text}\n")


def timed(run, runs):
    """The median after one run that does not count, and what came out."""
    result = run()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        result = run()
        times.append(time.perf_counter() - start)
    return statistics.median(times), result


def duckdb_side(folder, runs, wanted):
    import duckdb
    connection = duckdb.connect(":memory:")
    connection.execute("SET threads = 1")
    for name, columns in [
            ("Person", "{'id': 'INTEGER', 'name': 'VARCHAR', 'age': 'INTEGER'}"),
            ("KNOWS", "{'f': 'INTEGER', 't': 'INTEGER'}"),
            ("Event", "{'id': 'INTEGER', 'kind': 'VARCHAR', 'number': 'BIGINT', "
                      "'score': 'DOUBLE', 'text': 'VARCHAR'}")]:
        file = "Person_KNOWS_Person" if name == "KNOWS" else name
        connection.execute(f"CREATE TABLE {name} AS FROM read_csv('{folder}/{file}.csv', "
                           f"header = true, delim = '|', columns = {columns})")
    connection.execute("CREATE INDEX person ON Person(id)")
    connection.execute("CREATE INDEX knows ON KNOWS(f)")
    return {name: timed(lambda: connection.execute(sql).fetchall(), runs)[0]
            for name, _, sql, _ in wanted if sql}


def ladybug_side(folder, runs, wanted):
    import ladybug
    database = ladybug.Database(f"{tempfile.mkdtemp()}/db")
    connection = ladybug.Connection(database, num_threads=1)
    connection.execute("CREATE NODE TABLE Person(id INT64 PRIMARY KEY, name STRING, age INT64)")
    connection.execute("CREATE NODE TABLE Event(id INT64 PRIMARY KEY, kind STRING, number INT64, "
                       "score DOUBLE, text STRING)")
    connection.execute("CREATE REL TABLE KNOWS(FROM Person TO Person)")
    for table, file in [("Person", "Person"), ("Event", "Event"), ("KNOWS", "Person_KNOWS_Person")]:
        connection.execute(f"COPY {table} FROM '{folder}/{file}.csv' (HEADER=true, DELIM='|')")
    times = {}
    for name, cypher, _, own in wanted:
        if own is None:
            continue
        text = cypher if own == "=" else own
        try:
            times[name] = timed(lambda: connection.execute(text).get_all(), runs)[0]
        except RuntimeError:
            times[name] = None
    return times


def networkx_side(folder, runs, wanted):
    import networkx
    graph = networkx.DiGraph()
    with open(f"{folder}/Person_KNOWS_Person.csv") as file:
        next(file)
        graph.add_edges_from(tuple(map(int, line.split("|"))) for line in file)
    runnable = {
        "everyone reached": lambda: len(networkx.descendants(graph, 4711)),
        "within four steps": lambda: len(
            networkx.single_source_shortest_path_length(graph, 4711, cutoff=4)),
        "shortest path": lambda: networkx.bidirectional_shortest_path(graph, 1, 99998),
    }
    return {name: timed(runnable[name], runs)[0] for name, *_ in wanted if name in runnable}


PEERS = {"duckdb": duckdb_side, "ladybug": ladybug_side, "networkx": networkx_side}


def veiviser_side(program, folder, runs, wanted):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.writelines(f"{cypher}\n" for _, cypher, _, _ in wanted)
        file.flush()
        done = subprocess.run([program, "bench", "lsqb", folder, "--runs", str(runs),
                               "--queries", file.name], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    found = json.loads(done.stdout)
    print(f"bytes a node {found.get('bytes_per_node')}, a relationship "
          f"{found.get('bytes_per_relationship')}; load {found['load_s']:.2f} s")
    return {name: found["queries"][str(number)].get("median_s")
            for number, (name, *_) in enumerate(wanted, 1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("veiviser")
    parser.add_argument("folder")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="")
    parser.add_argument("--peer", choices=PEERS)
    options = parser.parse_args()
    write(options.folder)
    names = [name for name in options.only.split(",") if name]
    wanted = [family for family in FAMILIES if not names or family[0] in names]
    if options.peer:
        print(json.dumps(PEERS[options.peer](options.folder, options.runs, wanted)))
        return
    sides = {"veiviser": veiviser_side(options.veiviser, options.folder, options.runs, wanted)}
    for peer in PEERS:
        command = [sys.executable, os.path.abspath(__file__), options.veiviser, options.folder,
                   "--runs", str(options.runs), "--only", options.only, "--peer", peer]
        done = subprocess.run(command, capture_output=True, text=True)
        sides[peer] = json.loads(done.stdout) if done.returncode == 0 else {}
        if done.returncode != 0:
            print(f"{peer}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
    print("| ms | " + " | ".join(sides) + " |")
    print("|---" * (len(sides) + 1) + "|")
    for name, *_ in wanted:
        cells = [sides[side].get(name) for side in sides]
        print(f"| {name} | " + " | ".join("" if t is None else f"{1000 * t:.3g}" for t in cells)
              + " |")


if __name__ == "__main__":
    main()
