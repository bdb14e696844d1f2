public import Domain
import Postgres
import Store

/// A further language of the pages for participants.
public struct VoiceLanguage: Sendable, Hashable {
    public let code: String
    /// What it calls itself.
    public let name: String
}

extension Operations {
    /// The languages that the municipality has loaded beside Swedish and English.
    public func voiceLanguages(_ actor: Actor) async throws -> [VoiceLanguage] {
        try await read(actor, .readSettings) { connection in
            try await connection.voiceLanguages(actor.municipality).map { VoiceLanguage(code: $0.code, name: $0.name) }
        }
    }

    /// Loads a language's texts from a file, in place of those there were: all of them, or none with every fault of the file.
    ///
    /// - Parameters:
    ///   - code: the language's, two or three letters, such as `ar`; not `sv` or `en`, which are the program's own.
    ///   - file: see ``VoiceTextFile``.
    public func loadVoiceLanguage(_ actor: Actor, _ code: String, file: [UInt8], dryRun: Bool = false) async throws {
        try await change(actor, .manageSettings, dryRun: dryRun) { connection in
            guard VoiceTexts.isFurther(code) else { throw Refusal.voice(.language) }
            let texts = try VoiceTextFile.read(file)
            try await connection.deleteVoiceTexts(code, actor.municipality)
            for (key, text) in texts {
                try await connection.insertVoiceText(code, actor.municipality, key, text)
            }
            return Changed(
                (), AuditRecord(entity: "settings", id: nil, after: ["code": code, "voice_language": "loaded"]))
        }
    }

    /// Takes a language away; pages are then in Swedish or English again.
    public func removeVoiceLanguage(_ actor: Actor, _ code: String, dryRun: Bool = false) async throws {
        try await change(actor, .manageSettings, dryRun: dryRun) { connection in
            guard try await connection.deleteVoiceTexts(code, actor.municipality) > 0 else {
                throw Refusal.voice(.language)
            }
            return Changed(
                (), AuditRecord(entity: "settings", id: nil, after: ["code": code, "voice_language": "removed"]))
        }
    }

    /// The texts of what an open link shows, and which further languages there are.
    ///
    /// - Parameters:
    ///   - chosen: the language's code, by the page's own links; nil: what is on file of the participant, by code or by the
    ///     language's own name.
    ///   - own: the program's own language for whoever has none of the further ones.
    public func voiceTexts(
        _ opened: OpenedLink, chosen: String?, else own: Language
    ) async throws -> (texts: VoiceTexts, further: [VoiceLanguage]) {
        let actor = opened.actor
        return try await read(actor, .usePartyLink) { connection in
            let languages = try await connection.voiceLanguages(actor.municipality)
            let further = languages.map { VoiceLanguage(code: $0.code, name: $0.name) }
            var wanted = chosen
            if chosen == nil, !further.isEmpty, let recipient = opened.participant {
                let onFile = try await connection.languageOnFile(recipient, actor.municipality)?.lowercased()
                wanted = further.first { $0.code == onFile || $0.name.lowercased() == onFile }?.code
            }
            guard let wanted, further.contains(where: { $0.code == wanted }),
                let texts = try await connection.voiceTexts(wanted, actor.municipality)
            else { return (VoiceTexts(own), further) }
            return (texts, further)
        }
    }
}
