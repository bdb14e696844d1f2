import Domain
import Statistics

/// The shapes of the figures' own documents.
enum FigureSchemas {
    private static let count = APISchema.integer(0...Int.max)

    private static let row = APISchema.named(
        "FigureRow", "One row of figures; a figure that has no meaning in a cut, or is suppressed, is null.",
        [
            APIProperty("key", .text, "What the row is of: a unit's or referrer's code, or a word of the cut."),
            APIProperty("name", .text, "Its name, where it has one.", isRequired: false),
        ] + Figure.allCases.map { APIProperty($0.rawValue, count.orNull, "\($0.label.en).") } + [
            APIProperty(
                FigureRow.daysToStartName, count.orNull, "The median of the days from registration to start.")
        ])

    private static let period = APISchema.named(
        "ReportPeriod", "What time a report tells of.",
        [
            APIProperty("kind", .words(ReportPeriod.Kind.allCases.map(\.rawValue)), "What kind of period."),
            APIProperty("name", ReportPeriod.schema, "As it is asked for."),
            APIProperty("from", Day.schema, "The first day."), APIProperty("to", Day.schema, "The last day."),
        ])

    private static let coverage = APISchema.named(
        "Coverage", "Departments that offered places.",
        [
            APIProperty("covered", count, "Those that offered at least one."),
            APIProperty("departments", count, "All of them."),
        ])

    static let definitions = APISchema.list(
        .named(
            "Definition", "What a figure is.",
            [
                APIProperty("name", .text, "Its name."), APIProperty("version", .integer(1...1000), "Its version."),
                APIProperty("label_sv", .text, "What it is called, in Swedish."),
                APIProperty("label_en", .text, "What it is called, in English."),
                APIProperty("rule_sv", .text, "What is counted, in Swedish."),
                APIProperty("rule_en", .text, "What is counted, in English."),
                APIProperty("unit", .text, "What it is measured in."),
                APIProperty("counts_persons", .boolean, "Whether small numbers of it are kept back."),
                APIProperty("adds_up", .boolean, "Whether the rows of a cut add up to the total."),
                APIProperty(
                    "over_time", .words(OverTime.allCases.map(\.rawValue)),
                    "How the figures of a year's parts hang together with the year's."),
                APIProperty("over_time_sv", .text, "Why, in Swedish."),
                APIProperty("over_time_en", .text, "Why, in English."),
                APIProperty("sources", .list(.text), "Seed, section and number that ask for it."),
            ]))

    static let annualReport = APISchema.named(
        "AnnualReport", "A period's figures.",
        [
            APIProperty("year", Year.schema, "The year that the period lies in, or in which it ends."),
            APIProperty("period", period, "The period."),
            APIProperty("municipality", MunicipalityCode.schema, "Whose."),
            APIProperty("rule", CountingRule.schema, "How places offered are counted."),
            APIProperty("rule_version", .integer(1...1000), "The rule's version."),
            APIProperty("rules", .list(.text), "Every rule that the figures follow, with its version."),
            APIProperty(Cut.total.rawValue, row, "The whole."),
        ]
            + Cut.allCases.filter { $0 != .total }.map {
                APIProperty($0.rawValue, .list(row), "By \($0.label.en).")
            } + [
                APIProperty("coverage", coverage, "Departments that offered places.", isRequired: false),
                APIProperty("suppressed", .list(.text), "Figures that are kept back, by name."),
                APIProperty("loss", loss, "How much that is.", isRequired: false),
                APIProperty(
                    "snapshot", SnapshotSchemas.mark, "Where the period has been closed: what the figures are.",
                    isRequired: false),
                APIProperty("previous", previous, "The same period the year before.", isRequired: false),
                APIProperty(
                    "targets", .list(undertaking),
                    "How the undertakings stand at the period's end, from the year's first day."),
                APIProperty("shares", .list(ratio), "The shares of the whole, and what is not known of them."),
                APIProperty("quality", quality, "What the figures rest on."),
            ])

    private static let loss = APISchema.named(
        "ReportLoss", "Of counts of people that are not 0, how many are kept back.",
        [
            APIProperty("kept_back", count, "Those kept back."), APIProperty("figures", count, "All of them."),
        ])

    private static let course = APISchema.named(
        "YearCourse", "When the places that a year counts came to be known.",
        [
            APIProperty("year", Year.schema, "The year."), APIProperty("opening", count, "Before its first day."),
            APIProperty("months", .list(count), "In each of its months."),
        ])

