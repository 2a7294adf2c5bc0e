#!/usr/bin/env python3
"""Writes a made-up social network as CSV files, in the layout the LSQB benchmark uses.

    social_graph.py PERSONS FOLDER

A file a label with the nodes' ids, and a file a relationship type with the ids of both ends.
1,500 persons make about 300,000 nodes and 1.6 million relationships. Few have many friends,
likes and replies, and most have few. The same number gives the same files.
"""
import os
import random
import sys

# How many nodes of a label there are: a fixed number, or so many a person.
NODES = {
    "Continent": 6, "Country": 111, "City": 1340, "University": 6300, "Company": 1570,
    "TagClass": 70, "Tag": 16000,
    "Person": (1,), "Forum": (9,), "Post": (90,), "Comment": (100,),
}


class Writer:
    def __init__(self, persons, folder):
        self.chance = random.Random(persons)
        self.folder = folder
        self.first, self.count = {}, {}
        os.makedirs(folder, exist_ok=True)
        position = 0
        for label, size in NODES.items():
            count = size[0] * persons if isinstance(size, tuple) else size
            self.first[label], self.count[label] = position, count
            position += count
            with open(f"{folder}/{label}.csv", "w") as file:
                file.write(f"id:ID({label})\n")
                file.writelines(f"{node}\n" for node in self.every(label))

    def every(self, label):
        return range(self.first[label], self.first[label] + self.count[label])

    def one(self, label, skew=1.0):
        """A node by chance; the larger the skew, the more often an early one."""
        return self.first[label] + int(self.count[label] * self.chance.random() ** skew)

    def several(self, most):
        """A number up to `most`, small ones more often."""
        return int((most + 1) * self.chance.random() ** 2)

    def relationships(self, source, kind, target, pairs):
        with open(f"{self.folder}/{source}_{kind}_{target}.csv", "w") as file:
            file.write(f":START_ID({source})|:END_ID({target})\n")
            file.writelines(f"{a}|{b}\n" for a, b in dict.fromkeys(pairs))

    def each_to_one(self, source, kind, target, skew=1.0):
        self.relationships(
            source, kind, target, ((node, self.one(target, skew)) for node in self.every(source)))

    def each_to_many(self, source, kind, target, number, skew):
        self.relationships(
            source, kind, target,
            ((node, self.one(target, skew)) for node in self.every(source) for _ in range(number())))


def write(persons, folder):
    w = Writer(persons, folder)
    w.each_to_one("Country", "isPartOf", "Continent")
    w.each_to_one("City", "isPartOf", "Country", 1.4)
    w.each_to_one("University", "isLocatedIn", "City")
    w.each_to_one("Company", "isLocatedIn", "Country")
    w.each_to_one("Tag", "hasType", "TagClass", 2)
    w.relationships("TagClass", "isSubclassOf", "TagClass",
                    ((tag, w.one("TagClass")) for tag in w.every("TagClass")))
    write_persons(w, persons)
    w.each_to_one("Forum", "hasModerator", "Person", 1.5)
    w.each_to_many("Forum", "hasMember", "Person", lambda: 1 + w.several(38), 1.4)
    w.each_to_many("Forum", "hasTag", "Tag", lambda: 3, 3)
    w.relationships("Forum", "containerOf", "Post",
                    ((w.one("Forum", 2), post) for post in w.every("Post")))
    write_messages(w, persons)


def write_persons(w, persons):
    home = {person: w.one("City", 4) for person in w.every("Person")}
    w.relationships("Person", "isLocatedIn", "City", home.items())
    w.each_to_many("Person", "studyAt", "University", lambda: w.chance.random() < 0.8, 2)
    w.each_to_many("Person", "workAt", "Company", lambda: 2, 2)
    w.each_to_many("Person", "hasInterest", "Tag", lambda: 23, 3)
    neighbours = {}
    for person, city in home.items():
        neighbours.setdefault(city, []).append(person)
    friends = []
    for _ in range(10 * persons):
        a, b = w.one("Person", 1.6), w.one("Person", 1.6)
        if w.chance.random() < 0.5:
            b = w.chance.choice(neighbours[home[a]])
        if a != b:
            friends.append((min(a, b), max(a, b)))
    w.relationships("Person", "knows", "Person", friends)


def write_messages(w, persons):
    for message in ("Post", "Comment"):
        w.each_to_one(message, "hasCreator", "Person", 1.5)
        w.each_to_one(message, "isLocatedIn", "Country", 2)
    w.each_to_many("Post", "hasTag", "Tag", lambda: w.chance.random() < 0.5, 3)
    w.each_to_many("Comment", "hasTag", "Tag", lambda: int(3 * w.chance.random()), 3)
    first = w.first["Comment"]
    to_post, to_comment = [], []
    for comment in w.every("Comment"):
        if comment == first or w.chance.random() < 0.5:
            to_post.append((comment, w.one("Post", 2)))
        else:
            to_comment.append((comment, first + int((comment - first) * w.chance.random())))
    w.relationships("Comment", "replyOf", "Post", to_post)
    w.relationships("Comment", "replyOf", "Comment", to_comment)
    for message, number in (("Post", 30), ("Comment", 20)):
        w.relationships(
            "Person", "likes", message,
            ((w.one("Person", 1.5), w.one(message, 2)) for _ in range(number * persons)))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write(int(sys.argv[1]), sys.argv[2])
