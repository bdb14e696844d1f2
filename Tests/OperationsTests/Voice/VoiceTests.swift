import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// A participant's answers and complaints, from the question to the note that ends it.
struct VoiceTests {
    private func refusal(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch let refusal as Refusal {
            return refusal.code
        }
    }

    @Test func `answers are given once, when they are asked for, by the participant or for them on a ground`()
        async throws
    {
        try await VoiceHouse.with { house in
            let (early, mid) = (try house.on("2026-03-31"), try house.on("2026-04-01"))
            let good = VoiceHouse.good
            #expect(
                try await refusal { try await early.giveVoice(house.amina, house.code, .mid, good) }
                    == "voice_not_asked")
            #expect(
                try await refusal { try await mid.giveVoice(house.karin, house.code, .mid, good) } == "ground_missing")
            #expect(
                try await refusal {
                    try await mid.giveVoice(house.amina, house.code, .mid, good, onBehalf: .phoned)
                } == "voice_not_yours")
            // Another's placement is not there.
            #expect(
                try await refusal { try await mid.giveVoice(house.amina, try Code("P2"), .mid, good) } == "no_such")
            try await mid.giveVoice(house.amina, house.code, .mid, good, dryRun: true)
            #expect(try await mid.voices(house.karin).rows.isEmpty)
            try await mid.giveVoice(house.amina, house.code, .mid, good)
            #expect(
                try await refusal { try await mid.giveVoice(house.amina, house.code, .mid, good) }
                    == "voice_given_already")
            #expect(
                try await refusal { try await mid.giveVoice(house.amina, house.code, .end, good) } == "voice_not_asked")
            try await mid.giveVoice(house.karin, try Code("P2"), .mid, good, onBehalf: .noEmail)

            let sheet = try await mid.voiceSheet(house.karin, house.code)
            #expect(sheet.answers.map(\.answers) == [good] && sheet.open.isEmpty)
            #expect(try await mid.voices(house.karin).rows.map(\.ground) == [.noEmail, nil])

            let end = try house.on("2026-05-29")
            _ = try await end.stepPlacement(house.karin, house.code, to: .completed)
            #expect(try await end.voiceSheet(house.karin, house.code).open == [.end])
            try await end.giveVoice(house.amina, house.code, .end, good)
            #expect(try await end.voiceSheet(house.karin, house.code).answers.map(\.occasion) == [.mid, .end])
        }
    }

    @Test func `a complaint reaches the worklist, is handled once with a note, and the log keeps neither's words`()
        async throws
    {
        try await VoiceHouse.with { house in
            let operations = try house.on("2026-02-10")
            let code = try await operations.complain(
                house.amina, house.code, try OwnWords("Chefen skriker.\nVarje dag."))
            for role in [Role.coordinator, .operator] {
                let worklist = try await operations.worklist(
                    Actor(name: "x", role: role, municipality: house.town.code))
                let item = try #require(worklist.items.first { $0.kind == .openComplaint })
                #expect(item.placement == house.code && worklist.totals[.openComplaint] == 1)
                #expect(!item.sentence.sv.contains("skriker"))
            }
            #expect(try await operations.complaints(house.karin, isOpen: true).rows.map(\.code) == [code])
            #expect(try await operations.complaint(house.karin, code).words.rawValue == "Chefen skriker.\nVarje dag.")
            try await operations.handleComplaint(house.karin, code, note: try Line("Talat med chefen"))
            let again = try await refusal {
                try await operations.handleComplaint(house.karin, code, note: try Line("Igen"))
            }
            #expect(again == "complaint_handled_already")
            #expect(try await operations.complaints(house.karin, isOpen: true).rows.isEmpty)
            let handled = try await operations.complaint(house.karin, code)
            #expect(handled.handledBy == "karin" && handled.note?.rawValue == "Talat med chefen")
            let worklist = try await operations.worklist(house.karin)
            #expect(worklist.totals[.openComplaint] == nil)

            try await operations.giveVoiceLate(house)
            let log = try await house.database.owner.withConnection { connection in
                try await connection.value(
                    "SELECT string_agg(coalesce(before::text, '') || coalesce(after::text, ''), ' ') FROM audit_value",
                    as: String.self)
            }
            #expect(log.contains(code.rawValue))
            for secret in ["skriker", "Talat", "städar", "a_bit"] { #expect(!log.contains(secret)) }
        }
    }

    @Test func `so many complaints are taken a day`() async throws {
        try await VoiceHouse.with { house in
            let operations = try house.on("2026-02-10")
            for number in 1...5 {
                try await operations.complain(house.amina, house.code, try OwnWords("Klagomål \(number)"))
            }
            let sixth = try await refusal {
                try await operations.complain(house.amina, house.code, try OwnWords("Klagomål 6"))
            }
            #expect(sixth == "too_many_complaints")
            try await house.on("2026-02-11").complain(house.amina, house.code, try OwnWords("Klagomål 6"))
            // Another's is another's.
            try await operations.complain(house.karin, try Code("P2"), try OwnWords("Buller"), onBehalf: .phoned)
        }
    }

    @Test func `of a protected person only named officers know, and each look is on record`() async throws {
        try await VoiceHouse.with { house in
            let operations = try house.on("2026-04-01")
            try await house.protect()
            let words = try OwnWords("Någon känner igen mig.")
            #expect(
                try await refusal {
                    _ = try await operations.complain(house.karin, house.code, words, onBehalf: .phoned)
                } == "not_named_officer")
            let code = try await operations.complain(house.nora, house.code, words, onBehalf: .phoned)
            try await operations.giveVoice(house.nora, house.code, .mid, VoiceHouse.good, onBehalf: .phoned)
            for actor in [house.karin, house.nora] {
                #expect(try await operations.voices(actor).rows.isEmpty)
                #expect(try await operations.complaints(actor).rows.isEmpty)
                #expect(try await operations.worklist(actor).totals[.openComplaint] == nil)
            }
            #expect(
                try await refusal { _ = try await operations.complaint(house.karin, code) } == "not_named_officer")
            #expect(
                try await refusal { _ = try await operations.voiceSheet(house.karin, house.code) }
                    == "not_named_officer")
            #expect(
                try await refusal { try await operations.handleComplaint(house.karin, code, note: try Line("x")) }
                    == "not_named_officer")
            #expect(try await operations.complaint(house.nora, code).words == words)
            #expect(try await operations.voiceSheet(house.nora, house.code).answers.count == 1)
            let looks = try await house.database.owner.withConnection { connection in
                try await connection.value(
                    "SELECT count(*) FROM audit_entry WHERE outcome = 'read' AND actor = 'nora'", as: Int.self)
            }
            #expect(looks == 2)
        }
    }

    @Test func `participants with an address are asked once each time, others through the worklist`() async throws {
        try await VoiceHouse.with(proposed: 3) { house in
            let (m, pool) = (house.town.code, house.database.pool)
            try await pool.transaction(for: m, by: "test") {
                _ = try await $0.execute("UPDATE participant SET email = NULL WHERE reference = 'K-2'")
                _ = try await $0.execute(
                    "UPDATE person SET protected = true WHERE id = (SELECT person_id FROM placement WHERE code = 'P3')")
            }
            func kinds() async throws -> [String] {
                try await pool.transaction(for: m, by: "test") { connection in
                    try await connection.query(
                        """
                        SELECT m.kind || ' ' || l.purpose || ' ' || p.code AS name
                        FROM message m JOIN party_link l ON l.municipality = m.municipality AND l.id = m.link_id
                        JOIN placement p ON p.municipality = m.municipality AND p.id = m.placement_id
                        WHERE m.party = 'participant' AND m.kind IN ('voice', 'complaint_route') ORDER BY 1
                        """
                    ).map { try $0.value("name", as: String.self) }
                }
            }
            for _ in 1...2 { _ = try await house.on("2026-02-02").postDueMail(in: m) }
            #expect(try await kinds() == ["complaint_route complaint P1"])
            _ = try await house.on("2026-03-31").postDueMail(in: m)
            #expect(try await kinds().count == 1)
            for _ in 1...2 { _ = try await house.on("2026-04-03").postDueMail(in: m) }
            #expect(try await kinds() == ["complaint_route complaint P1", "voice voice_mid P1"])
            let work = try await house.on("2026-04-03").worklist(house.karin)
            #expect(work.items.filter { $0.kind == .voiceToAsk }.map(\.placement) == [try Code("P2")])
            try await house.on("2026-04-03").giveVoice(
                house.karin, try Code("P2"), .mid, VoiceHouse.good, onBehalf: .noEmail)
            #expect(try await house.on("2026-04-03").worklist(house.karin).totals[.voiceToAsk] == nil)

            let end = try house.on("2026-05-29")
            for code in ["P1", "P2"] { _ = try await end.stepPlacement(house.karin, try Code(code), to: .completed) }
            for _ in 1...2 { _ = try await end.postDueMail(in: m) }
            #expect(
                try await kinds() == [
                    "complaint_route complaint P1", "voice voice_end P1", "voice voice_mid P1",
                ])
        }
    }
}

extension Operations {
    fileprivate func giveVoiceLate(_ house: VoiceHouse) async throws {
        try await house.on("2026-04-01").giveVoice(house.amina, house.code, .mid, VoiceHouse.good)
    }
}
