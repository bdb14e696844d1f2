/// Whole statements as text, several if need be, without parameters: for migrations, never with values in it.
public struct Script: Sendable, ExpressibleByStringLiteral {
    let text: String

    /// `text` comes from a file of the project's own.
    public init(trusted text: String) {
        self.text = text
    }

    public init(stringLiteral text: StaticString) {
        self.text = text.description
    }
}
