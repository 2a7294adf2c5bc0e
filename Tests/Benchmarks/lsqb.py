#!/usr/bin/env python3
"""Times the nine LSQB queries here and in two peers, in turns, and prints a table.

    lsqb.py VEIVISER FOLDER [--rounds N] [--runs N] [--threads N] [--limit PROGRAM] [--json FILE]

The peers are DuckDB and Ladybug, from PyPI. In each round every side loads the folder and runs each
query `--runs` times after one run that does not count; a round gives the median, the table the
median over the rounds. `--limit` names a program that prints the same JSON (limit.cpp).
"""
import argparse
import json
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

CYPHER = [
    "MATCH (:Country)<-[:isPartOf]-(:City)<-[:isLocatedIn]-(:Person)<-[:hasMember]-(:Forum)"
    "-[:containerOf]->(:Post)<-[:replyOf]-(:Comment)-[:hasTag]->(:Tag)-[:hasType]->(:TagClass) "
    "RETURN count(*) AS count",
    "MATCH (person1:Person)-[:knows]-(person2:Person), (person1)<-[:hasCreator]-(comment:Comment)"
    "-[:replyOf]->(post:Post)-[:hasCreator]->(person2) RETURN count(*) AS count",
    "MATCH (country:Country) "
    "MATCH (person1:Person)-[:isLocatedIn]->(city1:City)-[:isPartOf]->(country) "
    "MATCH (person2:Person)-[:isLocatedIn]->(city2:City)-[:isPartOf]->(country) "
    "MATCH (person3:Person)-[:isLocatedIn]->(city3:City)-[:isPartOf]->(country) "
    "MATCH (person1)-[:knows]-(person2)-[:knows]-(person3)-[:knows]-(person1) "
    "RETURN count(*) AS count",
    "MATCH (:Tag)<-[:hasTag]-(message:Post|Comment)-[:hasCreator]->(creator:Person), "
    "(message)<-[:likes]-(liker:Person), (message)<-[:replyOf]-(comment:Comment) "
    "RETURN count(*) AS count",
    "MATCH (tag1:Tag)<-[:hasTag]-(message:Post|Comment)<-[:replyOf]-(comment:Comment)"
    "-[:hasTag]->(tag2:Tag) WHERE id(tag1) <> id(tag2) RETURN count(*) AS count",
    "MATCH (person1:Person)-[:knows]-(person2:Person)-[:knows]-(person3:Person)"
    "-[:hasInterest]->(tag:Tag) WHERE id(person1) <> id(person3) RETURN count(*) AS count",
    "MATCH (:Tag)<-[:hasTag]-(message:Post|Comment)-[:hasCreator]->(creator:Person) "
    "OPTIONAL MATCH (message)<-[:likes]-(liker:Person) "
    "OPTIONAL MATCH (message)<-[:replyOf]-(comment:Comment) RETURN count(*) AS count",
    "MATCH (tag1:Tag)<-[:hasTag]-(message:Post|Comment)<-[:replyOf]-(comment:Comment)"
    "-[:hasTag]->(tag2:Tag) WHERE NOT EXISTS { MATCH (comment)-[:hasTag]->(tag1) } "
    "AND id(tag1) <> id(tag2) RETURN count(*) AS count",
    "MATCH (person1:Person)-[:knows]-(person2:Person)-[:knows]-(person3:Person)"
    "-[:hasInterest]->(tag:Tag) WHERE NOT EXISTS { MATCH (person1)-[:knows]-(person3) } "
    "AND id(person1) <> id(person3) RETURN count(*) AS count",
]