    private static let previous = APISchema.named(
        "PreviousReport", "The whole of an earlier period.",
        [APIProperty("period", period, "Which period."), APIProperty(Cut.total.rawValue, row, "The whole.")])

    private static let ratio = APISchema.named(
        "FigureShare", "A share in whole per cent; null where it cannot be said or is kept back.",
        [
            APIProperty("name", .words(FigureShare.allCases.map(\.rawValue)), "Which share."),
            APIProperty("definition", .text, "Its definition with version."),
            APIProperty("numerator", count.orNull, "How many."),
            APIProperty("denominator", count.orNull, "Of how many."),
            APIProperty("unknown", count.orNull, "Those of whom it is not known: in the denominator, never a no."),
            APIProperty("per_cent", count.orNull, "The share."),
            APIProperty("response_per_cent", count.orNull, "How many are known."),
            APIProperty("worst_per_cent", count.orNull, "With every unknown as a no."),
            APIProperty("best_per_cent", count.orNull, "With every unknown as a yes."),
        ])

    private static let quality = APISchema.named(
        "FigureQuality", "What the figures rest on.",
        [
            APIProperty("overdue_follow_ups", count.orNull, "Ended placements that lack a follow-up that has come."),
            APIProperty("late_starts", count.orNull, "Placements started whose start was registered late."),
            APIProperty("late_ends", count.orNull, "Placements ended whose end was registered late."),
            APIProperty("late_after_days", count, "What is registered more than so many days after is late."),
        ])

    private static let share = APISchema.named(
        "UndertakingShare", "A unit's share of an undertaking.",
        [APIProperty("unit", .text, "The unit's code."), APIProperty("offered", count, "Places offered.")])

    private static let method = Forecast.Method.schema

    private static let undertaking = APISchema.named(
        "UndertakingResult", "How an undertaking stands.",
        [
            APIProperty("code", .text, "Its key."), APIProperty("text", .text, "Its wording."),
            APIProperty("unit", .text.orNull, "Whose it is; null is all departments jointly."),
            APIProperty("measure", UndertakingMeasure.schema, "What is measured."),
            APIProperty("rule", CountingRule.schema, "The counting rule."),
            APIProperty("rule_version", .integer(1...1000), "The rule's version."),
            APIProperty("target", .number.orNull, "How much is wanted."),
            APIProperty("baseline", .number.orNull, "What a change is reckoned from."),
            APIProperty("value", .number.orNull, "How much it is, by the rule."),
            APIProperty("offered", count, "Places offered."), APIProperty("filled", count.orNull, "Places filled."),
            APIProperty("started", count.orNull, "Placements started."),
            APIProperty("completed", count.orNull, "Placements completed."),
            APIProperty(
                "status", APISchema.words(UndertakingResult.Status.allCases.map(\.rawValue)).orNull,
                "Whether it is met."),
            APIProperty("forecast", .number.orNull, "What the value is expected to come to."),
            APIProperty("forecast_low", .number.orNull, "The least; null where nothing is known of the range."),
            APIProperty("forecast_high", .number.orNull, "The most."),
            APIProperty("forecast_method", method.orNull, "How the forecast was reached."),
            APIProperty("forecast_years", .list(Year.schema), "The earlier years that it was taken from."),
            APIProperty("employed_any", count.orNull, "Placements that led to any employment."),
            APIProperty("employed_forecast", .number.orNull, "How many are expected to have, in the end."),
            APIProperty("employed_forecast_low", .number.orNull, "The least."),
            APIProperty("employed_forecast_high", .number.orNull, "The most."),
            APIProperty("employed_forecast_method", method.orNull, "How that forecast was reached."),
            APIProperty("courses", .list(course), "The year's course and those before it, the oldest first."),
            APIProperty("by_unit", .list(share), "Each unit's share."),
            APIProperty("suppressed", .list(.text), "Figures that are kept back, by name.", isRequired: false),
        ])

