import Domain
import Operations
import Store

extension Representation<AgreementVersion> {
    static let agreementVersion = Representation(
        "AgreementVersion", "One version of a placement's agreement."
    ) {
        APIField("version", "From 1.") { $0.number }
        APIField("slot", "The slot's code.") { $0.terms.slot }
        APIField("from", "The first day.") { $0.terms.period.from }
        APIField("to", "The last day.") { $0.terms.period.to }
        APIField("hours_per_day", "Null is full time.") { $0.terms.hoursPerDay }
        APIField("begins_at", "When the day begins; null where that is not settled.") { $0.terms.beginsAt }
        APIField("weekdays", "On which days.") { $0.terms.weekdays }
        APIField("supervisor", "The supervisor's code.") { $0.terms.supervisor }
        APIField("deputy", "The code of the supervisor who stands in.") { $0.terms.deputy }
        APIField("goal", "What is to be learnt.") { $0.terms.goal }
        APIField("language_goal", "What is to be learnt of the language.") { $0.terms.languageGoal }
        APIField("insurance", "How the participant is insured.") { $0.terms.insurance }
        APIField("contact", "Whom to turn to.") { $0.terms.contact }
        APIField("made_at", "When it was written.") { $0.madeAt }
        APIField("made_by", "By which account; null for hosts, unless it is their own.") { $0.madeBy }
        APIField("in_force_at", "Since when it was in force; null where it is not, or never was.") { $0.inForceAt }
        APIField("missing_approvals", "Whose word is missing.") { $0.missingApprovals }
        APIField("missing_checks", "Which checks before the start are missing.") { $0.missingChecks }
    }
}

extension Representation<AgreementApproval> {
    static let agreementApproval = Representation("AgreementApproval", "One party's word on a version.") {
        APIField("version", "Of which version.") { $0.version }
        APIField("party", "Whose word.") { $0.party }
        APIField("at", "When it was given.") { $0.at }
        APIField("by", "By which account; null for hosts, unless it is their own.") { $0.by }
        APIField("ground", "Why somebody else gave it; null where nobody did.") { $0.ground }
    }
}

extension Representation<RecordedCheck> {
    static let recordedCheck = Representation(
        "CheckBeforeStart", "That a check was made; never what it showed."
    ) {
        APIField("version", "The agreement's version, as it stood.") { $0.version }
        APIField("check", "Which check.") { $0.check }
        APIField("on", "When it was made.") { $0.on }
        APIField("by", "Who recorded it; null for hosts, unless it is their own account.") { $0.by }
    }
}

extension Representation<CourseClash> {
    static let courseClash = Representation("CourseClash", "A course on the days of the newest version.") {
        APIField("name", "The course.") { $0.course.name }
        APIField("from", "Its first day.") { $0.course.period.from }
        APIField("to", "Its last day.") { $0.course.period.to }
        APIField("weekdays", "On which days.") { $0.course.weekdays }
        APIField("certain", "Whether the hours overlap; false where those of either are not known.") { $0.isCertain }
    }
}

extension Representation<AgreementSheet> {
    static let agreement = Representation(
        "Agreement", "A placement's agreement: its versions, approvals and checks."
    ) {
        APIField("code", "The placement's code.") { $0.detail.placement.code }
        APIField("state", "Where the placement stands.") { $0.detail.placement.state }
        APIField("in_force", "Which version holds; null for none.") { $0.inForce?.number }
        APIField("versions", "Oldest first.", listOf: .agreementVersion) { $0.versions }
        APIField("approvals", "In the order they were given.", listOf: .agreementApproval) { $0.approvals }
        APIField("checks", "In the order they were recorded.", listOf: .recordedCheck) { $0.checks }
        APIField("clashes", "Courses that the newest version clashes with; none for hosts.", listOf: .courseClash) {
            $0.clashes
        }
    }
}

extension Representation<Stored<Course>> {
    static let course = Representation("Course", "A course that a participant goes to.") {
        APIField("id", "Its key.") { $0.id }
        APIField("name", "What it is called.") { $0.record.name }
        APIField("from", "The first day.") { $0.record.period.from }
        APIField("to", "The last day.") { $0.record.period.to }
        APIField("weekdays", "On which days.") { $0.record.weekdays }
        APIField("begins_at", "From when on a day; null where that is not known.") { $0.record.hours?.from }
        APIField("finishes_at", "Until when on a day; null where that is not known.") { $0.record.hours?.to }
    }
}

extension AgreementParty: APIWord {}
extension CheckBeforeStart: APIWord {}

extension ClockTime: APITextValue {
    static var text: APIText {
        APIText(length: 5...5, pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$", example: "08:30") {
            (text) throws(ValueError) in _ = try ClockTime(text)
        }
    }
}

/// A version of an agreement, as a request says which it read; 0 where there was none.
struct AgreementNumber: BoundedNumber {
    static let range = 0...32_000
    let number: Int
}
