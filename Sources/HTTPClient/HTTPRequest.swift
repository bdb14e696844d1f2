/// What is asked of a server.
package struct HTTPRequest: Sendable {
    package enum Method: Sendable {
        case get
        case post([UInt8])
        /// As POST, under another name, for servers that want one.
        case other(String, [UInt8])
    }

    package let method: Method
    /// The whole address, `https://…` or `http://…`.
    package let address: String
    /// In the order they are sent.
    package var headers: [(name: String, value: String)]

    package init(_ method: Method = .get, _ address: String, headers: [(name: String, value: String)] = []) {
        self.method = method
        self.address = address
        self.headers = headers
    }

    /// An address of the web, and nothing that would end a line early or be cut at a zero byte.
    var isClean: Bool {
        func isClean(_ text: String) -> Bool {
            text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        }
        if case .other(let name, _) = method, !isClean(name) { return false }
        let isOfTheWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
        return isOfTheWeb && isClean(address)
            && headers.allSatisfy { isClean($0.name) && !$0.name.contains(":") && isClean($0.value) }
    }
}
