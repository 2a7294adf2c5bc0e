#!/usr/bin/env python3
"""Times imports beside bare readers of the same files, and one question from a cold start.

    imports.py VEIVISER FOLDER --walk PROGRAM [--runs N]

Writes to FOLDER, where they are not there yet, a GraphML file of 100,000 nodes with three attributes
and 1,000,000 edges with one, and the same million relationships as N-Triples and Turtle. The bare
readers are libxml2's text reader (walk.c) and serdi, where it is installed; they write nothing.
"""
import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import time

NODES, EDGES = 100_000, 1_000_000


def write(folder):
    if os.path.exists(f"{folder}/graph.ttl"):
        return
    os.makedirs(folder, exist_ok=True)
    chance = random.Random(11)
    edges = [(chance.randrange(NODES), chance.randrange(NODES)) for _ in range(EDGES)]
    with open(f"{folder}/graph.graphml", "w") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                   '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for key, domain, name, kind in [("a", "node", "name", "string"),
                                        ("b", "node", "town", "string"),
                                        ("c", "node", "year", "int"),
                                        ("d", "edge", "share", "double")]:
            file.write(f'<key id="{key}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n')
        file.write('<graph edgedefault="directed">\n')
        file.writelines(
            f'<node id="n{i}"><data key="a">Number {i}</data><data key="b">Town {i % 300}</data>'
            f'<data key="c">{1900 + i % 120}</data></node>\n' for i in range(NODES))
        file.writelines(
            f'<edge source="n{a}" target="n{b}"><data key="d">{i % 1000 / 1000}</data></edge>\n'
            for i, (a, b) in enumerate(edges))
        file.write("</graph>\n</graphml>\n")
    with open(f"{folder}/graph.nt", "w") as file:
        file.writelines(f"<http://example.org/n/{a}> <http://example.org/knows> "
                        f"<http://example.org/n/{b}> .\n" for a, b in edges)
    with open(f"{folder}/graph.ttl", "w") as file:
        file.write("@prefix n: <http://example.org/n/> .\n@prefix e: <http://example.org/> .\n")
        file.writelines(f"n:{a} e:knows n:{b} .\n" for a, b in edges)


def seconds(command):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("veiviser")
    parser.add_argument("folder")
    parser.add_argument("--walk", required=True, help="walk.c, compiled")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    write(options.folder)
    kept = f"{options.folder}/kept.veiviser"
    serdi = shutil.which("serdi")
    print("| s | look only | keep in a file | bare reader |")
    print("|---|---|---|---|")
    for name in ["graph.graphml", "graph.nt", "graph.ttl"]:
        path = f"{options.folder}/{name}"
        bare = [options.walk, path] if name.endswith("graphml") else [serdi, path]
        commands = [[options.veiviser, "inspect", path],
                    [options.veiviser, "import", path, "--into", kept]]
        times = {index: [] for index in range(3)}
        for _ in range(options.runs):
            if os.path.exists(kept):
                os.remove(kept)
            for index, command in enumerate(commands + ([bare] if bare[0] else [])):
                times[index].append(seconds(command))
        cells = [f"{statistics.median(t):.2f}" if t else "" for t in times.values()]
        print(f"| {name} | " + " | ".join(cells) + " |")
    ask = [options.veiviser, "ask", "who assists with return"]
    cold = sorted(seconds(ask) for _ in range(20 * options.runs))
    print(f"\na question from a cold start: {1000 * statistics.median(cold):.1f} ms, "
          f"least {1000 * cold[0]:.1f} ms")
    os.remove(kept)


if __name__ == "__main__":
    main()
