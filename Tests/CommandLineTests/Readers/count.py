"""Counts what a library of others' reads in a file: `count.py READER FILE`, two numbers out."""

import json
import sys


def networkx_graphml(path):
    import networkx

    return size(networkx.read_graphml(path, force_multigraph=True))


def networkx_gexf(path):
    import networkx

    return size(networkx.read_gexf(path))


def networkx_json(path):
    import networkx

    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    edges = "edges" if "edges" in data else "links"
    return size(networkx.node_link_graph(data, edges=edges))


def networkx_cyjs(path):
    import networkx

    with open(path, encoding="utf-8") as file:
        return size(networkx.cytoscape_graph(json.load(file)))


def igraph_graphml(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    return graph.vcount(), graph.ecount()


def rdflib_triples(path):
    import rdflib

    return len(rdflib.Graph().parse(path)), 0


def pyoxigraph_triples(path):
    import pyoxigraph

    return len(set(pyoxigraph.parse(path=path))), 0


def size(graph):
    return graph.number_of_nodes(), graph.number_of_edges()


print(*globals()[sys.argv[1]](sys.argv[2]))
