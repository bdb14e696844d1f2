import TestSupport
import Testing

/// A placement's whole life by commands, each step by whoever takes it.
struct LifeJourneyTests {
    private struct Life {
        let town: YearJourneyTests.Town

        func done(_ who: String, _ words: String...) async throws {
            let answer = try await BuiltProgram.run(words + ["--as", who], town.variables)
            #expect(answer.status == 0, "\(words): \(answer.errors)")
        }

        func refused(_ who: String, _ words: String...) async throws {
            let answer = try await BuiltProgram.run(words + ["--as", who], town.variables)
            #expect(answer.status == 1, "\(words): \(answer.output)")
        }

        /// The host and the referrer by themselves, the participant through the coordinator, who has to say why.
        func approved() async throws {
            try await done("rut", "agreement", "approve", "P-1")
            try await done("ali", "agreement", "approve", "P-1")
            try await refused("karin", "agreement", "approve", "P-1", "--for", "participant")
            try await done(
                "karin", "agreement", "approve", "P-1", "--for", "participant", "--ground", "no_e_identification")
        }

        /// Where the placement stands and when it ends.
        func standing() async throws -> String {
            let answer = try await town.run("placement", "list", "--format", "csv")
            let lines = answer.output.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
            guard lines.count == 2, let state = lines[0].firstIndex(of: "state"), let to = lines[0].firstIndex(of: "to")
            else { return answer.output + answer.errors }
            return "\(lines[1][state]) \(lines[1][to])"
        }
    }

    @Test func `offered, answered, agreed, begun, extended, completed, employed: each under its own name`() async throws
    {
        try await YearJourneyTests.Town.use { town in
            let life = Life(town: town)
            try await town.load("units", "code;name;kind", "SBF;Samhällsbyggnad;forvaltning")
            try await town.load("referrers", "code;name", "AMA;AMA")
            for user in [
                ["rut", "--role", "registrar", "--unit", "SBF"], ["ali", "--role", "referrer", "--referrer", "AMA"],
                ["karin", "--role", "coordinator"],
            ] {
                #expect(try await BuiltProgram.run(["user", "add"] + user, town.variables).status == 0)
            }
            try await life.done(
                "rut", "slot", "register", "PARK", "--unit", "SBF", "--title", "Park", "--from", "2026-01-12", "--to",
                "2026-08-28")
            try await life.done("ali", "participant", "register", "AMA", "K-1", "--available-to", "2026-04-10")
            try await life.done("karin", "match", "run", "--from", "2026-01-12")
            try await life.done("karin", "match", "decide")
            try await life.done("rut", "placement", "answer", "P-1", "--party", "host", "--accept")
            try await life.done(
                "karin", "placement", "answer", "P-1", "--party", "participant", "--accept", "--on-behalf", "phoned")
            #expect(try await life.standing() == "accepted 2026-04-10")
            try await life.approved()
            try await life.refused("rut", "placement", "start", "P-1", "--on", "2026-01-12")
            try await life.done("karin", "agreement", "check", "P-1", "insurance", "--on", "2026-01-09")
            #expect(try await life.standing() == "agreed 2026-04-10")
            try await life.done("rut", "placement", "start", "P-1", "--on", "2026-01-12")
            try await life.done("karin", "placement", "extend", "P-1", "--to", "2026-05-29")
            // Until all have approved it again, what was agreed holds.
            #expect(try await life.standing() == "started 2026-04-10")
            try await life.approved()
            #expect(try await life.standing() == "started 2026-05-29")
            try await life.done("rut", "placement", "complete", "P-1", "--on", "2026-05-29")
            try await life.done(
                "karin", "followup", "record", "P-1", "30", "--source", "participant", "--status", "employed",
                "--employer", "host", "--on", "2026-06-28")

            let log = try await town.run("audit", "list", "--format", "csv", "--last", "100")
            var steps = log.output.split(whereSeparator: \.isNewline).dropFirst().reversed().map { line in
                let parts = line.split(separator: ",", omittingEmptySubsequences: false)
                return "\(parts[3]) \(parts[4]) \(parts[5])"
            }
            steps.removeAll { $0.hasPrefix("operator ") }
            let approvals = [
                "registrar agreement.approve done", "referrer agreement.approve done",
                "coordinator agreement.approve refused", "coordinator agreement.approve done",
            ]
            #expect(
                steps == [
                    "registrar slot.register done", "referrer participant.register done", "coordinator match.run done",
                    // The run, and its proposal.
                    "coordinator match.decide done", "coordinator match.decide done",
                    "registrar placement.answer done", "coordinator placement.answer done",
                ] + approvals + [
                    "registrar placement.step refused",
                    // The check, and what it brought into force.
                    "coordinator check.record done", "coordinator check.record done", "registrar placement.step done",
                    "coordinator agreement.change done",
                ] + approvals + [
                    // What the last word brought into force.
                    "coordinator agreement.approve done", "registrar placement.step done",
                    // What the participant told, and the status that follows.
                    "coordinator follow_up.record done", "coordinator follow_up.record done",
                ])
            #expect(try await town.run("audit", "verify").status == 0)
        }
    }
}
