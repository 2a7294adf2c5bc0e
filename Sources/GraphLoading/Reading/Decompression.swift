import CZlib
import CZstd
import GraphModel
import ImporterKit

/// Files that are compressed, known by their first bytes.
enum Compression {
    case gzip
    case zstandard

    /// The compression of a content, nil for none.
    static func of(_ content: FileContent) -> Compression? {
        let head = content.prefix(4)
        if head.starts(with: [0x1F, 0x8B]) { return .gzip }
        if head == [0x28, 0xB5, 0x2F, 0xFD] { return .zstandard }
        return nil
    }

    /// The decompressed bytes; with `wholeFile` false those of the start, as far as `limit` goes.
    ///
    /// - Throws: `BadCompression`, or `ContentTooLarge` past the limit.
    func decompressed(
        _ file: InputFile, limit: Int, wholeFile: Bool = true
    ) throws -> [UInt8] {
        try file.content.withBytes { bytes in
            switch self {
            case .gzip:
                let reader = try GzipReader(file.name)
                return try reader.read(bytes, limit: limit, wholeFile: wholeFile)
            case .zstandard:
                let reader = try ZstandardReader(file.name)
                return try reader.read(bytes, limit: limit, wholeFile: wholeFile)
            }
        }
    }

    static func damaged(_ name: String, _ what: String) -> Diagnostic {
        Diagnostic(.data, "BadCompression", "'\(name)' cannot be decompressed: \(what)")
    }

    static func tooLarge(_ name: String, _ limit: Int) -> Diagnostic {
        Diagnostic(
            .resource, "ContentTooLarge",
            "'\(name)' comes to more than \(limit >> 20) MiB when decompressed",
            hint: "decompress it yourself if it is to be trusted")
    }
}

/// Bytes as they come out of a decompressor, in steps that grow with what is there.
private struct GrowingOutput {
    var bytes: [UInt8] = []

    mutating func append(
        atMost limit: Int, _ fill: (UnsafeMutableBufferPointer<UInt8>) throws -> Int
    ) rethrows {
        let room = min(max(bytes.count / 2, 256 * 1024), limit)
        let piece = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            count = try fill(buffer)
        }
        bytes.append(contentsOf: piece)
    }
}

/// zlib's inflate with its state.
private struct GzipReader: ~Copyable {
    /// On the heap, as zlib's state points back at it.
    private let stream: UnsafeMutablePointer<z_stream>
    private let name: String

    init(_ name: String) throws {
        self.name = name
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 32 more than the window's bits: gzip and zlib headers, told apart by zlib.
        let status = inflateInit2_(
            stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw Compression.damaged(name, "zlib does not start") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func read(
        _ input: UnsafeRawBufferPointer, limit: Int, wholeFile: Bool
    ) throws -> [UInt8] {
        var output = GrowingOutput()
        var position = 0
        while true {
            if stream.pointee.avail_in == 0 { feed(input, &position) }
            let status = step(into: &output, limit: limit)
            if output.bytes.count > limit {
                if wholeFile { throw Compression.tooLarge(name, limit) }
                return Array(output.bytes.prefix(limit))
            }
            switch status {
            case Z_OK: continue
            case Z_STREAM_END:
                // A gzip file may be several one after the other; other bytes are padding.
                guard isNextMember(input, position) else { return output.bytes }
                inflateReset(stream)
            case Z_BUF_ERROR where stream.pointee.avail_in == 0:
                if wholeFile { throw Compression.damaged(name, "it ends too early") }
                return output.bytes
            default:
                throw Compression.damaged(
                    name, stream.pointee.msg.map { String(cString: $0) } ?? "it is damaged")
            }
        }
    }

    /// Hands over the next stretch of input, if there is more.
    private func feed(_ input: UnsafeRawBufferPointer, _ position: inout Int) {
        let piece = min(input.count - position, 1 << 30)
        let start = input.baseAddress?.advanced(by: position)
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: start?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(piece)
        position += piece
    }

    private func step(into output: inout GrowingOutput, limit: Int) -> Int32 {
        var status = Z_OK
        output.append(atMost: limit - output.bytes.count + 1) { buffer in
            stream.pointee.next_out = buffer.baseAddress
            stream.pointee.avail_out = UInt32(min(buffer.count, 1 << 30))
            let room = stream.pointee.avail_out
            status = inflate(stream, Z_NO_FLUSH)
            return Int(room - stream.pointee.avail_out)
        }
        return status
    }

    private func isNextMember(_ input: UnsafeRawBufferPointer, _ position: Int) -> Bool {
        let at = position - Int(stream.pointee.avail_in)
        return at + 1 < input.count && input[at] == 0x1F && input[at + 1] == 0x8B
    }
}

/// Zstandard's streaming decompressor.
private struct ZstandardReader: ~Copyable {
    private let stream: OpaquePointer
    private let name: String

    init(_ name: String) throws {
        guard let stream = ZSTD_createDStream() else {
            throw Compression.damaged(name, "zstd does not start")
        }
        self.stream = stream
        self.name = name
    }

    deinit {
        ZSTD_freeDStream(stream)
    }

    func read(
        _ input: UnsafeRawBufferPointer, limit: Int, wholeFile: Bool
    ) throws -> [UInt8] {
        var output = GrowingOutput()
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var wanted = 1
        while source.pos < source.size || wanted > 0 {
            let before = (source.pos, output.bytes.count)
            try output.append(atMost: limit - output.bytes.count + 1) { buffer in
                var target = ZSTD_outBuffer(
                    dst: UnsafeMutableRawPointer(buffer.baseAddress), size: buffer.count, pos: 0)
                wanted = ZSTD_decompressStream(stream, &target, &source)
                if ZSTD_isError(wanted) != 0 {
                    let text = String(cString: ZSTD_getErrorName(wanted))
                    throw Compression.damaged(name, text.lowercased())
                }
                return target.pos
            }
            if output.bytes.count > limit {
                if wholeFile { throw Compression.tooLarge(name, limit) }
                return Array(output.bytes.prefix(limit))
            }
            if before == (source.pos, output.bytes.count) {
                if wholeFile, wanted > 0 {
                    throw Compression.damaged(name, "it ends too early")
                }
                break
            }
        }
        return output.bytes
    }
}
