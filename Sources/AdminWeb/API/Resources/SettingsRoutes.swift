import Domain
import Operations
import StrictJSON

/// What a municipality settles for itself.
enum SettingsRoutes {
    private static let name = InputField("name", Line.self, "What the municipality is called.")
    private static let weights = InputField(
        "weights", WeightsInput.self, "The points of parts that are to differ; all together at most 1000.")
    private static let threshold = InputField(
        "suppression_threshold", Threshold.self, "Counts of fewer people are kept back from what may be published.")
    private static let unconfirmed = InputField(
        "unconfirmed_days", UnconfirmedDays.self, "Days after which an offer that nobody has confirmed is asked about.")
    private static let weeks = InputField("minimum_weeks", MinimumWeeks.self, "The fewest weeks a placement lasts.")
    private static let answerDays = InputField(
        "answer_days", AnswerDays.self, "Days after which an unanswered proposal is asked about.")
    private static let lapseDays = InputField(
        "lapse_days", AnswerDays.self, "Days after which an unanswered proposal lapses; more than answer_days.")
    private static let policy = InputField(
        "supervisor_policy", SupervisorPolicy.self, "What happens where a supervisor is full already.")
    private static let training = InputField(
        "training_policy", TrainingPolicy.self, "What happens where a supervisor is not trained by the first day.")
    private static let dormant = InputField(
        "dormant_days", DormantDays.self,
        "Days after which an offer that nobody has confirmed is left out of matching; more than unconfirmed_days.")

    private static let mailDays = InputField(
        "mail_days", MailDays.self, "Days for which mail is listed after it was sent or given up.")
    private static let followUps = InputField(
        "follow_ups", FollowUpPlans.self, "When placements of kinds that are to differ are followed up.")

    private static let change = APISchema.named(
        "SettingsChange", "What is to be different; what is left out or null stays, but a null name is removed.",
        [
            name.optional, weights.optional, threshold.optional, unconfirmed.optional, weeks.optional,
            answerDays.optional, lapseDays.optional, policy.optional, training.optional, dormant.optional,
            mailDays.optional,
            followUps.optional,
        ])

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/settings", "readSettings", in: group, "What holds in the municipality.", .readSettings,
            [], .ok(Representation.settings.schema)
        ) { call in answer(try await call.operations.settings(call.actor), call) },
        APIRoute(
            .patch, "/settings", "changeSettings", in: group,
            "Change settings. Runs and reports that are there keep what they were made with.", .manageSettings,
            body: .json(change), .ok(Representation.settings.schema), precondition: .required
        ) { call in
            let body = call.body
            let changed = try await call.operations.changeSettings(call.actor, expecting: call.version) { settings in
                if body.json[name.name] != nil { settings.name = try body[name] }
                for (part, points) in try body[weights]?.points ?? [:] { settings.weights[part] = points }
                settings.suppressionThreshold = try body[threshold]?.number ?? settings.suppressionThreshold
                settings.unconfirmedDays = try body[unconfirmed]?.number ?? settings.unconfirmedDays
                settings.minimumWeeks = try body[weeks]?.number ?? settings.minimumWeeks
                settings.answerDays = try body[answerDays]?.number ?? settings.answerDays
                settings.lapseDays = try body[lapseDays]?.number ?? settings.lapseDays
                settings.supervisorPolicy = try body[policy] ?? settings.supervisorPolicy
                settings.trainingPolicy = try body[training] ?? settings.trainingPolicy
                settings.mailDays = try body[mailDays]?.number ?? settings.mailDays
                if let days = try body[dormant]?.number { settings.dormantDays = days }
                for (kind, plan) in try body[followUps]?.plans ?? [:] { settings[followUpOf: kind] = plan }
            }
            return answer(changed, call)
        },
    ]

    private static let group = "Settings"

    private static func answer(_ settings: MunicipalitySettings, _ call: APICall) -> APIResult {
        APIResult(.settings, settings, call, version: settings.version)
    }
}

extension SupervisorPolicy: APIWord {}
extension TrainingPolicy: APIWord {}

extension Representation<MunicipalitySettings> {
    static let settings = Representation("Settings", "What a municipality has settled for itself.") {
        APIField("name", "What it is called; null is its code.") { $0.name }
        APIField("weights", "What a match run weighs by, in points.") { settings in
            WeightsInput(
                points: Dictionary(uniqueKeysWithValues: ScorePart.allCases.map { ($0, settings.weights[$0]) }))
        }
        APIField("suppression_threshold", "Counts of fewer people are kept back from what may be published.") {
            $0.suppressionThreshold
        }
        APIField("unconfirmed_days", "Days after which an offer that nobody has confirmed is asked about.") {
            $0.unconfirmedDays
        }
        APIField("minimum_weeks", "The fewest weeks a placement lasts.") { $0.minimumWeeks }
        APIField("answer_days", "Days after which an unanswered proposal is asked about.") { $0.answerDays }
        APIField("lapse_days", "Days after which an unanswered proposal lapses.") { $0.lapseDays }
        APIField("supervisor_policy", "What happens where a supervisor is full already.") { $0.supervisorPolicy }
        APIField("training_policy", "What happens where a supervisor is not trained by the first day.") {
            $0.trainingPolicy
        }
        APIField("dormant_days", "Days after which an offer that nobody has confirmed is left out of matching.") {
            $0.dormantDays
        }
        APIField("mail_days", "Days for which mail is listed after it was sent or given up.") { $0.mailDays }
        APIField("follow_ups", "When placements of each kind are followed up: mid|end|30|90|180, or none.") {
            settings in
            FollowUpPlans(
                plans: Dictionary(uniqueKeysWithValues: SlotKind.allCases.map { ($0, settings[followUpOf: $0]) }))
        }
    }
}

/// Of people.
struct Threshold: BoundedNumber {
    static let range = MunicipalitySettings.suppressionThresholds
    let number: Int
}

struct UnconfirmedDays: BoundedNumber {
    static let range = MunicipalitySettings.unconfirmedDayRange
    let number: Int
}

struct AnswerDays: BoundedNumber {
    static let range = MunicipalitySettings.answerDayRange
    let number: Int
}

struct DormantDays: BoundedNumber {
    static let range = MunicipalitySettings.dormantDayRange
    let number: Int
}

struct MailDays: BoundedNumber {
    static let range = MunicipalitySettings.mailDayRange
    let number: Int
}

struct MinimumWeeks: BoundedNumber {
    static let range = MunicipalitySettings.minimumWeekRange
    let number: Int
}
