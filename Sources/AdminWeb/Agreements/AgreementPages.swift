import Domain
import HTTPTypes
import Operations
import Store

/// What is done with an agreement: approved, checked before the start, changed.
enum AgreementPages {
    static let routes: [PageRoute] = [
        .get("/placements/:code/agreement", .may(.changeAgreement), AgreementForm.show),
        .post("/placements/:code/agreement", .may(.changeAgreement), AgreementForm.save),
        .post("/placements/:code/agreement/approve", .may(.approveAgreement), approve),
        .post("/placements/:code/agreement/check", .may(.recordCheck), check),
        .get("/placements/:code/agreement/file", .may(.printDocument), printed),
        .get("/placements/:code/certificate", .may(.printDocument), certificate),
    ]

    static func printed(_ visit: Visit) async throws -> PageAnswer {
        try await file(visit) { try await visit.operations.printAgreement(visit.actor, code: $0) }
    }

    static func certificate(_ visit: Visit) async throws -> PageAnswer {
        try await file(visit) { try await visit.operations.printCertificate(visit.actor, code: $0) }
    }

    /// Where there is no printing, the placement's own page says so.
    private static func file(
        _ visit: Visit, _ body: (Code) async throws -> PrintedDocument
    ) async throws -> PageAnswer {
        do {
            let document = try await body(try visit.code("code"))
            return .file(name: document.name, type: "application/pdf", document.bytes)
        } catch Refusal.agreement(let refusal) {
            let state = FormState(faults: [FormFault(field: "", sentence: refusal.phrase)])
            return .page(try await PlacementPage.page(visit, state), status: .conflict)
        }
    }

    static func approve(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        var reader = FormReader(visit.form)
        let version = reader.number("version", in: 1...32_000)
        let party = reader.choice("party", AgreementParty.self)
        let ground = reader.optionalChoice("ground", AnswerGround.self)
        return try await done(visit, &reader, code) {
            try await visit.operations.approveAgreement(
                visit.actor, code, for: party, ground: ground, expecting: version)
        }
    }

    static func check(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        var reader = FormReader(visit.form)
        let check = reader.choice("check", CheckBeforeStart.self)
        return try await done(visit, &reader, code) {
            guard let check else { throw WebFault.unreadable }
            return try await visit.operations.recordCheck(visit.actor, code, check)
        }
    }

    private static func done(
        _ visit: Visit, _ reader: inout FormReader, _ code: Code, _ body: () async throws -> AgreementProgress
    ) async throws -> PageAnswer {
        if reader.faults.isEmpty {
            do {
                let progress = try await body()
                let sentence =
                    progress.isInForce
                    ? Phrase(
                        sv: "Version \(progress.version) av överenskommelsen gäller nu.",
                        en: "Version \(progress.version) of the agreement is in force now.")
                    : Phrase(sv: "Antecknat.", en: "Recorded.")
                return .redirect(PlacementPages.path(code), sentence)
            } catch let refusal as Refusal where refusal.isAboutInput {
                reader.fault("", refusal.phrase)
            }
        }
        return .page(try await PlacementPage.page(visit, reader.state), status: .unprocessableContent)
    }
}
