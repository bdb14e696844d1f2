import Domain
import Statistics

/// `StatedTown` counted by hand: for each figure of a year the placements or persons that it is made of.
///
/// The arithmetic of the places, as the most people at once in each slot:
///
/// | year | offered | filled |
/// |---|---|---|
/// | 2025 | A 4, C 4 = 8 | A 2 (K01 with K05), C 4 (K02, K06, K12 and K16 in December) = 6 |
/// | 2026 | A 4, B 5, C 4, D 3, E 2, F 3 = 21; not G, a draft, nor H | A 3 (K08, K26 and K40 in October), B 4 (K13, K22, K25 and K36 in March), C 3 (K06, K12 and K16), D 3 (K07, K19 and K33), E 1, F 3 (K14, K20 and K34) = 17 |
/// | 2027 | A 4, F 3 = 7 | A 3 (K08, K11 and K30), F 1 (K21) = 4 |
struct StatedFigures {
    let year: Int
    /// By the slots' codes.
    let offered: [String: Int]
    let filled: [String: Int]
    /// By figure, the codes of what it counts.
    let placements: [Figure: String]
    /// Placements with an occupied day in the year; persons received are the people in them.
    let occupied: String
    let persons: [Figure: String]
    /// The days from registration to start, in order; the median is the lower one in the middle.
    let waits: [Int]
    /// Departments with an offered place, and all; TEK is SB's from July 2026.
    let coverage: (Int, Int)

    static let all = [
        StatedFigures(
            year: 2025, offered: ["A": 4, "C": 4], filled: ["A": 2, "C": 4],
            placements: [
                .started: "K01 K02 K05 K06 K09 K12 K16 K31", .completed: "K01 K02 K05 K09 K31", .interrupted: "",
                .noShow: "K39",
                // K05's employment began 184 days after the end, when nobody asks any more; Kolada asks for the first status.
                .employedAny: "K01", .hiredByHost: "K01", .known: "K01 K02 K09 K31", .unknown: "K05",
                .koladaNumerator: "K01 K05", .koladaKnown: "K01 K02 K05 K09 K31",
                .koladaDenominator: "K01 K02 K05 K09 K31",
            ],
            occupied: "K01 K02 K05 K06 K09 K12 K16 K31",
            // p01 is seeking work in January: known, and not reached.
            persons: [
                .sixtyDenominator: "p01", .sixtyKnown: "p01", .sixtyNumerator: "", .sfiDenominator: "p01",
                .sfiNumerator: "p01", .sfiUndated: "",
            ],
            waits: [24, 30, 52, 63, 64, 65, 234, 264], coverage: (2, 4)),
        StatedFigures(
            year: 2026, offered: ["A": 4, "B": 5, "C": 4, "D": 3, "E": 2, "F": 3],
            filled: ["A": 3, "B": 4, "C": 3, "D": 3, "E": 1, "F": 3],
            placements: [
                .started: "K03 K04 K07 K08 K10 K13 K14 K18 K19 K20 K22 K23 K25 K26 K27 K29 K33 K34 K36 K37",
                .completed: "K03 K06 K07 K10 K13 K14 K16 K18 K19 K22 K23 K26 K27 K29 K33 K34 K36 K37",
                .interrupted: "K04 K12 K20 K25", .noShow: "K17",
                .employedAny: "K03 K10 K16 K19 K23 K29 K33 K37", .hiredByHost: "K03 K10 K23 K33",
                .known: "K03 K07 K10 K12 K13 K16 K19 K22 K23 K25 K27 K29 K33 K34 K37",
                // K04 and K20 were answered by unknown, K14 too late; nobody has told of the rest.
                .unknown: "K04 K06 K14 K18 K20 K26 K36",
                // Not K03 (sixteen days first), K12 and K13 (no student aid), K19 (seeking first), K33 and K37 (no beginning).
                .koladaNumerator: "K07 K10 K14 K16 K23 K27 K29",
                .koladaKnown: "K03 K07 K10 K12 K13 K14 K16 K19 K22 K23 K25 K27 K29 K33 K34 K37",
                .koladaDenominator:
                    "K03 K04 K06 K07 K10 K12 K13 K14 K16 K18 K19 K20 K22 K23 K25 K26 K27 K29 K33 K34 K36 K37",
            ],
            // K21 comes first in 2027, K40 is agreed and has its days; K17 did not come.
            occupied: "K03 K04 K06 K07 K08 K10 K12 K13 K14 K16 K18 K19 K20 K22 K23 K25 K26 K27 K29 K33 K34 K36 K37 K40",
            persons: [
                .sixtyDenominator: "p04 p05 p06 p07 p08 p11 p12",
                // p08 and p11 are not known within 90 days; p06 was seeking on the last day known.
                .sixtyKnown: "p04 p05 p06 p07 p12", .sixtyNumerator: "p04 p05 p07 p12",
                .sfiDenominator: "p04 p05 p06 p07 p08 p12", .sfiNumerator: "p05", .sfiUndated: "p07",
            ],
            waits: [
                11, 11, 18, 19, 29, 96, 144, 154, 197, 214, 215, 218, 310, 367, 371, 396, 416, 479, 541, 599,
            ], coverage: (2, 3)),
        StatedFigures(
            year: 2027, offered: ["A": 4, "F": 3], filled: ["A": 3, "F": 1],
            placements: [
                .started: "K11 K15 K30", .completed: "K08 K11 K15", .interrupted: "K30", .noShow: "",
                .employedAny: "K08", .hiredByHost: "", .known: "K08 K15", .unknown: "K11 K30",
                // K08's employment is municipal labour-market employment.
                .koladaNumerator: "", .koladaKnown: "K08 K15", .koladaDenominator: "K08 K11 K15 K30",
            ],
            occupied: "K08 K11 K15 K21 K30",
            persons: [
                .sixtyDenominator: "", .sixtyKnown: "", .sixtyNumerator: "", .sfiDenominator: "", .sfiNumerator: "",
                .sfiUndated: "",
            ],
            waits: [292, 518, 589], coverage: (1, 3)),
    ]
}

