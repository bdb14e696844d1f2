import ArgumentParser
import Documents
import Domain
import Operations
import Settings

/// Says what is wrong with an installation, and what to do.
struct DoctorCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "doctor", sv: "Ser över installationen och säger vad som behöver göras.",
        en: "Looks the installation over and says what needs doing.", example: "praktik doctor --municipality 1485")

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        var findings: [Finding] = []
        if context.settings.database == .privateCluster {
            findings += StateFolderFindings.look(at: context.settings.state)
        }
        findings += await context.providerCheck(context.settings.web)
        findings.append(await Self.printerFinding())
        do {
            findings += try await context.withDatabase { try await look(at: $0, context) }
        } catch {
            // What was seen of the state folder may be why.
            try write(findings + [Self.connectionFinding(error)], context.output)
            throw error
        }
        try write(findings, context.output)
        if findings.contains(where: { $0.verdict == .fail }) { throw Ended(status: .refused) }
    }

    private func look(at operations: Operations, _ context: CommandContext) async throws -> [Finding] {
        let findings: [Finding]
        do {
            findings = try await operations.diagnose()
        } catch {
            // Where the role that every connection takes on is missing, the schema's own sentence says what to do.
            guard case .unexpected = Failure(error) else { throw error }
            try await operations.requireSchema()
            throw error
        }
        let schemaIsCurrent = findings.contains { $0.part == "schema" && $0.verdict == .ok }
        guard schemaIsCurrent else { return findings }
        // One municipality where one is named, else all there are.
        var municipalities = context.settings.municipality.map { [$0] } ?? []
        if municipalities.isEmpty { municipalities = try await context.installation().municipalities() }
        var actors: [Actor] = []
        for municipality in municipalities {
            actors.append(try await context.actor(operations, in: municipality))
        }
        let server = context.settings.mail.map { "\($0.host):\($0.port)" }
        return findings + (try await operations.diagnoseAudit(actors))
            + [try await operations.diagnoseMail(actors, server: server)]
    }

    /// Agreements and certificates are printed by a program of its own.
    private static func printerFinding() async -> Finding {
        guard let printer = PDFPrinter.found else {
            return Finding(
                "documents", .warn,
                Phrase(
                    sv: "WeasyPrint saknas: överenskommelser och intyg kan inte skrivas ut. Installera det och sätt "
                        + "PRAKTIK_WEASYPRINT till programmet om det inte ligger på PATH.",
                    en: "WeasyPrint is missing: agreements and certificates cannot be printed. Install it, and set "
                        + "PRAKTIK_WEASYPRINT to the program where it is not on the PATH."))
        }
        guard let version = await printer.version() else {
            return Finding(
                "documents", .warn,
                Phrase(
                    sv: "\(printer.path) går inte att köra; kör det för hand för att se varför.",
                    en: "\(printer.path) cannot be run; run it by hand to see why."))
        }
        return Finding(
            "documents", .ok,
            Phrase(
                sv: "WeasyPrint \(version) skriver ut överenskommelser och intyg.",
                en: "WeasyPrint \(version) prints agreements and certificates."))
    }

    private static func connectionFinding(_ error: any Error) -> Finding {
        let phrase = Failure(error).phrase
        let detail = Failure.connectionDetail(error).map { " " + $0 } ?? ""
        return Finding("connection", .fail, Phrase(sv: phrase.sv + detail, en: phrase.en + detail))
    }

    private func write(_ findings: [Finding], _ output: Output) throws {
        var table = Table(
            .init("verdict", sv: "Läge", en: "State"), .init("part", sv: "Del", en: "Part"),
            .init("sentence", sv: "Vad", en: "What"))
        for finding in findings {
            table.add(.text(finding.verdict.rawValue), .text(finding.part), .text(finding.sentence[output.language]))
        }
        // Sentences that say what to do are worth more than a tidy edge.
        try output.list(table, isCut: false)
    }
}
