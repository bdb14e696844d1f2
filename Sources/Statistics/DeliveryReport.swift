public import Domain

/// What was agreed in a year and what became of it: for each unit at the top agreed, offered, filled, started and delivered,
/// and the agreements that are not delivered yet.
public struct DeliveryReport: Sendable, Hashable {
    /// How many slots a unit did not offer again, for one reason.
    public struct NotRenewed: Sendable, Hashable {
        public let reason: NoRenewalReason
        public let slots: Int
        public let places: Int

        public init(reason: NoRenewalReason, slots: Int, places: Int) {
            self.reason = reason
            self.slots = slots
            self.places = places
        }
    }

    public struct Department: Sendable, Hashable {
        public let unit: String
        public let name: String
        public let kind: UnitKind
        /// Nil where no agreement of its own says so many places.
        public let agreed: Amount?
        public let offered: Int
        public let filled: Int
        public let started: Int
        public let delivered: Int
        public let notRenewed: [NotRenewed]

        public init(
            unit: String, name: String, kind: UnitKind, agreed: Amount?, offered: Int, filled: Int, started: Int,
            delivered: Int, notRenewed: [NotRenewed]
        ) {
            self.unit = unit
            self.name = name
            self.kind = kind
            self.agreed = agreed
            self.offered = offered
            self.filled = filled
            self.started = started
            self.delivered = delivered
            self.notRenewed = notRenewed
        }
    }

    /// An agreement that is not met, or of which it cannot be said.
    public struct Undelivered: Sendable, Hashable {
        public let result: UndertakingResult
        /// The first day on which it held in the year.
        public let since: Day
        public let ageDays: Int

        public init(_ result: UndertakingResult, since: Day, today: Day) {
            self.result = result
            self.since = since
            ageDays = max(0, today.days(since: since))
        }

        /// What is lacking to the target, in hundredths of what it is measured in; nil where there is nothing to measure by.
        public var missingHundredths: Int? {
            guard let value = result.value, let target = result.target else { return nil }
            if result.measure == .delta {
                return result.baseline.map { max(0, $0.hundredths + target.hundredths - value.hundredths) }
            }
            return max(0, target.hundredths - value.hundredths)
        }

        /// Of an agreement in places: those that are not offered, and of those offered the ones that nobody has.
        public var openPlaces: (notOffered: Int, notFilled: Int)? {
            guard result.measure == .places, let target = result.target.map({ $0.hundredths / 100 }) else { return nil }
            let offered = min(target, result.count.offered)
            return (target - offered, max(0, offered - result.count.filled))
        }
    }

    public let year: Int
    /// By their codes.
    public let departments: [Department]
    /// Codes of the departments, valid in the year, that offered no place in it.
    public let unitsWithoutSlots: [String]
    /// The oldest first.
    public let undelivered: [Undelivered]
    /// Whether counts of people are kept back.
    public private(set) var hidesPersons = false

    public init(year: Int, departments: [Department], unitsWithoutSlots: [String], undelivered: [Undelivered]) {
        self.year = year
        self.departments = departments
        self.unitsWithoutSlots = unitsWithoutSlots
        self.undelivered = undelivered.sorted { ($0.since, $0.result.code) < ($1.since, $1.result.code) }
    }

    /// Without any count of people, as ``UndertakingResult/withoutPersons``. Whether an agreement that counts people is met
    /// is not told either.
    public var withoutPersons: DeliveryReport {
        var report = DeliveryReport(
            year: year, departments: departments, unitsWithoutSlots: unitsWithoutSlots,
            undelivered: undelivered.filter { !$0.result.rule.countsPersons })
        report.hidesPersons = true
        return report
    }

    /// What its figures are defined by.
    public static let definitions: [Definition] = [.agreed, .offeredInYear, .filled, .started, .delivered]
}

extension DeliveryReport: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(year, forKey: Name("year"))
        var list = container.nestedUnkeyedContainer(forKey: Name("departments"))
        for department in departments {
            try encode(department, to: list.nestedContainer(keyedBy: Name.self))
        }
        try container.encode(unitsWithoutSlots, forKey: Name("units_without_slots"))
        var open = container.nestedUnkeyedContainer(forKey: Name("undelivered"))
        for agreement in undelivered {
            try encode(agreement, to: open.nestedContainer(keyedBy: Name.self))
        }
        if hidesPersons { try container.encode(["filled", "started", "delivered"], forKey: Name("suppressed")) }
    }

    private func encode(_ row: Department, to container: KeyedEncodingContainer<Name>) throws {
        var container = container
        try container.encode(row.unit, forKey: Name("unit"))
        try container.encode(row.name, forKey: Name("name"))
        try container.encode(row.kind.rawValue, forKey: Name("kind"))
        try container.encode(hundredths: row.agreed?.hundredths, forKey: Name("agreed"))
        try container.encode(row.offered, forKey: Name("offered"))
        try container.encode(hidesPersons ? nil : row.filled, forKey: Name("filled"))
        try container.encode(hidesPersons ? nil : row.started, forKey: Name("started"))
        try container.encode(hidesPersons ? nil : row.delivered, forKey: Name("delivered"))
        var reasons = container.nestedUnkeyedContainer(forKey: Name("not_renewed"))
        for not in row.notRenewed {
            var one = reasons.nestedContainer(keyedBy: Name.self)
            try one.encode(not.reason.rawValue, forKey: Name("reason"))
            try one.encode(not.slots, forKey: Name("slots"))
            try one.encode(not.places, forKey: Name("places"))
        }
    }

    private func encode(_ open: Undelivered, to container: KeyedEncodingContainer<Name>) throws {
        var container = container
        let result = open.result
        try container.encode(result.code, forKey: Name("code"))
        try container.encode(result.text, forKey: Name("text"))
        try container.encode(result.unit, forKey: Name("unit"))
        try container.encode(result.measure.rawValue, forKey: Name("measure"))
        try container.encode(result.rule.rawValue, forKey: Name("rule"))
        try container.encode(hundredths: result.target?.hundredths, forKey: Name("target"))
        try container.encode(hundredths: result.value?.hundredths, forKey: Name("value"))
        try container.encode(result.status.rawValue, forKey: Name("status"))
        try container.encode(hundredths: open.missingHundredths, forKey: Name("missing"))
        try container.encode(open.openPlaces?.notOffered, forKey: Name("not_offered"))
        try container.encode(hidesPersons ? nil : open.openPlaces?.notFilled, forKey: Name("not_filled"))
        try container.encode(open.since.description, forKey: Name("since"))
        try container.encode(open.ageDays, forKey: Name("age_days"))
    }
}
