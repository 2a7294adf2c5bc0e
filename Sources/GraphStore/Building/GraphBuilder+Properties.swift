import GraphModel

extension GraphBuilder {
    /// Sets a property of a node; null removes it, the last of several wins.
    ///
    /// - Throws: `InvalidPropertyType` for a value that cannot be stored.
    package func set(node: UInt32, _ key: KeyID, _ value: Value) throws(Diagnostic) {
        try PropertyValue.check(value, key: catalog.keys.name(key.raw))
        nodeLogs[key].append(value, node, &interner)
    }

    /// Sets a property of a relationship; null removes it, the last of several wins.
    ///
    /// - Throws: `InvalidPropertyType` for a value that cannot be stored.
    package func set(relationship: UInt32, _ key: KeyID, _ value: Value) throws(Diagnostic) {
        try PropertyValue.check(value, key: catalog.keys.name(key.raw))
        relationshipLogs[key].append(value, relationship, &interner)
    }

    package func setInteger(node: UInt32, _ key: KeyID, _ value: Int) {
        nodeLogs[key].append(node, .integer, UInt64(bitPattern: Int64(value)))
    }

    package func setInteger(relationship: UInt32, _ key: KeyID, _ value: Int) {
        relationshipLogs[key].append(relationship, .integer, UInt64(bitPattern: Int64(value)))
    }

    package func setFloat(node: UInt32, _ key: KeyID, _ value: Double) {
        nodeLogs[key].append(node, .float, value.bitPattern)
    }

    package func setFloat(relationship: UInt32, _ key: KeyID, _ value: Double) {
        relationshipLogs[key].append(relationship, .float, value.bitPattern)
    }

    /// Sets a string given as valid UTF-8.
    package func setString(node: UInt32, _ key: KeyID, _ text: Span<UInt8>) {
        nodeLogs[key].append(node, .string, UInt64(intern(text)))
    }

    /// Sets a string given as valid UTF-8.
    package func setString(relationship: UInt32, _ key: KeyID, _ text: Span<UInt8>) {
        relationshipLogs[key].append(relationship, .string, UInt64(intern(text)))
    }

    /// The number of a text, for `setString(node:_:id:)` and the file of `setLine`.
    package func intern(_ text: String) -> UInt32 { interner.intern(text) }

    /// The number of a text given as valid UTF-8.
    package func intern(_ text: Span<UInt8>) -> UInt32 {
        text.withUnsafeBufferPointer { interner.intern($0) }
    }

    /// Sets a string that was interned before.
    package func setString(node: UInt32, _ key: KeyID, id: UInt32) {
        nodeLogs[key].append(node, .string, UInt64(id))
    }

    /// Sets a string that was interned before.
    package func setString(relationship: UInt32, _ key: KeyID, id: UInt32) {
        relationshipLogs[key].append(relationship, .string, UInt64(id))
    }

    /// Sets a list of one text, `file#Lline`, without making the text; `file` was interned.
    package func setLine(node: UInt32, _ key: KeyID, file: UInt32, line: UInt32) {
        nodeLogs[key].append(node, .line, UInt64(file) << 32 | UInt64(line))
    }

    /// Sets a list of one text, `file#Lline`, without making the text; `file` was interned.
    package func setLine(relationship: UInt32, _ key: KeyID, file: UInt32, line: UInt32) {
        relationshipLogs[key].append(relationship, .line, UInt64(file) << 32 | UInt64(line))
    }

    /// Sets a property to a value known to be storable.
    func append(_ value: Value, toNode node: UInt32, _ key: KeyID) {
        nodeLogs[key].append(value, node, &interner)
    }

    /// Sets a property to a value known to be storable.
    func append(_ value: Value, toRelationship relationship: UInt32, _ key: KeyID) {
        relationshipLogs[key].append(value, relationship, &interner)
    }
}

extension PropertyLog {
    /// Appends a value known to be storable.
    mutating func append(
        _ value: Value, _ ordinal: UInt32, _ interner: inout StringInterner
    ) {
        switch value {
        case .null: append(ordinal, .null, 0)
        case .boolean(let flag): append(ordinal, .boolean, flag ? 1 : 0)
        case .integer(let number): append(ordinal, .integer, UInt64(bitPattern: Int64(number)))
        case .float(let number): append(ordinal, .float, number.bitPattern)
        case .string(let text): append(ordinal, .string, UInt64(interner.intern(text)))
        case .list(let elements):
            if let texts = PropertyLog.strings(elements, &interner) {
                append(ordinal, stringList: texts)
            } else {
                append(ordinal, other: value)
            }
        default: append(ordinal, other: value)
        }
    }

    /// The numbers of the texts of a list that holds nothing else.
    private static func strings(
        _ elements: [Value], _ interner: inout StringInterner
    ) -> [UInt32]? {
        for element in elements {
            guard case .string = element else { return nil }
        }
        return elements.map { element in
            guard case .string(let text) = element else { return StringPool.absent }
            return interner.intern(text)
        }
    }
}

/// Which values a property may have.
enum PropertyValue {
    /// Refuses maps, nodes, relationships, paths, nested lists and lists with null.
    static func check(_ value: Value, key: @autoclosure () -> String) throws(Diagnostic) {
        switch value {
        case .map, .node, .relationship, .path:
            throw refusal(key(), "a \(value.typeName)")
        case .list(let elements):
            for element in elements {
                switch element {
                case .null, .list, .map, .node, .relationship, .path:
                    throw refusal(key(), "a List with \(element.typeName) elements")
                default: continue
                }
            }
        default: return
        }
    }

    private static func refusal(_ key: String, _ what: String) -> Diagnostic {
        Diagnostic(
            .typeError, "InvalidPropertyType", "property '\(key)' cannot hold \(what)",
            hint: "store booleans, numbers, strings, temporal values or flat lists of those")
    }

    /// Whether two stored values are the same: type, value and bits alike.
    static func areSame(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.boolean(let a), .boolean(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.date(let a), .date(let b)): a == b
        case (.localTime(let a), .localTime(let b)): a == b
        case (.time(let a), .time(let b)): a == b
        case (.localDateTime(let a), .localDateTime(let b)): a == b
        case (.dateTime(let a), .dateTime(let b)): a == b
        case (.duration(let a), .duration(let b)): a == b
        case (.list(let a), .list(let b)):
            a.count == b.count && zip(a, b).allSatisfy { areSame($0, $1) }
        default: false
        }
    }
}
