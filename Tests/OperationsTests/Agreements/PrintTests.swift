import Domain
import FoundationEssentials
import Operations
import Postgres
import Store
import TestSupport
import Testing

private let weasyprint = ProcessInfo.processInfo.environment["PRAKTIK_WEASYPRINT"]

/// What is printed, read back by other programs than wrote it.
@Suite(.enabled(if: weasyprint != nil, "PRAKTIK_WEASYPRINT names no program; Deploy/test installs one"))
struct PrintTests {
    private struct Read {
        let text: String
        let info: String
        let tags: String
        /// What the file says of itself, its compressed parts unpacked.
        let inside: String
    }

    private func read(_ document: PrintedDocument) async throws -> Read {
        let path = FileManager.default.temporaryDirectory.appending(path: "praktik-\(UUID().uuidString).pdf").path
        #expect(FileManager.default.createFile(atPath: path, contents: Data(document.bytes)))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let unpack = """
            import re, sys, zlib
            data = whole = open(sys.argv[1], 'rb').read()
            for place in re.finditer(rb'stream\\r?\\n', data):
                try:
                    whole += zlib.decompressobj().decompress(data[place.end():])
                except zlib.error:
                    pass
            print(b' '.join(re.findall(rb'/Lang\\s*\\S+|pdfuaid:part\\S*', whole)).decode('latin-1'))
            """
        return Read(
            text: try await TestProgram.run(["/usr/bin/pdftotext", "-layout", path, "-"]),
            info: try await TestProgram.run(["/usr/bin/pdfinfo", path]),
            tags: try await TestProgram.run(["/usr/bin/pdfinfo", "-struct", path]),
            inside: try await TestProgram.run(["/usr/bin/python3", "-c", unpack, path]))
    }

    private func named(_ town: AgreementTown, protected: Bool = false) async throws {
        try await town.run(
            "UPDATE participant SET given_name = 'Åsa-Märta', family_name = 'Öberg <b>&', protected = \(protected)")
        try await town.run("UPDATE person SET protected = \(protected)")
        try await town.run("UPDATE organisation_unit SET name = 'Samhällsbyggnad på Ön'")
        _ = try await town.change {
            $0.goal = try Line("Sköta rabatter, häckar & ett \"växthus\"")
            $0.hoursPerDay = try WorkHours("7,5")
            $0.beginsAt = try ClockTime("08:30")
        }
    }

    @Test func `the agreement on paper holds what is agreed, with its letters, tags, title and language`() async throws
    {
        try await AgreementTown.with { town in
            try await named(town)
            let draft = try await read(try await town.operations.printAgreement(town.coordinator, code: town.code))
            #expect(draft.text.contains("Utkast"))
            try await town.operations.agreeInFull(town.coordinator, town.code)
            let document = try await town.operations.printAgreement(town.coordinator, code: town.code)
            #expect(document.name == "overenskommelse-P1-2.pdf")
            let read = try await read(document)
            let words = read.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for part in [
                "Överenskommelse om praktik", "Åsa-Märta Öberg <b>&", "Samhällsbyggnad på Ön", "2 februari 2026",
                "29 maj 2026", "mån tis ons tors fre", "7,5 timmar per dag, från kl. 08:30",
                "Sköta rabatter, häckar & ett \"växthus\"", "Genom samordnaren: svarade på telefon",
                "överenskommelse P1, version 2 Sida 1 av 1",
            ] {
                #expect(words.contains(part), "\(part)")
            }
            #expect(!words.contains("Utkast"))
            // Who referred the person would tell the host why.
            #expect(!words.contains("AMA"))
            #expect(read.info.contains("Tagged:          yes"))
            #expect(read.info.contains("Title:           Överenskommelse om praktik"))
            #expect(read.inside.contains("/Lang (sv)"))
            #expect(read.inside.contains("pdfuaid:part"))
            for tag in ["H1", "H2", "Table", "Caption", "THead", "TH", "TD"] { #expect(read.tags.contains(tag)) }
            // A host is told the first name.
            let host = try await self.read(try await town.operations.printAgreement(town.registrar, code: town.code))
            #expect(host.text.contains("Åsa-Märta") && !host.text.contains("Öberg"))
        }
    }

    @Test func `the certificate says what was done, when and how much, and only of what is completed`() async throws {
        try await AgreementTown.with { town in
            try await named(town)
            try await town.operations.agreeInFull(town.coordinator, town.code)
            await #expect(throws: Refusal.agreement(.notCompleted)) {
                try await town.operations.printCertificate(town.coordinator, code: town.code)
            }
            let later = Operations(pool: town.database.pool, clock: .fixed(try Day("2026-06-01")))
            _ = try await later.stepPlacement(
                town.coordinator, town.code, to: .started, on: try Day("2026-02-02"))
            _ = try await later.stepPlacement(
                town.coordinator, town.code, to: .completed, on: try Day("2026-05-29"))
            let read = try await read(try await later.printCertificate(town.coordinator, code: town.code))
            let words = read.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            // 17 whole weeks of five days.
            for part in [
                "Intyg om praktik", "Åsa-Märta Öberg", "Park", "2 februari 2026", "29 maj 2026", "85 dagar",
                "sammanlagt 637,5 timmar", "Sköta rabatter",
            ] {
                #expect(words.contains(part), "\(part)")
            }
            #expect(read.info.contains("Tagged:          yes"))
            #expect(read.inside.contains("/Lang (sv)"))
            let log = try await town.operations.auditLines(
                Actor(name: "root", role: .operator, municipality: town.coordinator.municipality))
            #expect(log.contains { $0.action == "document.print" })
        }
    }

    @Test func `of a protected person neither name nor workplace is in any document, and officers alone get one`()
        async throws
    {
        try await AgreementTown.with { town in
            try await named(town)
            try await town.operations.agreeInFull(town.coordinator, town.code)
            try await town.run("UPDATE participant SET protected = true")
            try await town.run("UPDATE person SET protected = true")
            for actor in [town.coordinator, town.registrar] {
                await #expect(throws: Refusal.self) {
                    try await town.operations.printAgreement(actor, code: town.code)
                }
            }
            var officer = town.coordinator
            officer.isNamedOfficer = true
            let read = try await read(try await town.operations.printAgreement(officer, code: town.code))
            for secret in ["Åsa", "Öberg", "Samhälls", "Park", "rabatter", "K-1"] {
                #expect(!read.text.contains(secret), "\(secret)")
            }
            #expect(read.text.contains("29 maj 2026"))
        }
    }
}
