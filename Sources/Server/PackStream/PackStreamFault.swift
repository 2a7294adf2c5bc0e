import GraphModel

/// Why a message could not be read.
enum PackStreamFault: Error, Equatable {
    /// The bytes do not follow the format: nothing that comes after can be trusted.
    case malformed(String)
    /// The bytes are well formed, but the value is one that cannot be taken.
    case refused(Diagnostic)
}

/// The bytes that start a value.
enum Marker {
    static let null: UInt8 = 0xC0
    static let float: UInt8 = 0xC1
    static let no: UInt8 = 0xC2
    static let yes: UInt8 = 0xC3
    static let integer8: UInt8 = 0xC8
    static let integer16: UInt8 = 0xC9
    static let integer32: UInt8 = 0xCA
    static let integer64: UInt8 = 0xCB
    static let bytes8: UInt8 = 0xCC
    static let bytes16: UInt8 = 0xCD
    static let bytes32: UInt8 = 0xCE
    static let tinyString: UInt8 = 0x80
    static let string8: UInt8 = 0xD0
    static let string16: UInt8 = 0xD1
    static let string32: UInt8 = 0xD2
    static let tinyList: UInt8 = 0x90
    static let list8: UInt8 = 0xD4
    static let list16: UInt8 = 0xD5
    static let list32: UInt8 = 0xD6
    static let tinyMap: UInt8 = 0xA0
    static let map8: UInt8 = 0xD8
    static let map16: UInt8 = 0xD9
    static let map32: UInt8 = 0xDA
    static let tinyStructure: UInt8 = 0xB0
}

/// What a structure stands for.
enum StructureTag {
    static let node: UInt8 = 0x4E
    static let relationship: UInt8 = 0x52
    static let unboundRelationship: UInt8 = 0x72
    static let path: UInt8 = 0x50
    static let date: UInt8 = 0x44
    static let time: UInt8 = 0x54
    static let localTime: UInt8 = 0x74
    static let localDateTime: UInt8 = 0x64
    static let dateTimeWithOffset: UInt8 = 0x49
    static let dateTimeWithZone: UInt8 = 0x69
    static let duration: UInt8 = 0x45
    static let point2D: UInt8 = 0x58
    static let point3D: UInt8 = 0x59
}
