import AkomaNtoso
import CSV
import DOT
import GEXF
import GraphML
import GuideXML
import HSDS
import ImporterKit
import JSONGraph
import Lovdata
import MappedXML
import RDF

/// The importers that come with the program.
enum BuiltinImporters {
    static let all: [any Importer] = [
        GuideXMLImporter(schema: BuiltinFiles.schema), GraphMLImporter(), GEXFImporter(),
        AkomaNtosoImporter(), LovdataImporter(), MappedXMLImporter(), RDFImporter(),
        CSVImporter(), HSDSImporter(), JSONGraphImporter(), DOTImporter(),
    ]
}
