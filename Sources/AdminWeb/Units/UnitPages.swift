import Domain
import Operations

/// Units with their coverage, their supervisors, and the referrers.
enum UnitPages {
    static let routes: [PageRoute] = [
        .get("/units", .may(.listUnits), UnitListPage.show),
        .get("/units/new", .may(.manageUnits), UnitFormPages.new),
        .post("/units/new", .may(.manageUnits), UnitFormPages.add),
        .get("/units/:code", .may(.listUnits), UnitPage.show),
        .get("/units/:code/change", .may(.manageUnits), UnitFormPages.edit),
        .post("/units/:code/change", .may(.manageUnits), UnitFormPages.change),
        .get("/units/:code/supervisors/new", .may(.manageSupervisors), SupervisorFormPages.new),
        .post("/units/:code/supervisors/new", .may(.manageSupervisors), SupervisorFormPages.add),
        .get("/supervisors/:code/change", .may(.manageSupervisors), SupervisorFormPages.edit),
        .post("/supervisors/:code/change", .may(.manageSupervisors), SupervisorFormPages.change),
        .get("/referrers", .may(.listReferrers), ReferrerPages.show),
        .get("/referrers/new", .may(.manageReferrers), ReferrerPages.new),
        .post("/referrers/new", .may(.manageReferrers), ReferrerPages.add),
        .get("/referrers/:code/change", .may(.manageReferrers), ReferrerPages.edit),
        .post("/referrers/:code/change", .may(.manageReferrers), ReferrerPages.change),
    ]

    static func path(_ code: Code) -> String { "/units/" + URLEncoded.encode(code.rawValue) }

    /// Between which days it is a unit.
    static func validity(_ unit: OrganisationUnit) -> Phrase {
        switch (unit.validFrom, unit.validTo) {
        case (nil, nil): Phrase(sv: "tills vidare", en: "until further notice")
        case (let from?, nil): Phrase(sv: "från \(from)", en: "from \(from)")
        case (nil, let to?): Phrase(sv: "till \(to)", en: "until \(to)")
        case (let from?, let to?): Phrase(sv: "\(from) – \(to)", en: "\(from) – \(to)")
        }
    }

    static func tabs(_ visit: Visit) -> HTML {
        let pages: [(path: String, label: Phrase)] = [
            ("/units", Phrase(sv: "Enheter", en: "Units")), ("/referrers", Phrase(sv: "Anvisare", en: "Referrers")),
        ]
        let items = pages.map { page -> HTML in
            "<li><a href=\"\(page.path)\"\(" aria-current=\"page\"", if: page.path == visit.path)>\(page.label)</a></li>"
        }
        return "<nav class=\"tabs\" aria-label=\"\(sv: "Register", en: "Registers")\"><ul>\(items)</ul></nav>"
    }

    static func unit(_ visit: Visit) async throws -> OrganisationUnit {
        guard let unit = try await visit.operations.units(visit.actor, code: visit.code("code")).first else {
            throw WebFault.notFound
        }
        return unit
    }
}
