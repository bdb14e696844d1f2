import Documents
public import Domain
import Postgres
import Store

extension Operations {
    /// Registers one new participant: a file of one row, held to the same rules and sentences.
    ///
    /// - Parameter fields: Values by the file columns' names; `registered_on` is today where it is left out.
    public func registerParticipant(
        _ actor: Actor, referrer: Code, reference: Code, fields: [String: String], dryRun: Bool = false
    ) async throws {
        try await change(actor, .registerParticipant, dryRun: dryRun) { connection in
            if let own = try actor.referrerScope {
                guard try await connection.referrers(actor.municipality, code: referrer).first?.id == own else {
                    throw Refusal.outsideScope(.registerParticipant)
                }
            }
            var fields = fields
            fields["referrer"] = referrer.rawValue
            fields["reference"] = reference.rawValue
            fields["registered_on"] = fields["registered_on"] ?? clock.today.description
            let columns = fields.sorted { $0.key < $1.key }
            var writer = CSVWriter(.machines)
            writer.write(columns.map(\.key))
            writer.write(columns.map { CSVCell.text($0.value) })
            let summary = try await importRows(
                connection, actor, .registerParticipant, .participants, from: ImportSource(bytes: writer.take()))
            guard summary.created == 1 else { throw Refusal.codeTaken(.participant) }
            return Changed((), records: [])
        }
    }
}