    private static let department = APISchema.named(
        "DepartmentDelivery", "A unit at the top: what it agreed to and what became of it.",
        [
            APIProperty("unit", .text, "Its code."), APIProperty("name", .text, "Its name."),
            APIProperty("kind", UnitKind.schema, "What kind of unit."),
            APIProperty("agreed", .number.orNull, "Places agreed; null where no undertaking of its own says."),
            APIProperty("offered", count, "Places offered."), APIProperty("filled", count.orNull, "Places filled."),
            APIProperty("started", count.orNull, "Placements started."),
            APIProperty("delivered", count.orNull, "Placements completed."),
            APIProperty(
                "not_renewed",
                .list(
                    .named(
                        "NotRenewed", "How many slots did not come again for one reason.",
                        [
                            APIProperty("reason", NoRenewalReason.schema, "Why."),
                            APIProperty("slots", count, "Slots."),
                            APIProperty("places", count, "Their places."),
                        ])), "Slots of the year before that are not offered again."),
        ])

    private static let undelivered = APISchema.named(
        "UndeliveredAgreement", "An undertaking that is not met.",
        [
            APIProperty("code", .text, "Its key."), APIProperty("text", .text, "Its wording."),
            APIProperty("unit", .text.orNull, "Whose it is; null is all departments jointly."),
            APIProperty("measure", UndertakingMeasure.schema, "What is measured."),
            APIProperty("rule", CountingRule.schema, "The counting rule."),
            APIProperty("target", .number.orNull, "How much is wanted."),
            APIProperty("value", .number.orNull, "How much it is, by the rule."),
            APIProperty("status", .words(["not_met", "not_assessable"]), "Whether it can be said."),
            APIProperty("missing", .number.orNull, "How much is lacking."),
            APIProperty("not_offered", count.orNull, "Of places agreed, those not offered."),
            APIProperty("not_filled", count.orNull, "Of places agreed and offered, those not filled."),
            APIProperty("since", Day.schema, "The first day on which it held in the year."),
            APIProperty("age_days", count, "Days since then."),
        ])

    static let delivery = APISchema.named(
        "Delivery", "From agreement to delivery in a year.",
        [
            APIProperty("year", Year.schema, "The year."),
            APIProperty("departments", .list(department), "Each unit at the top."),
            APIProperty("units_without_slots", .list(.text), "Departments that offered nothing."),
            APIProperty("undelivered", .list(undelivered), "Agreements not delivered, the oldest first."),
            APIProperty("suppressed", .list(.text), "Figures that are kept back, by name.", isRequired: false),
        ])

    static let commitment = APISchema.named(
        "Commitment", "How the year's undertakings stand.",
        [
            APIProperty("year", Year.schema, "The year."),
            APIProperty("undertakings", .list(undertaking), "Each of them."),
            APIProperty("units_without_slots", .list(.text), "Departments that offered nothing."),
        ])
}

extension FigureSchemas {
    private static let people = APISchema.integer(0...Int.max).orNull
    private static let percent = APISchema.integer(0...100).orNull

    private static func response(_ name: String, _ summary: String, _ properties: [APIProperty]) -> APISchema {
        .named(
            name, summary,
            properties + [
                APIProperty("occasion", VoiceOccasion.schema, "When they were asked."),
                APIProperty("asked", people, "Placements whose participant was to be asked; null where kept back."),
                APIProperty("answered", people, "Of them, those who answered."),
                APIProperty("percent", percent, "The share; in what is published, to the nearest ten."),
            ])
    }

    private static let tally = APISchema.named(
        "VoiceTally", "How the answers to a question fall.",
        [APIProperty("question", VoiceQuestion.schema, "Which question.")]
            + VoiceChoice.allCases.flatMap { choice in
                [
                    APIProperty(choice.rawValue, people, "How many said: \(choice.label.en)."),
                    APIProperty(choice.rawValue + "_percent", percent, "The share that said: \(choice.label.en)."),
                ]
            })

    static let voiceReport = APISchema.named(
        "VoiceReport", "How many participants answered in a year, and how their answers fall.",
        [
            APIProperty("year", Year.schema, "The year."),
            APIProperty("total", .list(response("VoiceResponse", "The whole municipality.", [])), "The whole."),
            APIProperty(
                "by_unit",
                .list(
                    response(
                        "UnitVoiceResponse", "One unit at the top.",
                        [APIProperty("unit", .text, "Its code."), APIProperty("name", .text, "Its name.")])),
                "By unit and occasion."),
            APIProperty("answers", .list(tally), "By question."),
            APIProperty("suppressed", .list(.text), "Figures that are kept back, by name."),
        ])
}
