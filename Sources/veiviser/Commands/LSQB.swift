import GraphModel

/// The Labelled Subgraph Query Benchmark: its queries, and numbers as its reports write them.
enum LSQB {
    /// The nine queries; all count the matches of a pattern.
    static let queries = [
        """
        MATCH (:Country)<-[:isPartOf]-(:City)<-[:isLocatedIn]-(:Person)<-[:hasMember]-(:Forum)\
        -[:containerOf]->(:Post)<-[:replyOf]-(:Comment)-[:hasTag]->(:Tag)-[:hasType]->(:TagClass) \
        RETURN count(*) AS count
        """,
        """
        MATCH (person1:Person)-[:knows]-(person2:Person), \
        (person1)<-[:hasCreator]-(comment:Comment)-[:replyOf]->(post:Post)\
        -[:hasCreator]->(person2) RETURN count(*) AS count
        """,
        """
        MATCH (country:Country) \
        MATCH (person1:Person)-[:isLocatedIn]->(city1:City)-[:isPartOf]->(country) \
        MATCH (person2:Person)-[:isLocatedIn]->(city2:City)-[:isPartOf]->(country) \
        MATCH (person3:Person)-[:isLocatedIn]->(city3:City)-[:isPartOf]->(country) \
        MATCH (person1)-[:knows]-(person2)-[:knows]-(person3)-[:knows]-(person1) \
        RETURN count(*) AS count
        """,
        """
        MATCH (:Tag)<-[:hasTag]-(message:Post|Comment)-[:hasCreator]->(creator:Person), \
        (message)<-[:likes]-(liker:Person), (message)<-[:replyOf]-(comment:Comment) \
        RETURN count(*) AS count
        """,
        """
        MATCH (tag1:Tag)<-[:hasTag]-(message:Post|Comment)<-[:replyOf]-(comment:Comment)\
        -[:hasTag]->(tag2:Tag) WHERE id(tag1) <> id(tag2) RETURN count(*) AS count
        """,
        """
        MATCH (person1:Person)-[:knows]-(person2:Person)-[:knows]-(person3:Person)\
        -[:hasInterest]->(tag:Tag) WHERE id(person1) <> id(person3) RETURN count(*) AS count
        """,
        """
        MATCH (:Tag)<-[:hasTag]-(message:Post|Comment)-[:hasCreator]->(creator:Person) \
        OPTIONAL MATCH (message)<-[:likes]-(liker:Person) \
        OPTIONAL MATCH (message)<-[:replyOf]-(comment:Comment) RETURN count(*) AS count
        """,
        """
        MATCH (tag1:Tag)<-[:hasTag]-(message:Post|Comment)<-[:replyOf]-(comment:Comment)\
        -[:hasTag]->(tag2:Tag) WHERE NOT EXISTS { MATCH (comment)-[:hasTag]->(tag1) } \
        AND id(tag1) <> id(tag2) RETURN count(*) AS count
        """,
        """
        MATCH (person1:Person)-[:knows]-(person2:Person)-[:knows]-(person3:Person)\
        -[:hasInterest]->(tag:Tag) WHERE NOT EXISTS { MATCH (person1)-[:knows]-(person3) } \
        AND id(person1) <> id(person3) RETURN count(*) AS count
        """,
    ]

    /// The middle of sorted numbers.
    static func median(_ sorted: [Double]) -> Double {
        guard !sorted.isEmpty else { return 0 }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// Seconds to the microsecond.
    static func seconds(_ duration: Duration) -> Double { rounded(duration.seconds) }

    /// A number to six places.
    static func rounded(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }
}