# The same as joins. Tables have the columns f (from) and t (to); both_* are unions made at load.
SQL = [
    "FROM City_isPartOf_Country land, Person_isLocatedIn_City home, Forum_hasMember_Person member, "
    "Forum_containerOf_Post post, Comment_replyOf_Post reply, Comment_hasTag_Tag tag, "
    "Tag_hasType_TagClass kind WHERE home.t = land.f AND member.t = home.f AND post.f = member.f "
    "AND reply.t = post.t AND tag.f = reply.f AND kind.f = tag.t",
    "FROM both_knows k, Comment_hasCreator_Person author, Comment_replyOf_Post reply, "
    "Post_hasCreator_Person poster WHERE author.t = k.f AND reply.f = author.f "
    "AND poster.f = reply.t AND poster.t = k.t",
    "FROM both_knows ab, both_knows bc, both_knows ca, Person_isLocatedIn_City a, "
    "Person_isLocatedIn_City b, Person_isLocatedIn_City c, City_isPartOf_Country la, "
    "City_isPartOf_Country lb, City_isPartOf_Country lc WHERE bc.f = ab.t AND ca.f = bc.t "
    "AND ca.t = ab.f AND a.f = ab.f AND b.f = bc.f AND c.f = ca.f AND la.f = a.t AND lb.f = b.t "
    "AND lc.f = c.t AND lb.t = la.t AND lc.t = la.t",
    "FROM both_hasTag tag, both_hasCreator author, both_likes liked, both_replyOf reply "
    "WHERE author.f = tag.f AND liked.t = tag.f AND reply.t = tag.f",
    "FROM both_hasTag one, both_replyOf reply, Comment_hasTag_Tag other "
    "WHERE reply.t = one.f AND other.f = reply.f AND one.t <> other.t",
    "FROM both_knows ab, both_knows bc, Person_hasInterest_Tag tag "
    "WHERE bc.f = ab.t AND bc.t <> ab.f AND tag.f = bc.t",
    "FROM both_hasTag tag JOIN both_hasCreator author ON author.f = tag.f "
    "LEFT JOIN both_likes liked ON liked.t = tag.f LEFT JOIN both_replyOf reply ON reply.t = tag.f",
    "FROM both_hasTag one JOIN both_replyOf reply ON reply.t = one.f "
    "JOIN Comment_hasTag_Tag other ON other.f = reply.f AND other.t <> one.t "
    "ANTI JOIN Comment_hasTag_Tag same ON same.f = reply.f AND same.t = one.t",
    "FROM (SELECT ab.f AS a, bc.t AS c FROM both_knows ab JOIN both_knows bc ON bc.f = ab.t "
    "AND bc.t <> ab.f) two ANTI JOIN both_knows near ON near.f = two.a AND near.t = two.c "
    "JOIN Person_hasInterest_Tag tag ON tag.f = two.c",
]

UNIONS = {
    "both_knows": ("SELECT f, t FROM Person_knows_Person", "SELECT t, f FROM Person_knows_Person"),
    "both_hasTag": ("SELECT f, t FROM Post_hasTag_Tag", "SELECT f, t FROM Comment_hasTag_Tag"),
    "both_hasCreator": ("SELECT f, t FROM Post_hasCreator_Person",
                        "SELECT f, t FROM Comment_hasCreator_Person"),
    "both_replyOf": ("SELECT f, t FROM Comment_replyOf_Post",
                     "SELECT f, t FROM Comment_replyOf_Comment"),
    "both_likes": ("SELECT f, t FROM Person_likes_Post", "SELECT f, t FROM Person_likes_Comment"),
}


def files(folder):
    return sorted(name[:-4] for name in os.listdir(folder) if name.endswith(".csv"))


def duckdb_session(folder, threads):
    import duckdb
    connection = duckdb.connect(":memory:")
    connection.execute(f"SET threads = {threads}")
    start = time.perf_counter()
    for name in files(folder):
        columns = "{'f': 'INTEGER', 't': 'INTEGER'}" if "_" in name else "{'id': 'INTEGER'}"
        connection.execute(
            f"CREATE TABLE {name} AS FROM read_csv('{folder}/{name}.csv', header = true, "
            f"delim = '|', columns = {columns})")
    load = time.perf_counter() - start
    for name, (first, second) in UNIONS.items():
        connection.execute(f"CREATE TABLE {name} AS {first} UNION ALL {second}")
    texts = [f"SELECT count(*) {text}" for text in SQL]
    return load, [lambda text=text: connection.execute(text).fetchone()[0] for text in texts]


