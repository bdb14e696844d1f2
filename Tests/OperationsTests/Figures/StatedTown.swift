import Domain
import Postgres

/// A municipality over the years 2025–2027, to be counted by hand: every rule has a placement, an outcome or a person that it
/// turns on, said beside it. `StatedFigures` has the count.
///
/// | unit | |
/// |---|---|
/// | SB | a department, with SB-P below it |
/// | TEK | a department until 2026-06-30, when SB took over |
/// | KLK, KF | departments; KF offers nothing |
/// | UE | a company |
enum StatedTown {
    static let code = "1485"

    struct Slot {
        let code, unit, kind: String
        let purpose, ssyk, urgency: String?
        let from, to: String
        let places: Int
        let state: String

        init(
            _ code: String, _ unit: String, _ kind: String, _ purpose: String?, _ ssyk: String?, _ urgency: String?,
            _ from: String, _ to: String, _ places: Int, _ state: String = "offered"
        ) {
            (self.code, self.unit, self.kind, self.purpose, self.ssyk) = (code, unit, kind, purpose, ssyk)
            (self.urgency, self.from, self.to, self.places, self.state) = (urgency, from, to, places, state)
        }
    }

    static let slots = [
        Slot("A", "SB", "arbetspraktik", "job", "9412", "high", "2025-01-01", "2027-12-31", 4),
        // One of the five is withdrawn from September 2026.
        Slot("B", "SB-P", "sprakpraktik", "language", "5321", "normal", "2026-01-01", "2026-12-31", 5),
        Slot("C", "KLK", "arbetspraktik", nil, nil, nil, "2025-07-01", "2026-03-31", 4),
        Slot("D", "TEK", "arbetstraning", "introduction", "9412", "low", "2026-01-01", "2026-06-30", 3),
        Slot("E", "KLK", "put", "job", "4112", "normal", "2026-01-01", "2026-12-31", 2),
        Slot("F", "UE", "larling", "job", "7111", "high", "2026-08-01", "2027-06-30", 3),
        Slot("G", "SB", "arbetspraktik", nil, nil, nil, "2026-01-01", "2026-12-31", 9, "draft"),
        // Withdrawn on its first day.
        Slot("H", "KLK", "arbetspraktik", nil, nil, nil, "2026-02-01", "2026-12-31", 2),
    ]

    struct Person {
        let name, referrer, sex: String
        let born: String?
        let registered: String
        let sfi, sfiOn, introduced: String?

        init(
            _ name: String, _ referrer: String, _ sex: String, born: String?, registered: String, sfi: String? = nil,
            on sfiOn: String? = nil, introduced: String? = nil
        ) {
            (self.name, self.referrer, self.sex, self.born) = (name, referrer, sex, born)
            (self.registered, self.sfi, self.sfiOn, self.introduced) = (registered, sfi, sfiOn, introduced)
        }
    }

    static let people = [
        Person(
            "p01", "AMA", "woman", born: "1990-05-01", registered: "2025-01-10", sfi: "D", on: "2025-12-01",
            introduced: "2025-12-15"),
        // Turns 18 on the last day of 2026.
        Person("p02", "AMA", "man", born: "2008-12-31", registered: "2025-01-10"),
        Person("p03", "AMA", "woman", born: "1960-01-01", registered: "2025-06-01", sfi: "not_needed"),
        Person("p04", "INV", "man", born: "1985-02-02", registered: "2025-09-01", sfi: "C", introduced: "2026-02-28"),
        // Passed 81 days after the end.
        Person(
            "p05", "INV", "woman", born: "1995-03-03", registered: "2025-11-01", sfi: "D", on: "2026-06-20",
            introduced: "2026-03-31"),
        // Passed 93 days after it, which is too late.
        Person(
            "p06", "INV", "man", born: "1975-04-04", registered: "2026-01-01", sfi: "D", on: "2026-09-01",
            introduced: "2026-05-31"),
        // Passed on a day that nobody has stated; no date of birth.
        Person("p07", "INV", "woman", born: nil, registered: "2026-01-15", sfi: "D", introduced: "2026-06-30"),
        Person(
            "p08", "AMA", "unknown", born: "2001-07-01", registered: "2026-02-01", sfi: "B", introduced: "2026-10-15"),
        Person("p09", "AMA", "man", born: "1971-05-05", registered: "2026-04-01", sfi: "A"),
        Person("p10", "INV", "woman", born: "2010-03-03", registered: "2025-03-01"),
        // Needs no SFI, so that the denominator of SFI D is one less than that of the introductions.
        Person(
            "p11", "AMA", "man", born: "1980-06-06", registered: "2026-01-01", sfi: "not_needed",
            introduced: "2026-12-31"),
        // No placement.
        Person("p12", "INV", "woman", born: "1999-07-07", registered: "2025-12-01", introduced: "2026-01-31"),
    ]

