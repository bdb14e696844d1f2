public import Domain

/// A share that follows from counted figures: reckoned here and nowhere else.
public enum FigureShare: String, CaseIterable, Sendable {
    case employedAny = "employed_any"
    case hiredByHost = "hired_by_host"
    case koladaLike = "kolada_like"
    case sixty
    case sfiD = "sfi_d"

    public var definition: Definition {
        switch self {
        case .employedAny: .employedAny
        case .hiredByHost: .hiredByHost
        case .koladaLike: .koladaLike
        case .sixty: .sixty
        case .sfiD: .sfiD
        }
    }

    /// At the head of a column.
    public var heading: Phrase {
        switch self {
        case .employedAny: Phrase(sv: "anställda, andel", en: "employed, share")
        case .hiredByHost: Phrase(sv: "hos värden, andel", en: "at the host, share")
        case .koladaLike: Phrase(sv: "Kolada, andel", en: "Kolada, share")
        case .sixty: Phrase(sv: "60 %, andel", en: "60%, share")
        case .sfiD: Phrase(sv: "SFI D, andel", en: "SFI D, share")
        }
    }

    public var numerator: Figure {
        switch self {
        case .employedAny: .employedAny
        case .hiredByHost: .hiredByHost
        case .koladaLike: .koladaNumerator
        case .sixty: .sixtyNumerator
        case .sfiD: .sfiNumerator
        }
    }

    public var denominator: Figure {
        switch self {
        // All that ended.
        case .employedAny, .hiredByHost, .koladaLike: .koladaDenominator
        case .sixty: .sixtyDenominator
        case .sfiD: .sfiDenominator
        }
    }

    /// A share as a report's row has it, in whole per cent; what cannot be said, or is not shown, is nil.
    public struct Value: Sendable, Hashable {
        public let numerator: Int?
        public let denominator: Int?
        /// Those of whom it is not known: in the denominator, and never a no.
        public let unknown: Int?
        public let perCent: Int?
        /// How many per cent are known.
        public let response: Int?
        /// With every unknown as a no, which is what the share itself counts, and as a yes.
        public let worst: Int?
        public let best: Int?
    }

    public func value(in row: FigureRow) -> Value {
        let (numerator, denominator, unknown) = (row[numerator], row[denominator], unknown(in: row))
        let known = denominator.flatMap { all in unknown.map { all - $0 } }
        let greatest = numerator.flatMap { counted in unknown.map { counted + $0 } }
        let perCent = Self.perCent(numerator, of: denominator)
        return Value(
            numerator: numerator, denominator: denominator, unknown: unknown, perCent: perCent,
            response: Self.perCent(known, of: denominator), worst: unknown == nil ? nil : perCent,
            best: Self.perCent(greatest, of: denominator))
    }

    private func unknown(in row: FigureRow) -> Int? {
        func rest(_ known: Figure) -> Int? { row[denominator].flatMap { all in row[known].map { all - $0 } } }
        return switch self {
        case .employedAny, .hiredByHost: row[.unknown]
        case .koladaLike: rest(.koladaKnown)
        case .sixty: rest(.sixtyKnown)
        case .sfiD: row[.sfiUndated]
        }
    }

    /// To the nearest whole per cent, a half upwards; nil where there is nothing to divide by or a part is not shown.
    public static func perCent(_ numerator: Int?, of denominator: Int?) -> Int? {
        guard let numerator, let denominator, denominator > 0 else { return nil }
        return (200 * numerator + denominator) / (2 * denominator)
    }
}
