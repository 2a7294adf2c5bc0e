#!/usr/bin/env python3
"""Adds and removes random relationships through Cypher and counts again, here and in DuckDB.

    edited.py VEIVISER FOLDER [--edits N] [--seed N]

FOLDER holds the LSQB network. It is imported into a graph file; each edit is a statement of its own,
so that the counts are taken on a base with changes over it. No loop and no second relationship of
one type between the same two nodes is added. DuckDB counts over tables with the same edits.
"""
import argparse
import csv
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

from lsqb import CYPHER, duckdb_session

KINDS = ["Person_knows_Person", "Person_likes_Post", "Person_likes_Comment", "Comment_hasTag_Tag",
         "Post_hasTag_Tag", "Person_hasInterest_Tag", "Forum_hasMember_Person",
         "Comment_replyOf_Post"]


def read(path):
    with open(path, newline="") as file:
        rows = csv.reader(file, delimiter="|")
        head = next(rows)
        return head, [tuple(row[:2]) for row in rows]


def identifiers(folder, label):
    with open(f"{folder}/{label}.csv", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return [row[0] for row in rows]


def edit(folder, count, dice):
    """Changes the relationship files of the folder; returns the statements that do the same."""
    statements = []
    for name in KINDS:
        source, kind, target = name.split("_")
        head, rows = read(f"{folder}/{name}.csv")
        sources, targets = identifiers(folder, source), identifiers(folder, target)
        present = set(rows)
        for _ in range(count):
            match = f"MATCH (a:{source} {{id: %s}}), (b:{target} {{id: %s}})"
            if dice.random() < 0.5 and rows:
                a, b = rows.pop(dice.randrange(len(rows)))
                present.discard((a, b))
                pattern = f"MATCH (a:{source} {{id: {a}}})-[r:{kind}]->(b:{target} {{id: {b}}})"
                statements.append(f"{pattern} DELETE r;")
                continue
            a, b = dice.choice(sources), dice.choice(targets)
            if a == b or (a, b) in present or (source == target and (b, a) in present):
                continue
            rows.append((a, b))
            present.add((a, b))
            statements.append(f"{match % (a, b)} CREATE (a)-[:{kind}]->(b);")
        with open(f"{folder}/{name}.csv", "w", newline="") as file:
            csv.writer(file, delimiter="|", lineterminator="\n").writerows([head] + rows)
    dice.shuffle(statements)
    return statements


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    return done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("veiviser")
    parser.add_argument("folder")
    parser.add_argument("--edits", type=int, default=10, help="of each type of relationship")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        graph, script, edited = f"{work}/graph", f"{work}/edits.cypher", f"{work}/edited"
        run([options.veiviser, "import", options.folder, "--into", graph, "--quiet"])
        shutil.copytree(options.folder, edited)
        statements = edit(edited, options.edits, random.Random(options.seed))
        with open(script, "w") as file:
            file.write("\n".join(statements))
        run([options.veiviser, "query", "--graph", graph, "--write", "--quiet", "-f", script])
        ours = [json.loads(run([options.veiviser, "query", "--graph", graph, "--format", "json",
                                text]))[0]["count"] for text in CYPHER]
        _, queries = duckdb_session(edited, 1)
        theirs = [query() for query in queries]
    differing = [q + 1 for q in range(9) if ours[q] != theirs[q]]
    print(f"{len(statements)} edits, counts " + " ".join(map(str, ours)))
    print("counts after edits: " + (f"DIFFER in {differing}" if differing else "all equal"))
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
