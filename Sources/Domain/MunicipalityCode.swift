/// A Swedish municipality's code, four digits kept as text: `1485` is Uddevalla.
///
/// Any well-formed code is taken; none has to be registered first.
public struct MunicipalityCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let rawValue: String

    public init(_ rawValue: String) throws(ValueError) {
        let bytes = rawValue.utf8
        guard bytes.count == 4, bytes.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
            throw .municipality
        }
        self.rawValue = rawValue
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    public var description: String { rawValue }
}
