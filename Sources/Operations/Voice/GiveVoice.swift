public import Domain
import Postgres
public import Store

/// What is asked of a placement's participant, and what has been answered.
public struct VoiceSheet: Sendable {
    public let placement: Code
    public let unit: Code
    public let slotTitle: String
    /// The days on which the participant is asked, as far as there are any.
    public let days: [VoiceOccasion: Day]
    /// Those whose day has come and that nobody has answered.
    public let open: [VoiceOccasion]
    /// Whether it is asked what was learnt of the language.
    public let isForLanguage: Bool
    public let answers: [VoiceRecord]
    /// Oldest first.
    public let complaints: [ComplaintRecord]
}

/// What somebody who came by a link is asked.
public struct AskedVoice: Sendable {
    public let isForLanguage: Bool
    public let isGiven: Bool
}

extension Operations {
    /// Gives a participant's answers, once for each occasion: the participant's own, or on a ground the coordinator's for them.
    ///
    /// What was answered is in no log; that it was, and on what ground, is.
    ///
    /// - Parameter language: what the questions were read in, a code of two or three letters.
    public func giveVoice(
        _ actor: Actor, _ code: Code, _ occasion: VoiceOccasion, _ answers: VoiceAnswers,
        language: String = Language.swedish.rawValue, onBehalf ground: AnswerGround? = nil, dryRun: Bool = false
    ) async throws {
        let actor = actor.speaking(ground)
        try await change(actor, .giveVoice, dryRun: dryRun) { connection in
            try actor.checkSpeaks(ground)
            let found = try await connection.placementToChange(code, actor)
            guard let plan = try await connection.voicePlan(of: found.id, actor.municipality),
                let day = plan.day(occasion), day <= clock.today
            else { throw Refusal.voice(.notAsked) }
            guard !plan.isGiven(occasion) else { throw Refusal.voice(.givenAlready) }
            let id: Identifier<VoiceAnswer> = identifiers.next()
            try await connection.insertVoice(
                found.id, actor.municipality, id: id, occasion, answers, language: language, ground: ground,
                on: clock.today)
            let purpose: PartyPurpose = occasion == .mid ? .voiceMid : .voiceEnd
            if actor.role != .participant {
                try await connection.revokePartyLinks(
                    of: found.id, actor.municipality, purpose: purpose, at: clock.now())
            }
            var said = ["code": code.rawValue, "occasion": occasion.rawValue]
            said["ground"] = ground?.rawValue
            return Changed((), AuditRecord(entity: "voice_answer", id: id, after: said))
        }
    }

    /// What is asked of a placement's participant and what they have said; for the coordinator alone. Of a protected person's
    /// for named officers, and audited.
    public func voiceSheet(_ actor: Actor, _ code: Code) async throws -> VoiceSheet {
        let (found, sheet) = try await read(actor, .readVoice) { connection in
            let found = try await connection.placementInReach(code, actor)
            guard let plan = try await connection.voicePlan(of: found.id, actor.municipality) else {
                throw Refusal.noSuch(.placement, code.rawValue)
            }
            let days = VoiceOccasion.allCases.compactMap { one in plan.day(one).map { (one, $0) } }
            let sheet = VoiceSheet(
                placement: code, unit: found.unit, slotTitle: found.slotTitle,
                days: Dictionary(uniqueKeysWithValues: days),
                open: days.filter { $0.1 <= clock.today && !plan.isGiven($0.0) }.map(\.0),
                isForLanguage: plan.isForLanguage,
                answers: try await connection.voices(of: found.id, actor.municipality),
                complaints: try await connection.complaints(of: found.id, actor.municipality))
            return (found, sheet)
        }
        if found.protected { try await viewProtected(actor, person: found.personID) }
        return sheet
    }

    /// What participants have said, the newest first. That of protected persons is left out; a placement's own page has it.
    public func voices(_ actor: Actor, page: PageRequest = PageRequest()) async throws -> ListPage<VoiceRecord> {
        try await read(actor, .readVoice) { try await $0.voicePage(actor.municipality, page).orGone }
    }

    /// What an open link asks of its participant.
    public func askedVoice(_ opened: OpenedLink, _ occasion: VoiceOccasion) async throws -> AskedVoice {
        let actor = opened.actor
        return try await read(actor, .giveVoice) { connection in
            guard let id = opened.placement, let plan = try await connection.voicePlan(of: id, actor.municipality)
            else { throw Refusal.account(.linkInvalid) }
            return AskedVoice(isForLanguage: plan.isForLanguage, isGiven: plan.isGiven(occasion))
        }
    }
}

extension Actor {
    /// Whoever speaks, as the log names it: with a ground, for the participant.
    func speaking(_ ground: AnswerGround?) -> Actor {
        var actor = self
        if ground != nil { actor.onBehalfOf = .participant }
        return actor
    }

    /// A participant speaks for themselves; the coordinator in their place says why.
    func checkSpeaks(_ ground: AnswerGround?) throws(Refusal) {
        if role == .participant {
            guard ground == nil else { throw .voice(.notYours) }
        } else {
            guard ground != nil else { throw .groundMissing }
        }
    }
}
