/// How long a client may take, in seconds, before its connection is closed.
public struct ClientPatience: Sendable, Hashable {
    /// From the connection to the end of the first request's head, TLS included.
    public var head: Int64 = 15
    /// From a request's head to the end of its body.
    public var body: Int64 = 90
    /// From an answer to the end of the next request's head.
    public var idle: Int64 = 65
    /// From an answer's head until the client has taken its last byte.
    public var answer: Int64 = 120

    public init() {}

    /// Reads `PRAKTIK_PATIENCE`: the four in this order, separated by commas, each 1 to 3,600.
    init(_ text: String) throws(SettingsError) {
        let seconds = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            Int64(part.filter { $0 != " " }) ?? 0
        }
        guard seconds.count == 4, seconds.allSatisfy({ (1...3_600).contains($0) }) else { throw .patience(text) }
        head = seconds[0]
        body = seconds[1]
        idle = seconds[2]
        answer = seconds[3]
    }
}
