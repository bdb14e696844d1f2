import Domain
import FoundationEssentials
import Operations
import Store
import StrictJSON

/// What was sent, waits, or did not arrive; and reminders by hand.
enum MessageRoutes {
    private static let group = "Mail"
    private static let id = APIParameter("id", Identifier<OutboxMessage>.self, "The message's key.")
    private static let state = APIParameter("state", MessageState.self, "Only those in this state.")
    private static let limit = APIParameter("limit", WorklistSize.self, "How many.")
    private static let placement = APIParameter("code", Code.self, "The placement's code.")
    private static let unit = APIParameter("code", Code.self, "The unit's code.")

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/messages", "listMessages", in: group,
            "What was sent, waits, or did not arrive, the newest first. Nothing to or about protected persons.",
            .listMail, [state.optional, limit.optional(default: 100)], .ok(Representation.messages.schema)
        ) { call in
            let found = try await call.operations.messages(
                call.actor, state: try call[state], limit: try call[limit]?.number ?? 100)
            return APIResult(.messages, found, call)
        },
        APIRoute(
            .get, "/messages/{id}", "readMessage", in: group, "One message with its attempts.", .listMail,
            of: .message, [id.inPath], .ok(Representation.messageSheet.schema)
        ) { call in try await answer(call) },
        APIRoute(
            .post, "/messages/{id}/resend", "resendMessage", in: group,
            "Send a message again, with the same link: one that was sent, failed, or waits.", .manageMail,
            of: .message, [id.inPath], .ok(Representation.messageSheet.schema)
        ) { call in
            try await call.operations.resendMessage(call.actor, try call(id))
            return try await answer(call)
        },
        APIRoute(
            .post, "/messages/{id}/withdrawal", "withdrawMessage", in: group, "Take back a message that waits.",
            .manageMail, of: .message, [id.inPath], .ok(Representation.messageSheet.schema)
        ) { call in
            try await call.operations.withdrawMessage(call.actor, try call(id))
            return try await answer(call)
        },
        APIRoute(
            .post, "/placements/{code}/reminders", "remindOfPlacement", in: group,
            "Ask those again whom a placement waits for, at most once a day each.", .remind, of: .placement,
            [placement.inPath], .ok(Representation.reminders.schema)
        ) { call in
            APIResult(.reminders, try await call.operations.remind(call.actor, placement: try call(placement)), call)
        },
        APIRoute(
            .post, "/units/{code}/reminders", "remindOfOffers", in: group,
            "Ask a unit again about its unconfirmed offers, at most once a day.", .remind, of: .unit, [unit.inPath],
            .ok(Representation.reminders.schema)
        ) { call in
            APIResult(.reminders, try await call.operations.remind(call.actor, unit: try call(unit)), call)
        },
    ]

    private static func answer(_ call: APICall) async throws -> APIResult {
        APIResult(.messageSheet, try await call.operations.message(call.actor, try call(id)), call)
    }
}

extension MessageKind: APIWord {}
extension MessageState: APIWord {}
extension AttemptOutcome: APIWord {}
extension Party: APIWord {}

extension Representation<MessageRecord> {
    static let message = Representation(
        "Message", "Something that was sent, or is to be; not what it said, nor to whom."
    ) {
        APIField("id", "Its key.") { $0.id }
        APIField("kind", "What it asks or tells.") { $0.kind }
        APIField("to", "Which side it is to.") { $0.party }
        APIField("placement", "The placement it is about.") { $0.placement }
        APIField("slot", "The slot it is about.") { $0.slot }
        APIField("unit", "The unit it is about.") { $0.unit }
        APIField("date", "The date in its text.") { $0.day }
        APIField("state", "Where it stands.") { $0.state }
        APIField("attempts", "How often it was tried.") { $0.attempts }
        APIField("posted_at", "When it was written.") { $0.postedAt }
        APIField("next_try_at", "When it is tried next.") { $0.nextTryAt }
        APIField("ended_at", "When it was sent, or given up.") { $0.endedAt }
        APIField("outcome", "Of the latest attempt.") { $0.outcome }
        APIField("code", "The mail server's, of the latest attempt.") { $0.code }
    }
}

extension Representation<AttemptRecord> {
    static let attempt = Representation("MailAttempt", "One attempt at sending a message.") {
        APIField("attempt", "From 1.") { $0.ordinal }
        APIField("at", "When.") { $0.at }
        APIField("outcome", "What came of it; null while under way, or where it was broken off.") { $0.outcome }
        APIField("code", "The mail server's.") { $0.code }
    }
}

extension Representation<[MessageRecord]> {
    static let messages = Representation("Messages", "What was sent, waits, or did not arrive.") {
        APIField("messages", "The newest first.", listOf: .message) { $0 }
    }
}

extension Representation<MessageSheet> {
    static let messageSheet = Representation("MessageWithAttempts", "A message with its attempts.") {
        Representation<MessageRecord>.message.fields(of: { $0.message })
        APIField("tried", "Each attempt, in order.", listOf: .attempt) { $0.attempts }
    }
}

extension Representation<Int> {
    static let reminders = Representation("Reminders", "How many were reminded.") {
        APIField("sent", "Messages that are sent.") { $0 }
    }
}
