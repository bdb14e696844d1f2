import Postgres

/// What is counted from the rows of `fact f`, by its name in the report's statement: the report adds it up, and the rows
/// behind a figure are those where it is more than nothing.
package enum FigureMeasure: String, CaseIterable, Sendable {
    case offered
    case filled
    case started
    case completed
    case interrupted
    case noShow = "no_show"
    case persons
    case employedAny = "employed_any"
    case hiredByHost = "hired_by_host"
    case known
    case koladaNumerator = "kolada_numerator"
    case koladaKnown = "kolada_known"
    case sixtyNumerator = "sixty_numerator"
    case sixtyKnown = "sixty_known"
    case sixtyDenominator = "sixty_denominator"
    case sfiNumerator = "sfi_d_numerator"
    case sfiUndated = "sfi_d_undated"
    case sfiDenominator = "sfi_d_denominator"
    /// Placements that ended. The report reckons it and the next from the others.
    case ended
    case unknown

    /// How much a row counts: 0 or more.
    var count: SQL {
        switch self {
        case .offered: "f.offered"
        case .filled: "f.filled"
        case .started: "f.started"
        case .completed: "f.completed"
        case .interrupted: "f.interrupted"
        case .noShow: "f.no_show"
        case .persons: "(f.person_id IS NOT NULL)::int"
        case .employedAny: "coalesce(f.employed, 0)"
        case .hiredByHost: "coalesce(f.hired, 0)"
        case .known: "coalesce(f.known, 0)"
        case .koladaNumerator: "coalesce(f.kolada, 0)"
        case .koladaKnown: "coalesce(f.kolada_known, 0)"
        case .sixtyNumerator: "f.reached"
        case .sixtyKnown: "f.settled"
        case .sixtyDenominator: "f.introduced"
        case .sfiNumerator: "f.sfi_passed"
        case .sfiUndated: "f.sfi_undated"
        case .sfiDenominator: "f.sfi_asked"
        case .ended: "(f.completed + f.interrupted)"
        case .unknown: "(f.completed + f.interrupted - coalesce(f.known, 0))"
        }
    }

    /// Whether each person counts once, however many rows speak of them.
    var isByPerson: Bool { self == .persons }

    /// Those that the report's statement adds up.
    package static let counted = allCases.filter { $0 != .ended && $0 != .unknown }

    /// What ``counted`` add up to, each from 0, as an array in that order.
    static var sums: SQL {
        let sums = counted.map { measure -> SQL in
            measure.isByPerson ? "count(DISTINCT f.person_id)" : "coalesce(sum(\(measure.count)), 0)"
        }
        return "ARRAY[\(SQL.joined(sums, by: ", "))]::bigint[]"
    }
}
