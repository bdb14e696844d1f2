import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// What participants say is the coordinator's to read and nobody else's: by the operations, and by SQL in the application's own
/// role.
struct VoiceRoleTests {
    private static let roles = Role.allCases

    @Test(arguments: roles) func `by operations only the coordinator reads and handles`(_ role: Role) async throws {
        try await VoiceHouse.with { house in
            let operations = try house.on("2026-04-01")
            try await operations.giveVoice(house.amina, house.code, .mid, VoiceHouse.good)
            let complaint = try await operations.complain(house.amina, house.code, try OwnWords("Ingen handledare."))
            let actor = try await house.actor(role)
            let readers: [@Sendable () async throws -> Void] = [
                { _ = try await operations.voices(actor) }, { _ = try await operations.voiceSheet(actor, house.code) },
                { _ = try await operations.complaints(actor) },
                { _ = try await operations.complaint(actor, complaint) },
                {
                    try await operations.handleComplaint(
                        actor, complaint, note: try Line("Möte med enheten."), dryRun: true)
                },
            ]
            for reader in readers {
                if role == .coordinator {
                    try await reader()
                } else {
                    do {
                        try await reader()
                        Issue.record("\(role) reads")
                    } catch let refusal as Refusal {
                        #expect(refusal.code == "not_allowed")
                    }
                }
            }
        }
    }

    @Test(arguments: roles.map(Optional.some) + [nil]) func `by SQL only the coordinator sees a row`(
        _ role: Role?
    ) async throws {
        try await VoiceHouse.with { house in
            let operations = try house.on("2026-04-01")
            try await operations.giveVoice(house.amina, house.code, .mid, VoiceHouse.good)
            try await operations.complain(house.amina, house.code, try OwnWords("Ingen handledare."))
            let expected = role == .coordinator ? 1 : 0
            #expect(try await house.sql(as: role, "SELECT count(*) FROM voice_answer", Int.self) == expected)
            #expect(try await house.sql(as: role, "SELECT count(*) FROM complaint", Int.self) == expected)
            let handled = try await house.database.pool.transaction(for: house.town.code, by: "x", as: role) {
                try await $0.execute("UPDATE complaint SET handled_on = '2026-04-02', note = 'x'")
            }
            #expect(handled == expected)
            let gone = try await house.refusal(as: role, "DELETE FROM complaint")
            #expect(gone == "42501")
            let edited = try await house.refusal(as: role, "UPDATE voice_answer SET tasks = 'yes'")
            #expect(edited == "42501")
        }
    }

    @Test(arguments: roles.map(Optional.some) + [nil]) func `by SQL only they speak who may, and others count only`(
        _ role: Role?
    ) async throws {
        try await VoiceHouse.with { house in
            func insert(_ occasion: String, ground: String?) -> SQL {
                """
                INSERT INTO voice_answer (municipality, id, placement_id, occasion, tasks, alone, swedish, language, ground,
                    answered_on)
                SELECT municipality, uuid_v7(), id, \(occasion), 'no', 'yes', 'no', 'sv', \(ground), '2026-04-01'
                FROM placement WHERE code = 'P1'
                """
            }
            let early = try await house.refusal(as: role, insert("end", ground: role == .participant ? nil : "phoned"))
            let may = role == .participant || role == .coordinator
            #expect(early == (may ? "voice_answer_due" : "voice_role"))
            let own = try await house.refusal(as: role, insert("mid", ground: nil))
            #expect(own == (role == .participant ? nil : "voice_role"))
            let instead = try await house.refusal(as: role, insert("mid", ground: "phoned"))
            #expect(instead == (role == .coordinator ? nil : "voice_role"))
            let complaint = try await house.refusal(
                as: role,
                """
                INSERT INTO complaint (municipality, id, code, placement_id, words, made_on)
                SELECT municipality, uuid_v7(), 'X', id, 'Fel', '2026-04-01' FROM placement WHERE code = 'P1'
                """)
            #expect(complaint == (role == .participant ? nil : "voice_role"))
            let counters: Set<Role?> = [.coordinator, .operator, .statistician]
            for statement: SQL in [
                "SELECT voice_response('2026-01-01', '2026-12-31')", "SELECT voice_tally('2026-01-01', '2026-12-31')",
            ] {
                let counted = try await house.refusal(as: role, statement)
                #expect(counted == (counters.contains(role) ? nil : "42501"))
            }
            let told = try await house.refusal(as: role, "SELECT complaints_to_handle()")
            #expect(told == (role == .coordinator || role == .operator ? nil : "42501"))
        }
    }
}
