import CSystem
import Glibc
import GraphModel

/// The connection is of no more use: the peer is gone, or did not read in time.
struct ConnectionLost: Error {}

/// One connected TCP socket. It is closed when the last holder lets go of it, so that no thread can
/// find its number given to another connection.
final class Socket: Sendable {
    /// What one receive gave.
    enum Received {
        case bytes(Int)
        case nothingYet
        case closed
    }

    private let descriptor: Int32

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// How long one receive and one send may wait.
    func setTimeouts(receive: Double, send: Double) {
        _ = vv_socket_set_timeouts(descriptor, Int32(receive * 1000), Int32(send * 1000))
    }

    /// Fills the start of `buffer` with what has arrived, waiting for it up to the timeout.
    func receive(into buffer: inout [UInt8]) -> Received {
        let count = buffer.withUnsafeMutableBytes { bytes in
            recv(descriptor, bytes.baseAddress, bytes.count, 0)
        }
        if count > 0 { return .bytes(count) }
        if count < 0, errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR {
            return .nothingYet
        }
        return .closed
    }

    /// Sends all bytes, however many calls it takes, unless `deadline` passes first.
    func send(_ bytes: [UInt8], deadline: MonotonicTime) throws(ConnectionLost) {
        var offset = 0
        while offset < bytes.count {
            let sent = bytes.withUnsafeBytes { raw in
                let rest = UnsafeRawBufferPointer(rebasing: raw[offset...])
                return vv_socket_send(descriptor, rest.baseAddress, rest.count)
            }
            if sent > 0 {
                offset += sent
            } else if sent != -Int(EAGAIN) {
                throw ConnectionLost()
            }
            if offset < bytes.count, MonotonicTime.now > deadline { throw ConnectionLost() }
        }
    }

    /// Ends both directions: threads that wait on the socket wake up.
    func shutdown() {
        _ = Glibc.shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Says that no more will be sent.
    func finishSending() {
        _ = Glibc.shutdown(descriptor, Int32(SHUT_WR))
    }

    /// The server's end of the connection: `127.0.0.1:7687`.
    var localAddress: String { Socket.address(of: descriptor) }

    /// The address a socket is bound to, empty where it has none.
    static func address(of descriptor: Int32) -> String {
        var text = [CChar](repeating: 0, count: 80)
        guard vv_socket_address(descriptor, &text, text.count) == 0 else { return "" }
        return text.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
    }
}

/// A socket that waits for connections.
final class ListeningSocket: Sendable {
    private let descriptor: Int32

    /// Binds the address and listens on it; port 0 takes a free one.
    init(host: String, port: Int) throws(Diagnostic) {
        let result = vv_socket_listen(host, String(port), 128)
        guard result >= 0 else {
            throw ListeningSocket.failure(result, host: host, port: port)
        }
        descriptor = result
    }

    deinit {
        close(descriptor)
    }

    private static func failure(_ result: Int32, host: String, port: Int) -> Diagnostic {
        let address = "'\(host):\(port)'"
        switch -result {
        case EADDRINUSE:
            return Diagnostic(
                .inputOutput, "AddressInUse", "the address \(address) is in use already",
                hint: "stop the other server or choose another port")
        case EACCES:
            return Diagnostic(
                .inputOutput, "AddressNotAllowed",
                "the address \(address) may not be used by this user",
                hint: "choose a port from 1024 up")
        case -VV_SOCKET_UNKNOWN_HOST:
            return Diagnostic(
                .usage, "UnknownHost", "there is no address for the name '\(host)'",
                hint: "write an address such as 127.0.0.1:7687")
        default:
            return Diagnostic(
                .inputOutput, "CannotListen", "listening on \(address) failed",
                notes: [String(cString: strerror(-result))])
        }
    }

    /// Waits for the next connection. Nil once `stop()` was called; `.failure` where there is no
    /// room for a descriptor now.
    func accept() -> Result<Socket, Diagnostic>? {
        let result = vv_socket_accept(descriptor)
        if result >= 0 { return .success(Socket(descriptor: result)) }
        if result == -EINVAL || result == -EBADF { return nil }
        return .failure(
            Diagnostic(
                .resource, "CannotAccept", "a connection could not be accepted",
                notes: [String(cString: strerror(-result))]))
    }

    /// Wakes `accept()` and lets no more connections in.
    func stop() {
        _ = Glibc.shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Whether only programs on this machine can connect.
    var isLoopback: Bool { vv_socket_is_loopback(descriptor) == 1 }

    /// The port in use.
    var port: Int { Int(vv_socket_port(descriptor)) }

    /// The address in use: `127.0.0.1:7687`.
    var address: String { Socket.address(of: descriptor) }
}
