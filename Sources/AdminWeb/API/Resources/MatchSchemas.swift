import Domain
import Operations

/// The shapes of the runs' own documents, the same that the console writes.
enum MatchSchemas {
    private static let parts = APISchema.map(.integer(Int.min...Int.max)).described("Points by part of the score.")
    private static let days = APISchema(.string(Day.text))
    private static let number = APISchema.integer(Int.min...Int.max)

    private static func maybe(_ name: String, _ schema: APISchema, _ text: String? = nil) -> APIProperty {
        APIProperty(name, schema, text, isRequired: false)
    }

    private static func words<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> APISchema
    where Word.RawValue == String {
        .words(Word.allCases.map(\.rawValue))
    }

    private static let nearMiss = APISchema.named(
        "NearMiss", "Places that one requirement alone stood in the way of.",
        [
            APIProperty("rule", words(HardRule.self)), APIProperty("places", number),
            APIProperty("slots", .list(.text)), APIProperty("text", .text),
            maybe("would_place", number, "Of the places, those where the person would have been."),
            maybe("by_draw", number, "Of the places, those that a draw would have decided."),
        ])

    private static let competition = APISchema.named(
        "Competition", "What became of the slots the person could have had.",
        [
            APIProperty(
                "slots",
                .list(
                    .named(
                        "ContestedSlot", nil,
                        [
                            APIProperty("slot", .text), APIProperty("places", number),
                            APIProperty("obstacle", words(Competition.Obstacle.self)), maybe("holder", .text),
                        ]))),
            maybe("decided_by", .words(["priority", "minimum", "points", "previous", "draw", "locked"])),
            maybe(
                "nearest",
                .named(
                    "NearestSlot", nil,
                    [
                        APIProperty("slot", .text), APIProperty("points", number),
                        maybe("part", words(ScorePart.self)), APIProperty("part_points", number),
                    ])),
            maybe("people", number), maybe("places", number),
        ])

    static let run = APISchema.named(
        "MatchRun", "A run: who got which slot, who did not and why.",
        [
            APIProperty("run", .text), APIProperty("round_start", days), APIProperty("placed", number),
            APIProperty("unplaced", number), APIProperty("score", number),
            APIProperty("certified", .boolean, "Whether it is proven to be the best possible."),
            APIProperty("stable", .boolean, "Whether no pair blocks it; said of stable runs only."),
            APIProperty("rule_version", .text), APIProperty("seed", number), APIProperty("weights", parts),
            APIProperty("placed_by_priority", .list(number)), APIProperty("mode", words(MatchMode.self)),
            APIProperty("shortfall", number, "How many lack in all wanted minima together."),
            APIProperty(
                "bounds",
                .list(
                    .named(
                        "RoundBound", "A bound and how the round kept it.",
                        [
                            APIProperty("kind", words(BoundKind.self)), APIProperty("code", .text),
                            maybe("maximum", number), maybe("minimum", number), APIProperty("placed", number),
                            APIProperty("shortfall", number),
                        ]))),
            maybe("keep", .text), maybe("kept", number), maybe("tried_from", .text), maybe("decided_by", .text),
            APIProperty("protected", number, "How many are not shown, since they are protected today."),
            APIProperty(
                "pairs",
                .list(
                    .named(
                        "PlacedPair", "A participant and the slot they got.",
                        [
                            APIProperty("participant", .text), APIProperty("slot", .text), maybe("from", days),
                            maybe("to", days), APIProperty("score", number), APIProperty("parts", parts),
                            APIProperty("locked", .boolean),
                        ]))),
            APIProperty(
                "unplaced_reasons",
                .list(
                    .named(
                        "UnplacedParticipant", "A participant who got no slot, and why.",
                        [
                            APIProperty("participant", .text), APIProperty("reason", .text),
                            APIProperty("reason_code", words(UnplacedReason.self)),
                            APIProperty("near_misses", .list(nearMiss)), maybe("competition", competition),
                        ]))),
            APIProperty("warnings", .list(.text), "What is to be known though it stops nothing."),
        ])

    private static let forced = APISchema.named(
        "ForcedPair", "What having one pair would do.",
        [
            APIProperty("verdict", .words(["better", "equal", "worse"])), APIProperty("placed", number),
            APIProperty("placed_by_priority", .list(number)), APIProperty("shortfall", number),
            APIProperty("points", number), APIProperty("parts", parts), APIProperty("kept", number),
            APIProperty("moved", number), APIProperty("left", number),
            APIProperty(
                "moves",
                .list(
                    .named(
                        "Move", nil,
                        [APIProperty("participant", .text), maybe("from", .text), maybe("to", .text)]))),
            APIProperty("text", .text),
        ])

    private static let alternative = APISchema.named(
        "Alternative", "A slot the participant could have had.",
        [
            APIProperty("slot", .text), APIProperty("from", days), APIProperty("to", days),
            APIProperty("score", number), APIProperty("parts", parts), APIProperty("full", .boolean),
            maybe("difference", number), maybe("forced", forced),
        ])

