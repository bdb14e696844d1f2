public import Domain
import Store

/// What a municipality has settled for itself; where it has not, what the program sets out with.
public struct MunicipalitySettings: Sendable, Hashable {
    /// Smaller than 3 would publish single people; larger than 20 would leave no figures.
    public static let suppressionThresholds = 3...20
    public static let unconfirmedDayRange = 1...365
    public static let dormantDayRange = 2...730
    public static let minimumWeekRange = 1...52
    public static let answerDayRange = 1...365
    /// Longer than anything is reminded of: what was sent is known by the mail that is kept.
    public static let mailDayRange = 200...3650

    /// What the municipality is called; nil is its code.
    public var name: Line?
    /// What a match run weighs by, unless something else is said for that run.
    public var weights = MatchWeights.standard
    /// Counts of people from 1 to one less are kept back from what may be published.
    public var suppressionThreshold = 5
    /// Days after which an offer that nobody has confirmed is asked about.
    public var unconfirmedDays = 30
    /// The fewest weeks a placement lasts, unless something else is said for a run.
    public var minimumWeeks = 4
    /// Days without both answers after which those who have not answered are asked again, and the coordinator is told.
    public var answerDays = 7
    /// Days without both answers after which a proposal lapses; more than `answerDays`.
    public var lapseDays = 21
    /// Days for which mail is listed after it was sent or given up.
    public var mailDays = 365
    public var supervisorPolicy = SupervisorPolicy.block
    public var trainingPolicy = TrainingPolicy.warn
    /// When placements of each kind are followed up; a kind that is not here has the standard plan.
    private var settledFollowUps: [SlotKind: FollowUpPlan] = [:]
    /// Nil follows ``unconfirmedDays``.
    private var settledDormantDays: Int?

    public init() {}

    public static let standard = MunicipalitySettings()

    public var minimumDays: Int { minimumWeeks * 7 }

    /// Days after which an offer that nobody has confirmed rests: matching leaves it out until it is confirmed. More than
    /// `unconfirmedDays`, so that somebody has been asked before; where nothing is settled 60, or twice those if that is more.
    public var dormantDays: Int {
        get { settledDormantDays ?? max(60, 2 * unconfirmedDays) }
        set { settledDormantDays = newValue }
    }

    /// When placements of a kind are followed up.
    public subscript(followUpOf kind: SlotKind) -> FollowUpPlan {
        get { settledFollowUps[kind] ?? .standard }
        set { settledFollowUps[kind] = newValue == .standard ? nil : newValue }
    }

    /// What of it bears on slots themselves, on a day.
    /// A round's parameters as the municipality has settled them.
    func parameters(roundStart: Day) -> MatchParameters {
        MatchParameters(roundStart: roundStart, minimumDays: minimumDays, weights: weights)
    }

    func slotRules(_ today: Day) -> SlotRules {
        SlotRules(dormantBy: today.adding(-dormantDays), training: trainingPolicy)
    }

    init(_ record: SettingsRecord?) {
        guard let record else { return }
        name = record.name
        if let weights = record.weights { self.weights = MatchWeights(stored: weights) }
        suppressionThreshold = record.suppressionThreshold ?? suppressionThreshold
        unconfirmedDays = record.unconfirmedDays ?? unconfirmedDays
        minimumWeeks = record.minimumWeeks ?? minimumWeeks
        answerDays = record.answerDays ?? answerDays
        lapseDays = record.lapseDays ?? lapseDays
        mailDays = record.mailDays ?? mailDays
        supervisorPolicy = record.supervisorPolicy ?? supervisorPolicy
        trainingPolicy = record.trainingPolicy ?? trainingPolicy
        settledDormantDays = record.dormantDays
        settledFollowUps = record.followUps
    }

    /// What equals the standard is stored as nothing, so that it follows the program's.
    var record: SettingsRecord {
        let standard = Self.standard
        func settled<Value: Equatable>(_ path: KeyPath<Self, Value>) -> Value? {
            self[keyPath: path] == standard[keyPath: path] ? nil : self[keyPath: path]
        }
        return SettingsRecord(
            name: name, weights: settled(\.weights).map(\.stored),
            suppressionThreshold: settled(\.suppressionThreshold), unconfirmedDays: settled(\.unconfirmedDays),
            minimumWeeks: settled(\.minimumWeeks), answerDays: settled(\.answerDays), lapseDays: settled(\.lapseDays),
            supervisorPolicy: settled(\.supervisorPolicy), trainingPolicy: settled(\.trainingPolicy),
            mailDays: settled(\.mailDays),
            dormantDays: dormantDays == max(60, 2 * unconfirmedDays) ? nil : dormantDays,
            followUps: settledFollowUps)
    }

    /// Throws `Refusal.value` with the name of the first setting that is out of its range.
    func check() throws(Refusal) {
        guard weights.isValid else { throw .value("weights", .weights) }
        guard Self.suppressionThresholds.contains(suppressionThreshold) else {
            throw .value("suppression_threshold", .suppressionThreshold)
        }
        guard Self.unconfirmedDayRange.contains(unconfirmedDays) else {
            throw .value("unconfirmed_days", .unconfirmedDays)
        }
        guard Self.dormantDayRange.contains(dormantDays), dormantDays > unconfirmedDays else {
            throw .value("dormant_days", .dormantDays)
        }
        guard Self.minimumWeekRange.contains(minimumWeeks) else { throw .value("minimum_weeks", .minimumWeeks) }
        guard Self.answerDayRange.contains(answerDays) else { throw .value("answer_days", .unconfirmedDays) }
        guard Self.answerDayRange.contains(lapseDays), lapseDays > answerDays else {
            throw .value("lapse_days", .lapseDays)
        }
        guard Self.mailDayRange.contains(mailDays) else { throw .value("mail_days", .mailDays) }
    }
}

extension MunicipalitySettings: Recorded {
    /// By the names that `praktik settings set` takes.
    package var auditFields: [String: String] {
        var fields = [
            "suppression_threshold": String(suppressionThreshold), "unconfirmed_days": String(unconfirmedDays),
            "minimum_weeks": String(minimumWeeks), "answer_days": String(answerDays), "lapse_days": String(lapseDays),
            "supervisor_policy": supervisorPolicy.rawValue, "training_policy": trainingPolicy.rawValue,
            "dormant_days": String(dormantDays), "mail_days": String(mailDays),
        ]
        fields["name"] = name?.rawValue
        for kind in SlotKind.allCases { fields[Self.followUpName(kind)] = self[followUpOf: kind].description }
        for part in ScorePart.allCases { fields["weight_" + part.rawValue] = String(weights[part]) }
        return fields
    }

    public var version: Version { Version(of: auditFields) }
}

extension MatchWeights {
    fileprivate init(stored: [Int]) {
        self = .standard
        for (part, weight) in zip(Self.storedOrder, stored) { self[part] = weight }
    }

    fileprivate var stored: [Int] { Self.storedOrder.map { self[$0] } }

    private static let storedOrder: [ScorePart] = [.occupation, .wish, .area, .waited, .permanentPost, .urgency]
}
