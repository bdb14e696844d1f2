extension PlainServer.Answer {
    package static func json(_ text: String, status: Int = 200) -> Self {
        http("\(status) -", headers: ["Content-Type: application/json"], body: text)
    }

    package static func redirect(to address: String) -> Self {
        http("302 Found", headers: ["Location: \(address)"], body: "")
    }

    /// - Parameter length: what is said of the body's length, when it is not the truth.
    package static func http(_ status: String, headers: [String] = [], body: String, length: Int? = nil) -> Self {
        let head =
            ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(length ?? body.utf8.count)", "Connection: close"]
        return .bytes(Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
    }
}
