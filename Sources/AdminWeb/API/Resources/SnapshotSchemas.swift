import Domain
import Operations
import Statistics

/// The shapes of the closings' own documents.
enum SnapshotSchemas {
    static let mark = APISchema.named(
        "SnapshotMark", "What a report has to do with a closing of its period.",
        [
            APIProperty(
                "state", .words(SnapshotMark.State.allCases.map(\.rawValue)),
                "closed: the figures are those that were closed; reopened and live: they are today's."),
            APIProperty("number", .integer(1...100_000), "Which closing."),
            APIProperty("closed_on", Day.schema, "The day."),
            APIProperty("digest", .text, "The root digest."),
            APIProperty("reopened_on", Day.schema.orNull, "The day on which it was opened again."),
            APIProperty("reopened_reason", .text.orNull, "Why."),
        ])

    static let corrections = APISchema.named(
        "ClosingCorrections", "What closed figures would be today, and why.",
        [
            APIProperty("period", ReportPeriod.schema, "The period."),
            APIProperty("number", .integer(1...100_000), "Which closing."),
            APIProperty("closed_on", Day.schema, "The day."), APIProperty("digest", .text, "The root digest."),
            APIProperty("corrections", .list(correction), "What is otherwise."),
            APIProperty("moved", .list(moved), "Figures of the whole that would be others."),
            APIProperty("erased_rows", .integer(0...Int.max), "Rows erased by rule, which nothing is held against."),
        ])

    private static let moved = APISchema.named(
        "MovedFigure", "A figure that would be another today.",
        [
            APIProperty("figure", .words(Figure.allCases.map(\.rawValue)), "Which."),
            APIProperty("closed", .integer(0...Int.max), "As it was closed."),
            APIProperty("now", .integer(0...Int.max), "As it would be today."),
        ])

    private static let correction = APISchema.named(
        "ClosingCorrection", "A row that would be otherwise. Of a protected person only how much is told.",
        [
            APIProperty("kind", .words(Correction.Kind.allCases.map(\.rawValue)), "How."),
            APIProperty("subject", .words(Correction.Subject.allCases.map(\.rawValue)), "What it is about."),
            APIProperty("code", .text.orNull, "The slot's, placement's, unit's or referrer's code."),
            APIProperty("position", APISchema.integer(1...Int.max).orNull, "The row's place in the closing."),
            APIProperty("fields", .list(field), "What is otherwise in it."),
            APIProperty("effect", effect, "By how much it moves the whole's figures."),
            APIProperty("causes", .list(cause), "What was done since to what the row is made of."),
            APIProperty("protected", .boolean, "Whether the person's identity is protected."),
        ])

    private static let effect = APISchema.named(
        "ClosingEffect", "Figures that move, by name.",
        Figure.allCases.map {
            APIProperty($0.rawValue, .integer(-1_000_000...1_000_000), "\($0.label.en).", isRequired: false)
        })

    private static let field = APISchema.named(
        "ClosingField", "Something of a row.",
        [
            APIProperty("name", .text, "What."), APIProperty("before", .text.orNull, "As it was closed."),
            APIProperty("after", .text.orNull, "As it is now."),
        ])

    private static let cause = APISchema.named(
        "ClosingCause", "An entry of the audit log.",
        [
            APIProperty("action", .text, "The action."), APIProperty("at", .text, "When."),
            APIProperty("role", .text, "In what role."),
        ])
}
