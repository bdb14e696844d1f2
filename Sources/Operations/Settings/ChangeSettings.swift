public import Domain
import Postgres
import Store

extension Operations {
    /// What holds in the actor's municipality.
    public func settings(_ actor: Actor) async throws -> MunicipalitySettings {
        try await read(actor, .readSettings) { try await $0.municipalitySettings(actor.municipality) }
    }

    /// What the municipality is called, for anybody's page; its code where it has not said.
    public func municipalityName(_ municipality: MunicipalityCode) async throws -> String {
        let record = try await pool.transaction(for: municipality, by: "", readOnly: true) { connection in
            try await connection.settings(municipality)
        }
        return record?.name?.rawValue ?? municipality.rawValue
    }

    /// Changes the settings; returns them as they then stand. Runs that are stored keep what they were computed with, and
    /// reports that are published keep what they were published with.
    @discardableResult
    public func changeSettings(
        _ actor: Actor, expecting version: Version? = nil, dryRun: Bool = false,
        _ change: (inout MunicipalitySettings) throws -> Void
    ) async throws -> MunicipalitySettings {
        try await self.change(actor, .manageSettings, dryRun: dryRun) { connection in
            try await connection.lockSettings(actor.municipality)
            let old = try await connection.municipalitySettings(actor.municipality)
            try old.version.check(version, .settings, actor.municipality.rawValue)
            var new = old
            try change(&new)
            try new.check()
            let record = AuditRecord(
                settings: actor.municipality.rawValue, from: old, to: new)
            guard let record else { return Changed(old) }
            try await connection.update(new.record, actor.municipality)
            return Changed(new, record)
        }
    }

    /// A match run's parameters as the municipality has settled them, for a round that begins on a day.
    public func standardParameters(_ actor: Actor, roundStart: Day) async throws -> MatchParameters {
        try await read(actor, .runMatch) { connection in
            try await connection.municipalitySettings(actor.municipality).parameters(roundStart: roundStart)
        }
    }
}

extension Connection {
    func municipalitySettings(_ municipality: MunicipalityCode) async throws -> MunicipalitySettings {
        MunicipalitySettings(try await settings(municipality))
    }

    /// The supervisors whose number of people is a rule; none where the municipality only wants to be warned.
    func bindingSupervisors(
        _ municipality: MunicipalityCode, _ settings: MunicipalitySettings, of slots: [Code], takenFrom day: Day
    ) async throws -> [SupervisorFacts] {
        guard settings.supervisorPolicy == .block else { return [] }
        return try await matchSupervisors(municipality, of: slots, takenFrom: day)
    }
}

extension AuditRecord {
    fileprivate init?(settings code: String, from old: MunicipalitySettings, to new: MunicipalitySettings) {
        self.init(entity: "settings", id: Identifier<MunicipalitySettings>?.none, code: code, from: old, to: new)
    }
}
