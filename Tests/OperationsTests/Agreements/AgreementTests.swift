import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct AgreementTests {
    @Test func `what is accepted has version 1, and the last word of three, or the last check, makes it agreed`()
        async throws
    {
        try await AgreementTown.with { town in
            let first = try #require(try await town.sheet.newest)
            #expect(first.number == 1 && first.inForceAt == nil)
            #expect(first.missingApprovals == [.participant, .host, .referrer])
            #expect(first.missingChecks == [.insurance])
            #expect(first.terms.goal.rawValue == "Pröva på och lära sig arbetet: Park")
            await #expect(throws: Refusal.agreement(.notApproved([.participant, .host, .referrer]))) {
                try await town.operations.stepPlacement(town.coordinator, town.code, to: .agreed)
            }
            try await town.approveByAll()
            #expect(try await town.sheet.detail.placement.state == .accepted)
            await #expect(throws: Refusal.agreement(.checksMissing([.insurance]))) {
                try await town.operations.stepPlacement(town.coordinator, town.code, to: .agreed)
            }
            let progress = try await town.operations.recordCheck(town.registrar, town.code, .insurance)
            #expect(progress.version == 1 && progress.isInForce && progress.state == .agreed)
            await #expect(throws: Refusal.agreement(.inForce(1))) {
                try await town.operations.approveAgreement(town.registrar, town.code)
            }
        }
    }

    @Test func `each party speaks for itself; the coordinator for any, with a ground that stands in the log`()
        async throws
    {
        try await AgreementTown.with { town in
            let operations = town.operations
            await #expect(throws: Refusal.agreement(.partyNotYours(.referrer, .registrar))) {
                try await operations.approveAgreement(town.registrar, town.code, for: .referrer)
            }
            await #expect(throws: Refusal.agreement(.partyMissing)) {
                try await operations.approveAgreement(town.coordinator, town.code)
            }
            await #expect(throws: Refusal.groundMissing) {
                try await operations.approveAgreement(town.coordinator, town.code, for: .participant)
            }
            var stranger = town.participant
            stranger.person = nil
            await #expect(throws: Refusal.noSuch(.placement, "P1")) {
                try await operations.approveAgreement(stranger, town.code)
            }
            _ = try await operations.approveAgreement(
                town.coordinator, town.code, for: .participant, ground: .noEIdentification)
            await #expect(throws: Refusal.agreement(.approvedAlready(.participant))) {
                try await operations.approveAgreement(town.participant, town.code)
            }
            _ = try await operations.approveAgreement(town.registrar, town.code)
            let approvals = try await town.sheet.approvals
            #expect(approvals.map(\.party) == [.participant, .host])
            #expect(approvals.map(\.ground) == [.noEIdentification, nil])
            // A host is told whose word is given, and no account but the own.
            let seen = try await operations.agreement(town.registrar, code: town.code)
            #expect(seen.approvals.map(\.by) == [nil, "rut"])
            let logged = try await town.database.owner.withConnection {
                try await $0.value(
                    """
                    SELECT concat_ws(' ', actor, role, on_behalf_of, reason) FROM audit_entry
                    WHERE action = 'agreement.approve' AND on_behalf_of IS NOT NULL AND outcome = 'done'
                    """, as: String.self)
            }
            #expect(logged == "karin coordinator participant har ingen e-legitimation")
        }
    }

    @Test func `an extension holds when all have approved it again, and not before`() async throws {
        try await AgreementTown.with { town in
            try await town.operations.agreeInFull(town.coordinator, town.code)
            try await town.run("UPDATE slot SET ends_on = '2026-06-30'")
            let started = Operations(pool: town.database.pool, clock: .fixed(try Day("2026-02-02")))
            _ = try await started.stepPlacement(town.coordinator, town.code, to: .started)
            let version = try await town.change { $0.to = try Day("2026-06-12") }
            #expect(version == 2)
            let extended = try await town.sheet
            #expect(extended.newest.map(extended.changes) == [.days])
            #expect(try await town.sheet.detail.placement.period.to == (try Day("2026-05-29")))
            // Nobody approves what they have not seen.
            await #expect(throws: Refusal.changedMeanwhile(.agreement, "P1")) {
                try await town.operations.approveAgreement(town.registrar, town.code, expecting: 1)
            }
            _ = try await town.operations.approveAgreement(town.participant, town.code, expecting: 2)
            _ = try await town.operations.approveAgreement(town.registrar, town.code, expecting: 2)
            #expect(try await town.sheet.inForce?.number == 1)
            _ = try await town.operations.approveAgreement(
                town.coordinator, town.code, for: .referrer, ground: .noEmail, expecting: 2)
            let sheet = try await town.sheet
            #expect(sheet.inForce?.number == 2)
            #expect(sheet.detail.placement.state == .started)
            #expect(sheet.detail.startedOn == (try Day("2026-02-02")))
            #expect(sheet.detail.placement.period.to == (try Day("2026-06-12")))
            await #expect(throws: Refusal.agreement(.begun)) {
                try await town.change { $0.from = try Day("2026-02-09") }
            }
            await #expect(throws: Refusal.agreement(.unchanged)) { try await town.change { _ in } }
            let whole = try Period(from: Day("2026-02-02"), to: Day("2026-06-30"))
            await #expect(throws: Refusal.agreement(.outsideSlot(whole))) {
                try await town.change { $0.to = try Day("2026-07-10") }
            }
        }
    }

    @Test func `days are taken when the version comes into force: the last word on days that are taken is refused`()
        async throws
    {
        try await AgreementTown.with(places: 1, proposed: 2) { town in
            // Both fit one after the other; the first is then to be extended over the second.
            _ = try await town.change { $0.to = try Day("2026-03-27") }
            try await town.operations.agreeInFull(town.coordinator, town.code)
            try await town.run("UPDATE placement SET starts_on = '2026-03-30' WHERE code = 'P2'")
            _ = try await town.operations.stepPlacement(town.coordinator, try Code("P2"), to: .accepted)
            _ = try await town.change { $0.to = try Day("2026-04-10") }
            _ = try await town.operations.approveAgreement(town.participant, town.code)
            _ = try await town.operations.approveAgreement(town.registrar, town.code)
            await #expect(throws: Refusal.slotFull) {
                try await town.operations.approveAgreement(town.referrer, town.code)
            }
            let sheet = try await town.sheet
            #expect(sheet.inForce?.number == 2)
            #expect(sheet.newest?.missingApprovals == [.referrer])
            #expect(sheet.detail.placement.period.to == (try Day("2026-03-27")))
        }
    }

    @Test func `a slot for the language asks for a goal of it`() async throws {
        try await AgreementTown.with(purpose: .language) { town in
            let goal = try #require(try await town.sheet.newest?.terms.languageGoal)
            #expect(goal.rawValue.contains("ord som behövs i arbetet"))
            _ = try await town.change { $0.languageGoal = try Line("Beställa varor på telefon") }
            #expect(try await town.sheet.newest?.terms.languageGoal?.rawValue == "Beställa varor på telefon")
        }
    }

    @Test func `a correction takes the step back, and it is taken again by the version that everybody approved`()
        async throws
    {
        try await AgreementTown.with { town in
            try await town.operations.agreeInFull(town.coordinator, town.code)
            let reason = try Line("Fel knapp")
            #expect(
                try await town.operations.correctPlacement(town.coordinator, town.code, reason: reason) == .accepted)
            _ = try await town.operations.stepPlacement(town.coordinator, town.code, to: .agreed)
            #expect(try await town.sheet.detail.placement.state == .agreed)
        }
    }

    @Test func `a dry run leaves nothing`() async throws {
        try await AgreementTown.with { town in
            _ = try await town.operations.approveAgreement(town.registrar, town.code, dryRun: true)
            var change = AgreementChange()
            change.goal = try Line("Annat")
            #expect(
                try await town.operations.changeAgreement(town.coordinator, town.code, change, dryRun: true) == 2)
            let sheet = try await town.sheet
            #expect(sheet.approvals.isEmpty && sheet.versions.count == 1)
        }
    }
}
