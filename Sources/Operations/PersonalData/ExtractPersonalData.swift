public import Domain
import FoundationEssentials
import Postgres
import Store

extension Operations {
    /// Everything on file about the person of a referral, whichever referrer it came from. Of a protected person for named
    /// officers; each extract is in the log, and what it says is not.
    public func extractPersonalData(
        _ actor: Actor, referrer: Code, reference: Code
    ) async throws -> PersonalExtract {
        let (extract, person) = try await read(actor, .extractPersonalData) { connection in
            let found = try await connection.participantInReach(referrer, reference, actor)
            if found.isPersonProtected, let refusal = Action.viewProtectedPerson.refusal(of: actor) { throw refusal }
            var parts: [PersonalExtract.Part] = []
            for table in PersonalTable.all(of: found.personID, in: actor.municipality) {
                parts.append(
                    PersonalExtract.Part(
                        key: table.name, title: table.title,
                        columns: table.columns.map { .init(key: $0.key, label: $0.label, words: $0.words) },
                        rows: try await connection.personalRows(table)))
            }
            let settings = try await connection.municipalitySettings(actor.municipality)
            let extract = PersonalExtract(
                municipality: actor.municipality, municipalityName: settings.printedName(of: actor.municipality),
                madeOn: clock.today, parts: parts)
            return (extract, found.personID)
        }
        return try await change(actor, .extractPersonalData, outcome: .read) { _ in
            Changed(extract, AuditRecord(entity: "person", id: person))
        }
    }

    /// The same on paper, in Swedish.
    public func printPersonalData(
        _ actor: Actor, referrer: Code, reference: Code
    ) async throws -> PrintedDocument {
        let extract = try await extractPersonalData(actor, referrer: referrer, reference: reference)
        let bytes = try await Self.print(ExtractPaper(extract: extract).page)
        return PrintedDocument(name: "personuppgifter-\(clock.today).pdf", bytes: bytes)
    }
}
