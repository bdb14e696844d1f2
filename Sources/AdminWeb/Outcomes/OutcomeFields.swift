import Domain

/// The fields of what is known of a status besides the status: of a form of its own, and of a follow-up's.
enum OutcomeFields {
    static let unknown = Phrase(sv: "Vet inte", en: "Not known")

    static let employer = Field(
        "employer", Phrase(sv: "Anställd hos", en: "Employed at"),
        .choice(Field.Option.all(of: Employer.self), prompt: unknown))

    static let form = Field(
        "form", Phrase(sv: "Anställningsform", en: "Form of employment"),
        .choice(Field.Option.all(of: EmploymentForm.self), prompt: unknown))

    static let subsidised = Field(
        "subsidised", Phrase(sv: "Med stöd", en: "Subsidised"),
        .choice(Field.Option.all(of: YesNoUnknown.self), prompt: unknown))

    static let from = Field("from", Phrase(sv: "Från", en: "From"), .input(type: "date", size: .medium))

    static let studentAid = Field(
        "student_aid", Phrase(sv: "Studier med rätt till studiemedel", en: "Studies with right to student aid"),
        .choice(Field.Option.all(of: YesNoUnknown.self), prompt: unknown))

    static func read(_ reader: inout FormReader) -> OutcomeFacts {
        OutcomeFacts(
            employer: reader.optionalChoice("employer"), form: reader.optionalChoice("form"),
            subsidised: reader.optionalChoice("subsidised") ?? .unknown, from: reader.optional("from") { try Day($0) },
            to: reader.optional("to") { try Day($0) }, studentAid: reader.optionalChoice("student_aid") ?? .unknown)
    }
}
