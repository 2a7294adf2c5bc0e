// Goes through an XML file with libxml2's text reader and does nothing else: what an import of it is
// measured against.
//   cc -O2 -o walk walk.c $(xml2-config --cflags --libs) && ./walk FILE
#include <libxml/xmlreader.h>
#include <stdio.h>

int main(int count, char **arguments) {
    if (count != 2) return 64;
    xmlTextReaderPtr reader = xmlReaderForFile(arguments[1], NULL, XML_PARSE_HUGE);
    if (!reader) return 66;
    size_t elements = 0;
    size_t bytes = 0;
    int state;
    while ((state = xmlTextReaderRead(reader)) == 1) {
        int kind = xmlTextReaderNodeType(reader);
        if (kind == XML_READER_TYPE_TEXT) bytes += xmlStrlen(xmlTextReaderConstValue(reader));
        if (kind != XML_READER_TYPE_ELEMENT) continue;
        elements++;
        while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
            bytes += xmlStrlen(xmlTextReaderConstValue(reader));
        }
    }
    xmlFreeTextReader(reader);
    printf("%zu elements, %zu bytes\n", elements, bytes);
    return state == 0 ? 0 : 65;
}
