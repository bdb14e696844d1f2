/// A key that people write: 1…64 visible characters without space, `"`, `,`, `;` or `|`.
public struct Code: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let rawValue: String

    public init(_ rawValue: String) throws(ValueError) {
        guard Self.isCode(rawValue) else { throw .code }
        self.rawValue = rawValue
    }

    private static func isCode(_ text: String) -> Bool {
        var length = 0
        for scalar in text.unicodeScalars {
            length += 1
            guard length <= 64 else { return false }
            if scalar.isASCII {
                switch scalar {
                case "\"", ",", ";", "|": return false
                case "!"..."~": continue
                default: return false
                }
            }
            guard scalar.isVisible else { return false }
        }
        return length > 0
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    public var description: String { rawValue }
}

extension Unicode.Scalar {
    /// Neither control, format, space, private nor unassigned: something a reader can see.
    var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            false
        default:
            true
        }
    }
}