    struct Placement {
        let code, person, slot, from, to: String
        /// The states that it passes through after `proposed`, each with its day.
        let steps: [(state: String, on: String)]

        init(
            _ code: String, _ person: String, _ slot: String, _ from: String, _ to: String, _ end: String, _ on: String
        ) {
            (self.code, self.person, self.slot, self.from, self.to) = (code, person, slot, from, to)
            let agreed = [("accepted", from), ("agreed", from)]
            switch end {
            case "proposed": steps = []
            case "agreed": steps = agreed
            case "no_show": steps = agreed + [(end, on)]
            case "completed", "interrupted": steps = agreed + [("started", from), (end, on)]
            case "cancelled_by_host", "withdrawn": steps = [("accepted", from), (end, on)]
            default: steps = [(end, on)]
            }
        }
    }

    /// Each starts on its first day.
    static let placements = [
        Placement("K01", "p01", "A", "2025-02-03", "2025-04-30", "completed", "2025-04-30"),
        Placement("K02", "p01", "C", "2025-09-01", "2025-12-19", "completed", "2025-12-19"),
        Placement("K03", "p01", "A", "2026-01-12", "2026-03-31", "completed", "2026-03-31"),
        Placement("K04", "p01", "B", "2026-05-04", "2026-08-28", "interrupted", "2026-06-12"),
        Placement("K05", "p02", "A", "2025-03-03", "2025-05-30", "completed", "2025-05-30"),
        // Across New Year: in both years' persons and places, started in the one and completed in the other.
        Placement("K06", "p02", "C", "2025-10-01", "2026-01-30", "completed", "2026-01-30"),
        Placement("K07", "p02", "D", "2026-03-02", "2026-05-29", "completed", "2026-05-29"),
        Placement("K08", "p02", "A", "2026-09-01", "2027-01-29", "completed", "2027-01-29"),
        Placement("K09", "p03", "A", "2025-08-04", "2025-11-28", "completed", "2025-11-28"),
        Placement("K10", "p03", "E", "2026-01-05", "2026-06-30", "completed", "2026-06-30"),
        Placement("K11", "p03", "A", "2027-01-11", "2027-04-30", "completed", "2027-04-30"),
        Placement("K12", "p04", "C", "2025-11-03", "2026-02-01", "interrupted", "2026-01-16"),
        Placement("K13", "p04", "B", "2026-02-02", "2026-04-30", "completed", "2026-04-30"),
        Placement("K14", "p04", "F", "2026-09-07", "2026-12-18", "completed", "2026-12-18"),
        Placement("K15", "p04", "A", "2027-02-01", "2027-05-28", "completed", "2027-05-28"),
        Placement("K16", "p05", "C", "2025-12-01", "2026-03-31", "completed", "2026-03-31"),
        Placement("K17", "p05", "B", "2026-06-01", "2026-08-31", "no_show", "2026-06-01"),
        Placement("K18", "p05", "B", "2026-09-07", "2026-12-31", "completed", "2026-12-31"),
        Placement("K19", "p06", "D", "2026-01-12", "2026-06-30", "completed", "2026-06-30"),
        Placement("K20", "p06", "F", "2026-08-03", "2027-01-29", "interrupted", "2026-12-30"),
        // Agreed and never started: its days are occupied.
        Placement("K21", "p06", "F", "2027-02-01", "2027-06-30", "agreed", ""),
        Placement("K22", "p07", "B", "2026-02-02", "2026-05-29", "completed", "2026-05-29"),
        Placement("K23", "p07", "B", "2026-06-08", "2026-08-28", "completed", "2026-08-28"),
        Placement("K24", "p07", "B", "2026-10-05", "2026-12-18", "cancelled_by_host", "2026-10-05"),
        Placement("K25", "p08", "B", "2026-03-02", "2026-06-12", "interrupted", "2026-04-17"),
        Placement("K26", "p08", "A", "2026-08-17", "2026-12-18", "completed", "2026-12-18"),
        Placement("K27", "p09", "A", "2026-04-20", "2026-06-30", "completed", "2026-06-30"),
        Placement("K28", "p09", "A", "2026-08-10", "2026-10-30", "declined", "2026-08-01"),
        Placement("K29", "p09", "E", "2026-11-02", "2026-12-31", "completed", "2026-12-31"),
        Placement("K30", "p09", "A", "2027-01-18", "2027-03-31", "interrupted", "2027-02-12"),
        Placement("K31", "p10", "A", "2025-05-05", "2025-06-27", "completed", "2025-06-27"),
        Placement("K32", "p10", "C", "2026-01-07", "2026-02-27", "withdrawn", "2026-01-07"),
        Placement("K33", "p10", "D", "2026-04-01", "2026-06-12", "completed", "2026-06-12"),
        Placement("K34", "p10", "F", "2026-08-24", "2026-11-27", "completed", "2026-11-27"),
        Placement("K35", "p10", "A", "2027-03-01", "2027-05-31", "proposed", ""),
        Placement("K36", "p11", "B", "2026-01-12", "2026-03-27", "completed", "2026-03-27"),
        // Completed two days early, by agreement.
        Placement("K37", "p11", "B", "2026-04-07", "2026-06-26", "completed", "2026-06-24"),
        Placement("K38", "p11", "A", "2026-10-01", "2026-12-31", "lapsed", "2026-09-15"),
        Placement("K39", "p03", "A", "2025-12-01", "2025-12-31", "no_show", "2025-12-02"),
        Placement("K40", "p01", "A", "2026-10-05", "2026-12-18", "agreed", ""),
    ]