    static let explanation = APISchema.named(
        "MatchExplanation", "Why a participant got what they got.",
        [
            APIProperty("run", .text), APIProperty("participant", .text), maybe("slot", .text),
            maybe("score", number), maybe("parts", parts), maybe("reason", .text),
            maybe("reason_code", words(UnplacedReason.self)), maybe("competition", competition),
            APIProperty("near_misses", .list(nearMiss)), APIProperty("alternatives", .list(alternative)),
            APIProperty(
                "remedies",
                .list(
                    .named(
                        "Remedy", "What alone would have given another slot.",
                        [
                            APIProperty("kind", .words(["first_wish", "more_places", "requirement"])),
                            APIProperty("slot", .text), maybe("rule", words(HardRule.self)),
                            APIProperty("text", .text),
                        ]))),
            maybe("pair", pair), APIProperty("sentences", .list(.text), "The whole in words."),
        ])

    private static let pair = APISchema.named(
        "AskedPair", "How the slot that was asked about stands to the participant.",
        [
            APIProperty("slot", .text), APIProperty("eligible", .boolean),
            APIProperty(
                "standing",
                .words(["given", "ineligible", "ruled_out", "locked_elsewhere", "full", "possible"])),
            APIProperty(
                "failures",
                .list(
                    .named(
                        "Failure", nil, [APIProperty("rule", words(HardRule.self)), APIProperty("text", .text)]))),
            maybe("alternative", alternative), maybe("forced", forced), APIProperty("text", .text),
        ])

    static let slotExplanation = APISchema.named(
        "SlotExplanation", "What became of a slot's places.",
        [
            APIProperty("run", .text), APIProperty("slot", .text), APIProperty("title", .text),
            APIProperty("from", days), APIProperty("to", days), APIProperty("places", number),
            APIProperty("left", number), APIProperty("placed", .list(.text)),
            maybe(
                "bound",
                .named(
                    "NamedBound", nil, [APIProperty("kind", words(BoundKind.self)), APIProperty("code", .text)])),
            APIProperty(
                "candidates",
                .list(
                    .named(
                        "Candidate", nil,
                        [
                            APIProperty("participant", .text), maybe("got", .text), maybe("difference", number),
                            maybe("forced", forced),
                        ]))),
            APIProperty(
                "obstacles",
                .list(
                    .named(
                        "Obstacle", nil,
                        [
                            APIProperty("rule", words(HardRule.self)), APIProperty("name", .text),
                            APIProperty("people", number), APIProperty("alone", number),
                            APIProperty("waiting", number), maybe("placed_more", number),
                        ]))),
            APIProperty("sentences", .list(.text), "The whole in words."),
        ])

    private static let ranked = APISchema.named(
        "RankedParticipant", "A participant who could have had the slot.",
        [
            APIProperty("rank", number), APIProperty("participant", .text), APIProperty("priority", number),
            APIProperty("score", number), APIProperty("parts", parts),
            APIProperty("outcome", .words(["got", "elsewhere", "unplaced"])),
        ])

    static let census = APISchema.named(
        "Census", "How everybody stood to a slot.",
        [
            APIProperty("run", .text), APIProperty("slot", .text), APIProperty("from", days),
            APIProperty("to", days), APIProperty("places", number), APIProperty("placed", number),
            APIProperty("requirements", .list(.text)), APIProperty("ranked", .list(ranked)),
            APIProperty(
                "refused",
                .list(
                    .named(
                        "RefusedParticipants", "Participants whom the same rules stood in the way of.",
                        [
                            APIProperty("rules", .list(words(HardRule.self))),
                            APIProperty("participants", .list(.text)),
                        ]))),
            maybe(
                "asked",
                .named(
                    "AskedParticipant", "How the participant that was asked for stood.",
                    [
                        APIProperty("participant", .text), maybe("candidate", ranked),
                        APIProperty("rules", .list(words(HardRule.self))), APIProperty("texts", .list(.text)),
                    ])),
        ])

    private static let side = APISchema.named(
        "ComparedRun", "One side of a comparison.",
        [
            maybe("run", .text), APIProperty("mode", words(MatchMode.self)), APIProperty("persons", number),
            APIProperty("placed", number), APIProperty("placed_by_priority", .list(number)),
            APIProperty("shortfall", number), APIProperty("score", number), APIProperty("blocking_pairs", number),
            APIProperty("certified", .boolean), APIProperty("stable", .boolean),
        ])

    private static let standing = APISchema.named(
        "Standing", "What a participant got.",
        [
            APIProperty("slot", .text), APIProperty("from", days), APIProperty("to", days),
            APIProperty("score", number), maybe("wish", number, "Which of the participant's wishes it is, from 1."),
        ])

    static let comparison = APISchema.named(
        "Comparison", "Two runs held against one another.",
        [
            APIProperty("before", side), APIProperty("after", side),
            APIProperty(
                "differences",
                .list(
                    .named(
                        "Difference", "A participant for whom they differ.",
                        [
                            APIProperty("participant", .text), APIProperty("priority", number),
                            APIProperty("change", words(MatchComparison.Change.self)), maybe("before", standing),
                            maybe("after", standing),
                        ]))),
            APIProperty(
                "blocking",
                .list(
                    .named(
                        "BlockingPair", nil, [APIProperty("participant", .text), APIProperty("slot", .text)]))),
            APIProperty("protected", number, "How many differ who are not shown, since they are protected today."),
        ])
}
