/// What the browser brought back from the provider (RFC 6749 §4.1.2, RFC 9207).
package struct Callback: Sendable {
    enum Answer: Sendable {
        case code(String)
        case refusal(String)
    }

    let state: String
    let answer: Answer
    let issuer: String?

    /// - Parameter parameters: of the query, decoded, in their order. Each that matters must be there once.
    package init(_ parameters: [(name: String, value: String)]) throws(OpenIDConnectError) {
        func single(_ name: String) throws(OpenIDConnectError) -> String? {
            let values = parameters.filter { $0.name == name }
            guard values.count <= 1 else { throw .callbackMalformed }
            return values.first?.value
        }
        guard let state = try single("state"), !state.isEmpty else { throw .callbackMalformed }
        self.state = state
        issuer = try single("iss")
        switch (try single("code"), try single("error")) {
        case (let code?, nil) where !code.isEmpty && code.utf8.count <= 4096: answer = .code(code)
        case (nil, let error?): answer = .refusal(error)
        default: throw .callbackMalformed
        }
    }
}
