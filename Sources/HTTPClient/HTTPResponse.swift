/// What a server answered.
package struct HTTPResponse: Sendable {
    package let status: Int
    /// In the order they came; names in small letters.
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    /// The first header of a name in small letters.
    package subscript(header name: String) -> String? {
        headers.first { $0.name == name }?.value
    }
}
