import Domain

/// A request as the API sees it, whoever serves HTTP.
struct APIRequest: Sendable {
    var method: String
    /// As it was sent, without the query: `/api/v1/slots/PARK-1`.
    var path: String
    /// As it was sent, without the question mark.
    var query: String
    /// Names in lower case; several of a name in their order.
    var headers: [(name: String, value: String)]
    /// Read only when it is known who asks and how much they may send.
    var body: [UInt8] = []
    /// The client's address, for limits.
    var address: String
    /// The request's number in the log.
    var number: String
    /// Reads the body, at most so many bytes; nil where there is more.
    var readBody: @Sendable (_ limit: Int) async throws -> [UInt8]?

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    var language: Language { Language(accepted: header("accept-language")) }
}

/// What is answered.
struct APIAnswer: Sendable {
    var status: Int
    var headers: [(String, String)] = []
    var body: [UInt8] = []

    func header(_ name: String) -> String? { headers.first { $0.0.lowercased() == name.lowercased() }?.1 }

    mutating func set(_ name: String, _ value: String) {
        headers.removeAll { $0.0.lowercased() == name.lowercased() }
        headers.append((name, value))
    }
}
