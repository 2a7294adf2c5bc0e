/// What one client may take of the server. Times are in seconds.
package struct ServerLimits: Sendable {
    /// Clients at one time.
    package var connections = 256
    /// Bytes of one message once the client has shown who it is.
    package var messageBytes = 32 << 20
    /// Bytes of one message before that.
    package var unauthenticatedMessageBytes = 64 << 10
    /// Bytes that the values of one message take in memory.
    package var decodedBytes = 256 << 20
    /// Lists and maps inside each other in parameters.
    package var nesting = 128
    /// Messages that may wait for their turn.
    package var waitingMessages = 1024
    /// From connecting to having shown who one is.
    package var authenticationTime = 30.0
    /// From the first byte of a message to its last.
    package var messageTime = 120.0
    /// Without a message while nothing is open. Above the hour after which drivers renew their
    /// connections themselves.
    package var idleTime = 7200.0
    /// Without a message while a result or a transaction is open.
    package var transactionIdleTime = 120.0
    /// To take a buffer of the answer off the network.
    package var writeTime = 60.0
    /// Between signs of life while a query runs.
    package var keepAliveTime = 15.0
    /// For queries to end once the server stops.
    package var stopTime = 5.0
    /// Address space for the stack of a thread that runs queries.
    package var stackBytes = 8 << 20

    package init() {}
}
