#!/usr/bin/env python3
"""Times the LSQB queries written in other ways: nothing may hang on how a query is written.

    variants.py VEIVISER FOLDER [--runs N]

The same query with other names, with its paths turned round, and with a condition that always holds;
and with two threads instead of one.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile

from lsqb import CYPHER


def renamed(text):
    """Every variable has another name."""
    names = set(re.findall(r"\((\w+)[:)]", text))
    for number, name in enumerate(sorted(names, key=len, reverse=True)):
        text = re.sub(rf"\b{name}\b(?![|]|\()", f"x{number}", text)
    return text


def turned(path):
    """A path written from its other end."""
    pieces = re.split(r"(<?-\[[^]]*\]->?)", path)
    other = []
    for piece in reversed(pieces):
        if piece.endswith("->"):
            other.append("<" + piece[:-1])
        elif piece.startswith("<-"):
            other.append(piece[1:] + ">")
        else:
            other.append(piece)
    return "".join(other)


def reordered(text):
    """Each path of a MATCH turned, and the paths in the other order."""
    def turn(match):
        paths = re.split(r",\s*(?=\()", match.group(2))
        return match.group(1) + ", ".join(turned(path) for path in reversed(paths)) + match.group(3)
    return re.sub(r"((?<!\{ )MATCH )(.*?)( (?=MATCH|OPTIONAL|WHERE|RETURN)|$)", turn, text)


def filtered(text):
    """With a condition that always holds on the first variable that has a name."""
    name = re.search(r"\((\w+):", text)
    if name is None:
        text = text.replace("(:Person)", "(person:Person)", 1)
        name = re.search(r"\((\w+):", text)
    condition = f"{name.group(1)}.id >= 0"
    if " WHERE " in text:
        return text.replace(" WHERE ", f" WHERE {condition} AND ", 1)
    first = min(at for at in (text.find(" OPTIONAL "), text.find(" RETURN ")) if at > 0)
    return f"{text[:first]} WHERE {condition}{text[first:]}"


def measure(program, folder, texts, runs, threads=1):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.writelines(f"{text}\n" for text in texts)
        file.flush()
        done = subprocess.run(
            [program, "bench", "lsqb", folder, "--runs", str(runs), "--threads", str(threads),
             "--queries", file.name], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return [json.loads(done.stdout)["queries"][str(q)] for q in range(1, len(texts) + 1)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("veiviser")
    parser.add_argument("folder")
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    ways = {"as written": lambda text: text, "renamed": renamed, "reordered": reordered,
            "always true": filtered}
    texts = [[change(text) for text in CYPHER] for change in ways.values()]
    found = measure(options.veiviser, options.folder, sum(texts, []), options.runs)
    rows = {way: found[9 * index:9 * index + 9] for index, way in enumerate(ways)}
    rows["two threads"] = measure(options.veiviser, options.folder, CYPHER, options.runs, 2)
    print("| ms | " + " | ".join(str(q) for q in range(1, 10)) + " |")
    print("|---" * 10 + "|")
    failed = False
    for way, results in rows.items():
        print(f"| {way} | " + " | ".join(
            result.get("error") or f"{1000 * result['median_s']:.3g}" for result in results) + " |")
        failed = failed or [r.get("count") for r in results] != [
            r["count"] for r in rows["as written"]]
    print("counts: " + ("DIFFER" if failed else "all equal"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
