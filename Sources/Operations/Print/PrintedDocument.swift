import Documents
public import Domain
import Postgres
import Store

/// A document as it leaves the service.
public struct PrintedDocument: Sendable {
    /// What the file is called; nothing of the person's.
    public let name: String
    /// PDF.
    public let bytes: [UInt8]
}

extension Operations {
    /// Whether the server has the program that writes documents.
    public static var canPrint: Bool { PDFPrinter.found != nil }

    /// A placement's agreement on paper: the newest version, with whose word is given and whose is not.
    ///
    /// Of a protected person, which a named officer alone may ask for, neither name nor workplace is in the file: they are left
    /// as lines to be filled in by hand, so that no file that may be sent or lost tells where somebody is.
    public func printAgreement(_ actor: Actor, code: Code) async throws -> PrintedDocument {
        let sheet = try await agreement(actor, code: code)
        guard let newest = sheet.newest else { throw Refusal.agreement(.missing) }
        let page = AgreementPaper(sheet: sheet, version: newest, municipality: try await settledName(actor)).page
        return try await printed(
            actor, page, of: sheet, named: "overenskommelse-\(code.rawValue)-\(newest.number).pdf")
    }

    /// The participant's certificate (intyg) of a placement that is completed: where, what, when and how much.
    public func printCertificate(_ actor: Actor, code: Code) async throws -> PrintedDocument {
        let sheet = try await agreement(actor, code: code)
        guard sheet.detail.placement.state == .completed, let ended = sheet.detail.endedOn else {
            throw Refusal.agreement(.notCompleted)
        }
        let ending = try await read(actor, .printDocument) { connection in
            try await connection.placementEnding(sheet.detail.id, actor.municipality)
        }
        let page = CertificatePaper(
            sheet: sheet, ending: ending,
            days: try Period(from: sheet.detail.startedOn ?? sheet.detail.placement.period.from, to: ended),
            municipality: try await settledName(actor), on: clock.today
        ).page
        return try await printed(actor, page, of: sheet, named: "intyg-\(code.rawValue).pdf")
    }

    private func settledName(_ actor: Actor) async throws -> String {
        let settings = try await read(actor, .printDocument) { connection in
            try await connection.municipalitySettings(actor.municipality)
        }
        return settings.printedName(of: actor.municipality)
    }

    /// Paper leaves the house: that it was made stands in the log.
    private func printed(
        _ actor: Actor, _ page: PrintPage, of sheet: AgreementSheet, named name: String
    ) async throws -> PrintedDocument {
        let bytes = try await Self.print(page)
        return try await change(actor, .printDocument, outcome: .read) { _ in
            Changed(
                PrintedDocument(name: name, bytes: bytes),
                AuditRecord(entity: "placement", id: sheet.detail.id, after: ["document": name]))
        }
    }
}

extension MunicipalitySettings {
    /// What documents call the municipality: its name, else its code.
    func printedName(of municipality: MunicipalityCode) -> String {
        name?.rawValue ?? "Kommun \(municipality.rawValue)"
    }
}
