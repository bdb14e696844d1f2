import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Secrets
import Store
import TestSupport
import Testing

@testable import AdminWeb

/// Names stand in Swedish order wherever they stand in a row: without regard to case, é as e, å ä ö last.
struct NameOrderTests {
    private static let order = ["adam", "Éva", "Zeta", "Ånge", "Äpple", "Öga"]

    @Test func `the order of short lists is Swedish`() {
        let names = ["Öga", "Zeta", "Äpple", "adam", "Ånge", "Éva", "Eva", "Evald", "adam b"]
        let sorted = names.sorted { SwedishOrder.isBefore($0, $1) }
        #expect(sorted == ["adam", "adam b", "Eva", "Éva", "Evald", "Zeta", "Ånge", "Äpple", "Öga"])
    }

    @Test func `counts are written as each language does`() throws {
        let cases: [(Int, String, String)] = [
            (0, "0", "0"), (9999, "9999", "9999"), (10_000, "10\u{A0}000", "10,000"),
            (-12_345, "−12\u{A0}345", "−12,345"), (-9999, "−9999", "−9999"),
            (1_234_567, "1\u{A0}234\u{A0}567", "1,234,567"),
        ]
        for (number, sv, en) in cases { #expect(Phrase.number(number) == Phrase(sv: sv, en: en)) }
        #expect(
            try Phrase.number(hundredths: Amount("12345,50").hundredths) == Phrase(sv: "12\u{A0}345,5", en: "12,345.5"))
        #expect(Phrase.number(hundredths: 205) == Phrase(sv: "2,05", en: "2.05"))
        let html: HTML = "<td>\(HTML.number(12_345))</td><a href=\"/figures/\(2026)\">"
        #expect(html.rendered(in: .swedish) == "<td>12\u{A0}345</td><a href=\"/figures/2026\">")
        #expect(html.rendered(in: .english) == "<td>12,345</td><a href=\"/figures/2026\">")
    }

    @Test func `every list and every choice is in Swedish order`() async throws {
        try await TestDatabase.with { database in
            let operations = Operations(
                pool: database.pool, clock: .fixed(try Day("2026-03-02")),
                accounts: AccountRules(hasher: PasswordHasher(cost: .trifling)))
            let root = Actor(name: "root", role: .operator, municipality: try MunicipalityCode("1485"))
            try await Self.fill(operations, root)
            let web = try WebTester(operations)
            let coordinator = try await web.session(.coordinator)
            let administrator = try await web.session(.administrator)
            let token = try await operations.createToken(
                root, for: Code("coordinator"), name: Line("x"), scopes: [.read], days: 1
            ).token
            let pages: [(String, String)] = [
                ("/units", "enhet"), ("/slots?sort=title", "arbete"), ("/slots?sort=unit", "enhet"),
                ("/slots/new", "enhet"), ("/slots/new", "handledare"), ("/slots/new", "anvisare"),
                ("/referrers", "anvisare"), ("/participants?sort=name", "person"), ("/participants", "anvisare"),
                ("/participants/new", "anvisare"), ("/participants/new", "arbete"),
                ("/placements?sort=slot", "arbete"), ("/units/U-0", "handledare"), ("/units/new", "enhet"),
                ("/figures/2026?cut=by_unit", "enhet"),
            ]
            for (path, kind) in pages {
                Self.hold(try await web.ask(.get, path, as: coordinator).body, kind, path)
            }
            Self.hold(try await web.ask(.get, "/users/new", as: administrator).body, "enhet", "/users/new")
            // Not the API's registers: they come in the order of their codes' bytes, in which a program goes on from page to
            // page by an index; whoever shows them to people sorts them by name.
            for (path, kind) in [
                ("/slots?sort=title", "arbete"), ("/slots?sort=unit", "enhet"), ("/participants?sort=name", "person"),
                ("/placements?sort=slot", "arbete"),
            ] {
                let body = try await web.ask(
                    .get, APIRouter.root + path, headers: [.authorization: "Bearer \(token)"]
                ).body
                Self.hold(body, kind, path)
            }
        }
    }

    /// The names of a kind, wherever they stand: as many runs in order as there are lists.
    private static func hold(_ body: String, _ kind: String, _ path: String) {
        var found: [Int] = []
        var rest = body[...]
        while let range = rest.firstRange(of: " \(kind)") {
            let before = rest[..<range.lowerBound]
            if let place = order.firstIndex(where: { before.hasSuffix($0) }), found.last != place {
                found.append(place)
            }
            rest = rest[range.upperBound...]
        }
        let runs = zip(found, found.dropFirst()).count { $0 > $1 } + 1
        #expect(!found.isEmpty && found.count == runs * order.count, "\(path) \(kind): \(found.map { order[$0] })")
    }

    private static func fill(_ operations: Operations, _ root: Actor) async throws {
        // In no order, and with codes in another than the names.
        let shuffled = [3, 0, 5, 2, 4, 1].map { (code: 9 - $0, name: order[$0]) }
        func load(
            _ kind: ImportKind, _ heading: String, _ more: [String] = [], _ line: ((code: Int, name: String)) -> String
        ) async throws {
            let text = ([heading] + more + shuffled.map(line)).joined(separator: "\n") + "\n"
            _ = try await operations.importFile(root, kind, from: ImportSource(text: text))
        }
        let codes = ["Ö-kod", "a-kod", "Å-kod", "Z-kod"]
        try await load(
            .units, "code;name;kind", ["U-0;Mitten;forvaltning"] + codes.map { "\($0);Mitten;avdelning" }
        ) { "U-\($0.code);\($0.name) enhet;forvaltning" }
        try await load(.referrers, "code;name", codes.map { "\($0);Mitten" }) { "R-\($0.code);\($0.name) anvisare" }
        try await load(.supervisors, "code;unit;name", codes.map { "\($0);U-0;Mitten" }) {
            "H-\($0.code);U-0;\($0.name) handledare"
        }
        try await load(.slots, "code;unit;title;kind;from;to;places;state;offered_on") {
            "S-\($0.code);U-\($0.code);\($0.name) arbete;arbetspraktik;2026-02-02;2026-06-12;2;offered;2026-01-07"
        }
        try await load(.participants, "referrer;reference;given_name;family_name;registered_on") {
            "R-\($0.code);K-\($0.code);X;\($0.name) person;2026-01-07"
        }
        try await load(.placements, "code;referrer;participant;slot;from;to;state;state_on") {
            "P-\($0.code);R-\($0.code);K-\($0.code);S-\($0.code);2026-02-02;2026-06-12;started;2026-02-02"
        }
    }
}