    /// code, person, placement, checked on, status, employer, form, from, to, student aid.
    static let outcomes: SQL = """
        VALUES
            ('O01', 'p01', 'K01', '2025-07-01', 'employed', 'host', 'permanent', '2025-06-01', NULL, NULL::bool),
            ('O02', 'p01', 'K02', '2026-01-15', 'seeking', NULL, NULL, NULL, NULL, NULL),
            -- Sixteen days: employed, but no month; what comes later does not help the first status.
            ('O03', 'p01', 'K03', '2026-04-30', 'employed', 'other', 'hourly', '2026-04-10', '2026-04-25', NULL),
            ('O04', 'p01', 'K03', '2026-08-01', 'employed', 'host', 'permanent', '2026-07-15', NULL, NULL),
            ('O05', 'p01', 'K04', '2026-07-10', 'unknown', NULL, NULL, NULL, NULL, NULL),
            -- 184 days after the end.
            ('O06', 'p02', 'K05', '2025-12-01', 'employed', 'other', 'permanent', '2025-11-30', NULL, NULL),
            ('O07', 'p02', 'K07', '2026-06-15', 'studying', NULL, NULL, NULL, NULL, true),
            ('O08', 'p02', 'K08', '2027-02-15', 'employed', 'municipality', 'municipal_labour_market', '2027-02-01', NULL,
                NULL),
            ('O09', 'p03', 'K09', '2025-12-10', 'other', NULL, NULL, NULL, NULL, NULL),
            -- Begun before the end and held after it.
            ('O10', 'p03', 'K10', '2026-07-01', 'employed', 'host', 'fixed_term', '2026-05-01', NULL, NULL),
            -- The person's own: it is an answer for K12 and K13, which ended before it, and too early for K14.
            ('O12', 'p04', NULL, '2026-05-15', 'studying', NULL, NULL, NULL, NULL, false),
            -- 184 days after the end.
            ('O13', 'p04', 'K14', '2027-07-01', 'employed', 'host', 'permanent', '2027-06-20', NULL, NULL),
            ('O14', 'p04', 'K15', '2027-06-15', 'further_placement', NULL, NULL, NULL, NULL, NULL),
            -- Exactly a month.
            ('O15', 'p05', 'K16', '2026-05-01', 'employed', 'municipality', 'permanent', '2026-04-15', '2026-05-14', NULL),
            ('O17', 'p06', 'K19', '2026-07-31', 'seeking', NULL, NULL, NULL, NULL, NULL),
            ('O18', 'p06', 'K19', '2026-09-30', 'employed', 'own', 'permanent', '2026-09-15', NULL, NULL),
            ('O19', 'p06', 'K20', '2027-01-30', 'unknown', NULL, NULL, NULL, NULL, NULL),
            ('O20', 'p07', 'K22', '2026-06-05', 'further_placement', NULL, NULL, NULL, NULL, NULL),
            ('O21', 'p07', 'K23', '2026-09-20', 'employed', 'host', 'permanent', '2026-09-01', NULL, NULL),
            ('O22', 'p08', 'K25', '2026-05-01', 'seeking', NULL, NULL, NULL, NULL, NULL),
            ('O24', 'p09', 'K27', '2026-07-20', 'studying', NULL, NULL, NULL, NULL, true),
            ('O25', 'p09', 'K29', '2027-01-20', 'employed', 'other', 'fixed_term', '2027-01-10', '2027-02-09', NULL),
            ('O27', 'p10', 'K31', '2025-08-20', 'studying', NULL, NULL, NULL, NULL, false),
            -- No beginning stated: employed, though not as Kolada asks.
            ('O28', 'p10', 'K33', '2026-07-01', 'employed', 'host', 'hourly', NULL, NULL, NULL),
            ('O29', 'p10', 'K34', '2026-12-10', 'seeking', NULL, NULL, NULL, NULL, NULL),
            -- Exactly 180 days after the end.
            ('O31', 'p11', 'K37', '2026-12-21', 'employed', 'other', 'permanent', NULL, NULL, NULL),
            ('O32', 'p12', NULL, '2026-03-01', 'studying', NULL, NULL, NULL, NULL, false)
        """
}
