import ArgumentParser
import Domain

/// What is known of a status besides the status: recorded by itself, or at a follow-up.
struct OutcomeOptions: ParsableArguments {
    @Option(help: .phrase(sv: "Anställd hos.", en: "Employed with."), transform: word(Employer.self))
    var employer: Employer?
    @Option(help: .phrase(sv: "Anställningsform.", en: "Form of employment."), transform: word(EmploymentForm.self))
    var form: EmploymentForm?
    @Option(help: .phrase(sv: "Med lönestöd eller inte.", en: "Subsidised or not."), transform: word(YesNoUnknown.self))
    var subsidised: YesNoUnknown = .unknown
    @Option(help: .phrase(sv: "Gäller från.", en: "Holds from."), transform: value { try Day($0) })
    var from: Day?
    @Option(help: .phrase(sv: "Gäller till.", en: "Holds until."), transform: value { try Day($0) })
    var to: Day?
    @Option(
        help: .phrase(sv: "Med rätt till studiemedel.", en: "Entitled to student aid."),
        transform: word(YesNoUnknown.self))
    var studentAid: YesNoUnknown = .unknown

    var facts: OutcomeFacts {
        OutcomeFacts(
            employer: employer, form: form, subsidised: subsidised, from: from, to: to, studentAid: studentAid)
    }
}