extension StatedFigures {
    /// The row's key of a slot in a cut; nil where slots have none.
    func key(_ slot: StatedTown.Slot, in cut: Cut) -> String? {
        switch cut {
        case .total: "total"
        // A sub-unit is its root's; TEK is SB's at the end of 2026 and after, and its own at the end of 2025.
        case .unit: slot.unit == "SB-P" || (slot.unit == "TEK" && year >= 2026) ? "SB" : slot.unit
        case .kind: slot.kind
        case .purpose: slot.purpose ?? "unknown"
        case .occupation: slot.ssyk.map { String($0.prefix(1)) } ?? "unknown"
        case .urgency: slot.urgency ?? "unknown"
        case .referrer, .sex, .age, .sfi: nil
        }
    }

    /// The same of a person.
    func key(_ person: StatedTown.Person, in cut: Cut) -> String? {
        switch cut {
        case .total: "total"
        case .referrer: person.referrer
        case .sex: person.sex
        case .age: age(person)
        case .sfi: person.sfi ?? "none"
        case .unit, .kind, .purpose, .occupation, .urgency: nil
        }
    }

    /// The group of the age that they turn in the year.
    private func age(_ person: StatedTown.Person) -> String {
        guard let born = person.born.flatMap({ Int($0.prefix(4)) }) else { return "unknown" }
        switch year - born {
        case ...15: return "0-15"
        case ...19: return "16-19"
        case ...24: return "20-24"
        case ...34: return "25-34"
        case ...44: return "35-44"
        case ...54: return "45-54"
        case ...64: return "55-64"
        default: return "65-"
        }
    }

    /// How much the hand's count says of a row; nil where the figure means nothing in the cut.
    func count(_ figure: Figure, in cut: Cut, key: String) -> Int? {
        guard cut.holds(figure) else { return nil }
        if let places = figure == .offered ? offered : figure == .filled ? filled : nil {
            return StatedTown.slots.filter { self.key($0, in: cut) == key }.reduce(0) { $0 + (places[$1.code] ?? 0) }
        }
        if let names = persons[figure] {
            return StatedTown.people.count { Self.list(names).contains($0.name) && self.key($0, in: cut) == key }
        }
        let codes = Self.list(figure == .persons ? occupied : placements[figure] ?? "")
        let counted = StatedTown.placements.filter { codes.contains($0.code) && isIn($0, cut, key) }
        return figure == .persons ? Set(counted.map(\.person)).count : counted.count
    }

    private func isIn(_ placement: StatedTown.Placement, _ cut: Cut, _ key: String) -> Bool {
        let slot = StatedTown.slots.first { $0.code == placement.slot }
        let person = StatedTown.people.first { $0.name == placement.person }
        return (slot.flatMap { self.key($0, in: cut) } ?? person.flatMap { self.key($0, in: cut) }) == key
    }

    static func list(_ names: String) -> Set<String> { Set(names.split(separator: " ").map(String.init)) }
}
