import Domain
import StrictJSON

/// The fields of a body that say what is known of a status: of an outcome by itself, and of one told at a follow-up.
enum OutcomeFactsInput {
    private static let employer = InputField("employer", Employer.self, "Where employed.")
    private static let form = InputField("form", EmploymentForm.self, "How employed.")
    private static let subsidised = InputField("subsidised", YesNoUnknown.self, "Whether it is subsidised.")
    private static let from = InputField("from", Day.self, "The first day.")
    private static let to = InputField("to", Day.self, "The last day.")
    private static let aid = InputField("student_aid", YesNoUnknown.self, "Whether entitled to student aid.")

    static let fields = [
        employer.optional, form.optional, subsidised.optional(default: "unknown"), from.optional, to.optional,
        aid.optional(default: "unknown"),
    ]

    static func read(_ body: RequestBody) throws -> OutcomeFacts {
        OutcomeFacts(
            employer: try body[employer], form: try body[form], subsidised: try body[subsidised] ?? .unknown,
            from: try body[from], to: try body[to], studentAid: try body[aid] ?? .unknown)
    }
}
