/// How long and how large an answer may be. Times are counted in whole milliseconds.
package struct HTTPLimits: Sendable {
    /// Finding the address, connecting, and agreeing on TLS.
    package var connecting: Duration
    /// From the beginning to the last byte.
    package var total: Duration
    /// Bytes of the body.
    package var body: Int
    /// Bytes of all headers together.
    package var headers: Int

    package init(
        connecting: Duration = .seconds(5), total: Duration = .seconds(10), body: Int = 1 << 20,
        headers: Int = 1 << 16
    ) {
        self.connecting = connecting
        self.total = total
        self.body = body
        self.headers = headers
    }
}
