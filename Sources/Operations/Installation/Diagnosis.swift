public import Domain
import FoundationEssentials
import Postgres
import Store

extension Operations {
    /// Looks the database over: server, role, durability, clock, schema. Throws only where it cannot be reached.
    public func diagnose() async throws -> [Finding] {
        let facts = try await pool.withConnection { connection in
            let asked = clock.now()
            let facts = try await connection.queryFirst(Facts.query, as: Facts.self)
            let answered = clock.now()
            // Half the way there and back is fair to the database's clock.
            let middle = asked.addingTimeInterval(answered.timeIntervalSince(asked) / 2)
            return facts.map { ($0, $0.now.timeIntervalSince(middle)) }
        }
        guard let (facts, drift) = facts else { return [] }
        return [facts.serverFinding, facts.roleFinding, facts.durabilityFinding, Self.clockFinding(drift)]
            + [await schemaFinding()]
    }

    /// Whether every actor's municipality has its audit chain whole: one finding if so, else one for each that has not.
    public func diagnoseAudit(_ actors: [Actor]) async throws -> [Finding] {
        var entries = 0
        var broken: [Finding] = []
        for actor in actors {
            let verdict = try await verifyAudit(actor)
            entries += verdict.entries
            if !verdict.isWhole { broken.append(Self.brokenAudit(actor.municipality)) }
        }
        guard broken.isEmpty else { return broken }
        return [
            Finding(
                "audit", .ok,
                Phrase(
                    sv: "Granskningsloggen är hel: \(entries) poster, kommuner: \(actors.count).",
                    en: "The audit log is whole: \(entries) entries, municipalities: \(actors.count)."))
        ]
    }

    private static func brokenAudit(_ municipality: MunicipalityCode) -> Finding {
        let remedy = "praktik audit verify --municipality \(municipality)"
        return Finding(
            "audit", .fail,
            Phrase(
                sv: "Granskningsloggen för \(municipality) är bruten. Jämför med en säkerhetskopia: \(remedy)",
                en: "The audit log of \(municipality) is broken. Compare with a backup: \(remedy)"))
    }

    private func schemaFinding() async -> Finding {
        do {
            try await requireUnchangedSchema()
            return Finding(
                "schema", .ok, Phrase(sv: "Schemat är programmets.", en: "The schema is the program's."))
        } catch {
            return Finding("schema", .fail, Failure(error).phrase)
        }
    }

    private static func clockFinding(_ drift: Double) -> Finding {
        let seconds = abs(drift) >= 10 ? "\(Int(abs(drift)))" : "\(Double(Int(abs(drift) * 10)) / 10)"
        let verdict: Finding.Verdict = abs(drift) < 2 ? .ok : abs(drift) < 60 ? .warn : .fail
        guard verdict != .ok else {
            return Finding(
                "clock", .ok,
                Phrase(sv: "Klockan går som databasens.", en: "The clock agrees with the database's."))
        }
        return Finding(
            "clock", verdict,
            Phrase(
                sv: "Klockan skiljer \(seconds) s från databasens. Ställ båda efter en tidsserver.",
                en: "The clock is \(seconds) s from the database's. Set both by a time server."))
    }
}

private struct Facts: RowDecodable {
    let version: Int
    let role: String
    let session: String
    let roleIsMighty: Bool
    let sessionIsMighty: Bool
    let ownsTables: Bool
    let unsafeSettings: [String]
    let now: Date

    static let query: SQL = """
        SELECT current_setting('server_version_num')::int AS version, current_user::text AS role,
            session_user::text AS session, r.rolsuper OR r.rolbypassrls AS role_is_mighty,
            s.rolsuper OR s.rolbypassrls AS session_is_mighty,
            EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) AS owns_tables,
            ARRAY(SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')
                AND setting = 'off' ORDER BY name) AS unsafe_settings,
            clock_timestamp() AS now
        FROM pg_roles r, pg_roles s WHERE r.rolname = current_user AND s.rolname = session_user
        """

    init(row: Row) throws {
        version = try row.value("version")
        role = try row.value("role")
        session = try row.value("session")
        roleIsMighty = try row.value("role_is_mighty")
        sessionIsMighty = try row.value("session_is_mighty")
        ownsTables = try row.value("owns_tables")
        unsafeSettings = try row.value("unsafe_settings")
        now = try row.value("now")
    }

    var serverFinding: Finding {
        let number = "\(version / 10000).\(version % 10000)"
        guard version >= 150_000 else {
            return Finding(
                "server", .fail,
                Phrase(
                    sv: "PostgreSQL \(number) är för gammalt; uppgradera till 15 eller senare.",
                    en: "PostgreSQL \(number) is too old; upgrade to 15 or later."))
        }
        return Finding(
            "server", .ok, Phrase(sv: "PostgreSQL \(number) svarar.", en: "PostgreSQL \(number) answers."))
    }

    var roleFinding: Finding {
        if roleIsMighty || ownsTables {
            return Finding(
                "role", .fail,
                Phrase(
                    sv: "Rollen \(role) kringgår kommungränsen. Ta ifrån den SUPERUSER, BYPASSRLS och egna tabeller.",
                    en:
                        "The role \(role) gets past row-level security. Take SUPERUSER, BYPASSRLS and its tables from it."
                ))
        }
        if sessionIsMighty {
            return Finding(
                "role", .warn,
                Phrase(
                    sv:
                        "Inloggningen \(session) får mer än \(role). Ge programmet en egen inloggning som bara är \(role).",
                    en: "The login \(session) may more than \(role). Give the program a login that is only \(role)."))
        }
        return Finding(
            "role", .ok,
            Phrase(
                sv: "Rollen \(role) hålls inom sin kommun.", en: "The role \(role) is kept within its municipality."))
    }

    var durabilityFinding: Finding {
        guard unsafeSettings.isEmpty else {
            let names = unsafeSettings.joined(separator: ", ")
            return Finding(
                "durability", .fail,
                Phrase(
                    sv: "Sparat kan gå förlorat: \(names) är av. Slå på i serverns inställningar.",
                    en: "What is saved can be lost: \(names) is off. Turn it on in the server's settings."))
        }
        return Finding(
            "durability", .ok,
            Phrase(sv: "Det som sparats ligger kvar efter ett avbrott.", en: "What is saved survives a crash."))
    }
}