def ladybug_session(folder, threads):
    import ladybug
    home = tempfile.mkdtemp()
    database = ladybug.Database(f"{home}/db")
    connection = ladybug.Connection(database, num_threads=threads)
    start = time.perf_counter()
    kinds = {}
    for name in files(folder):
        if "_" in name:
            source, kind, target = name.split("_")
            kinds.setdefault(kind, []).append((source, target))
        else:
            connection.execute(f"CREATE NODE TABLE {name}(id INT64 PRIMARY KEY)")
            connection.execute(f"COPY {name} FROM '{folder}/{name}.csv' (HEADER=true)")
    for kind, ends in kinds.items():
        tables = ", ".join(f"FROM {source} TO {target}" for source, target in ends)
        connection.execute(f"CREATE REL TABLE {kind}({tables})")
        for source, target in ends:
            which = f", FROM='{source}', TO='{target}'" if len(ends) > 1 else ""
            connection.execute(
                f"COPY {kind} FROM '{folder}/{source}_{kind}_{target}.csv' "
                f"(HEADER=true, DELIM='|'{which})")
    load = time.perf_counter() - start
    return load, [lambda text=text: connection.execute(text).get_next()[0] for text in CYPHER]


def run_peer(name, folder, threads, runs):
    """Runs in a process of its own, so that its memory is its own."""
    make = {"duckdb": duckdb_session, "ladybug": ladybug_session}[name]
    load, queries = make(folder, threads)
    result = {"load_s": load, "queries": {}}
    for number, query in enumerate(queries, 1):
        times = []
        for _ in range(runs + 1):
            start = time.perf_counter()
            count = query()
            times.append(time.perf_counter() - start)
        result["queries"][str(number)] = {
            "count": count, "median_s": statistics.median(times[1:])}
    result["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(result))


def measure(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    result = json.loads(done.stdout)
    for query in result["queries"].values():
        if "median_us" in query:
            query["median_s"] = query["median_us"] / 1e6
    return result


def geometric_mean(numbers):
    return math.exp(sum(math.log(number) for number in numbers) / len(numbers))


def report(results, options):
    """The table, and the ratios that matter."""
    times = {side: [statistics.median(r["queries"][str(q)]["median_s"] for r in rounds)
                    for q in range(1, 10)] for side, rounds in results.items()}
    loads = {side: statistics.median(r["load_s"] for r in rounds)
             for side, rounds in results.items()}
    peaks = {side: max(r["peak_mb"] for r in rounds) for side, rounds in results.items()}
    print("| ms | " + " | ".join(str(q) for q in range(1, 10)) + " | load s | peak MB |")
    print("|---" * 12 + "|")
    for side in results:
        cells = [f"{1000 * t:.3g}" for t in times[side]]
        print(f"| {side} | " + " | ".join(cells) + f" | {loads[side]:.2f} | {peaks[side]} |")
    ours = times["veiviser"]
    best = [min(a, b) for a, b in zip(times["duckdb"], times["ladybug"])]
    ratios = [a / b for a, b in zip(ours, best)]
    print("| to the better peer | " + " | ".join(f"{r:.3f}" for r in ratios) + " | | |")
    print(f"\nto the better peer: geometric mean {geometric_mean(ratios):.3f}, "
          f"largest {max(ratios):.3f}")
    if "limit" in times:
        ratios = [a / max(b, 1e-4) for a, b in zip(ours, times["limit"])]
        print("to the limit (at least 0.1 ms): " + " ".join(f"{r:.2f}" for r in ratios)
              + f", geometric mean {geometric_mean(ratios):.2f}")
    differing = [q for q in range(1, 10) if len(
        {r["queries"][str(q)]["count"] for rounds in results.values() for r in rounds}) > 1]
    print("counts: " + (f"DIFFER in {differing}" if differing else "all equal"))
    if options.json:
        with open(options.json, "w") as file:
            json.dump({"times": times, "load": loads, "peak": peaks}, file)
    return not differing


def main():
    if len(sys.argv) > 1 and sys.argv[1] == "--peer":
        return run_peer(sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("veiviser")
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--limit")
    parser.add_argument("--json")
    options = parser.parse_args()
    threads, runs = str(options.threads), str(options.runs)
    peer = [sys.executable, os.path.abspath(__file__), "--peer"]
    sides = {
        "veiviser": [options.veiviser, "bench", "lsqb", options.folder, "--threads", threads,
                     "--runs", runs],
        "duckdb": peer + ["duckdb", options.folder, threads, runs],
        "ladybug": peer + ["ladybug", options.folder, threads, runs],
    }
    if options.limit:
        sides["limit"] = [options.limit, options.folder, runs]
    results = {side: [] for side in sides}
    for _ in range(options.rounds):
        for side, command in sides.items():
            results[side].append(measure(command))
    return 0 if report(results, options) else 1


if __name__ == "__main__":
    sys.exit(main())
