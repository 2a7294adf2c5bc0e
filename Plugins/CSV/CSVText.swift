import GraphModel
import ImporterKit

/// Brings a file to UTF-8, by its mark or as the user says; nothing is guessed.
enum CSVText {
    static func decoded(_ file: InputFile, encoding: String) throws -> InputFile {
        let head = file.content.prefix(2)
        if head == [0xFF, 0xFE] { return utf16(file, littleEndian: true) }
        if head == [0xFE, 0xFF] { return utf16(file, littleEndian: false) }
        if encoding == "utf-8" { return file }
        let upper = encoding == "windows-1252" ? windows1252 : []
        let bytes = file.content.withView { view in
            var text: [UInt8] = []
            text.reserveCapacity(view.count + view.count / 8)
            for position in 0..<view.count {
                let byte = view[position]
                if byte < 0x80 {
                    text.append(byte)
                    continue
                }
                let index = Int(byte) - 0x80
                let scalar = index < upper.count ? upper[index] : UInt16(byte)
                text.append(contentsOf: String(decoding: [scalar], as: UTF16.self).utf8)
            }
            return text
        }
        return InputFile(name: file.name, bytes: bytes)
    }

    private static func utf16(_ file: InputFile, littleEndian: Bool) -> InputFile {
        let units = file.content.withView { view in
            stride(from: 2, to: view.count - 1, by: 2).map { position in
                let first = UInt16(view[position])
                let second = UInt16(view[position + 1])
                return littleEndian ? second << 8 | first : first << 8 | second
            }
        }
        return InputFile(
            name: file.name, bytes: Array(String(decoding: units, as: UTF16.self).utf8))
    }

    /// What the bytes 0x80 to 0x9F stand for.
    private static let windows1252: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
