public import Domain

/// What a figure is, as data: its name, what is counted in words, where it comes from, and how it may be used. Pages,
/// commands, files and the API print it from here, and nothing says it a second time.
public enum Definition: String, CaseIterable, Sendable, Hashable {
    case offeredInYear = "offered_in_year"
    case filled
    case started
    case completed
    case interrupted
    case noShow = "no_show"
    case personsReceived = "persons_received"
    case hoursPerDay = "hours_per_day"
    case putInYear = "put_in_year"
    case employedAny = "employed_any"
    case hiredByHost = "hired_by_host"
    case sixty
    case koladaLike = "kolada_like"
    case sfiD = "sfi_d"
    case responseRate = "response_rate"
    case timeToPlacement = "time_to_placement"
    case coverage
    case agreed
    case delivered
    case delta

    /// What it is measured in.
    public enum Unit: String, Sendable {
        case places
        case placements
        case persons
        case hours
        case days
        case departments
        case share

        public var label: Phrase {
            switch self {
            case .places: Phrase(sv: "platser", en: "places")
            case .placements: Phrase(sv: "praktiker", en: "placements")
            case .persons: Phrase(sv: "personer", en: "persons")
            case .hours: Phrase(sv: "timmar", en: "hours")
            case .days: Phrase(sv: "dagar", en: "days")
            case .departments: Phrase(sv: "förvaltningar", en: "departments")
            case .share: Phrase(sv: "andel", en: "share")
            }
        }
    }

    /// The seed, section and number that ask for it.
    public struct Source: Sendable, Hashable {
        public let seed: String
        public let section: String?
        public let number: String?

        init(_ seed: String, _ section: String? = nil, number: String? = nil) {
            self.seed = seed
            self.section = section
            self.number = number
        }

        /// `S0 § 3 nr 12`.
        public var text: String {
            [seed, section.map { "§ \($0)" }, number.map { "nr \($0)" }].compactMap(\.self).joined(separator: " ")
        }
    }

    /// The definition of a counting rule.
    public init(_ rule: CountingRule) {
        self =
            switch rule {
            case .offeredInYear: .offeredInYear
            case .filled: .filled
            case .started: .started
            case .completed: .completed
            case .interrupted: .interrupted
            case .noShow: .noShow
            case .personsReceived: .personsReceived
            case .hoursPerDay: .hoursPerDay
            case .putInYear: .putInYear
            case .employedAny: .employedAny
            case .sixty: .sixty
            case .koladaLike: .koladaLike
            case .delta: .delta
            }
    }

    /// Raised when what it counts changes, so that an older figure names the definition it was counted by.
    public var version: Int { 1 }

    /// The name with its version, such as `offered_in_year@1`.
    public var identifier: String { "\(rawValue)@\(version)" }

    public var unit: Unit {
        switch self {
        case .offeredInYear, .filled, .putInYear, .agreed: .places
        case .started, .completed, .interrupted, .noShow, .delivered: .placements
        case .personsReceived: .persons
        case .hoursPerDay: .hours
        case .timeToPlacement: .days
        case .coverage: .departments
        case .employedAny, .hiredByHost, .sixty, .koladaLike, .sfiD, .responseRate: .share
        case .delta: .places
        }
    }

    /// Whether it counts people, so that small numbers of it are kept back from what is published.
    public var countsPersons: Bool {
        switch self {
        case .offeredInYear, .putInYear, .hoursPerDay, .coverage, .agreed, .delta: false
        default: true
        }
    }

    /// Whether its rows add up to the total of a cut. Of a share that is its numerator and denominator.
    public var addsUp: Bool {
        switch self {
        case .personsReceived, .hoursPerDay, .timeToPlacement: false
        default: true
        }
    }

    public var sources: [Source] {
        switch self {
        case .offeredInYear: [Source("S2", "4.3.11"), Source("S0", number: "12")]
        case .filled: [Source("S2", "4.3.11"), Source("S4")]
        case .started, .completed, .interrupted, .noShow: [Source("S0", number: "12"), Source("S4")]
        case .personsReceived: [Source("S2", "4.4.1")]
        case .hoursPerDay: [Source("S2", "4.5.1")]
        case .putInYear: [Source("S2", "4.3.6"), Source("S2", "4.3.14")]
        case .employedAny: [Source("S0", number: "12")]
        case .hiredByHost: [Source("S3")]
        case .sixty: [Source("S2", "3.1"), Source("S2", "4.1.3–4")]
        case .koladaLike: [Source("Kolada", nil)]
        case .sfiD: [Source("S2", "4.1.3")]
        case .responseRate: [Source("S4")]
        case .timeToPlacement: [Source("S3")]
        case .coverage, .agreed, .delivered: [Source("S4")]
        case .delta: [Source("S2", "4.7.1")]
        }
    }

    /// What it is called in a heading or a sentence.
    public var label: Phrase {
        switch self {
        case .offeredInYear: CountingRule.offeredInYear.label
        case .filled: CountingRule.filled.label
        case .started: CountingRule.started.label
        case .completed: CountingRule.completed.label
        case .interrupted: CountingRule.interrupted.label
        case .noShow: CountingRule.noShow.label
        case .personsReceived: CountingRule.personsReceived.label
        case .hoursPerDay: CountingRule.hoursPerDay.label
        case .putInYear: CountingRule.putInYear.label
        case .employedAny: CountingRule.employedAny.label
        case .sixty: CountingRule.sixty.label
        case .koladaLike: CountingRule.koladaLike.label
        case .delta: CountingRule.delta.label
        case .hiredByHost: Phrase(sv: "anställda av värden", en: "hired by the host")
        case .sfiD: Phrase(sv: "godkända på SFI D", en: "passed SFI D")
        case .responseRate: Phrase(sv: "svarsfrekvens", en: "response rate")
        case .timeToPlacement: Phrase(sv: "dagar till praktik", en: "days to a placement")
        case .coverage: Phrase(sv: "förvaltningar med platser", en: "departments with places")
        case .agreed: Phrase(sv: "avtalade", en: "agreed")
        case .delivered: Phrase(sv: "levererade", en: "delivered")
        }
    }
}

extension Definition: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(rawValue, forKey: Name("name"))
        try container.encode(version, forKey: Name("version"))
        for (language, suffix) in [(Language.swedish, "sv"), (.english, "en")] {
            try container.encode(label[language], forKey: Name("label_" + suffix))
            try container.encode(text[language], forKey: Name("rule_" + suffix))
        }
        try container.encode(unit.rawValue, forKey: Name("unit"))
        try container.encode(countsPersons, forKey: Name("counts_persons"))
        try container.encode(addsUp, forKey: Name("adds_up"))
        try container.encode(overTime.rawValue, forKey: Name("over_time"))
        for (language, suffix) in [(Language.swedish, "sv"), (.english, "en")] {
            try container.encode(overTimeReason[language], forKey: Name("over_time_" + suffix))
        }
        try container.encode(sources.map(\.text), forKey: Name("sources"))
    }
}
