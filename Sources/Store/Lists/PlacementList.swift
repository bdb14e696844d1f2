public import Domain
public import Postgres

/// Which placements a list holds; what is nil or empty does not narrow.
public struct PlacementListFilter: Sendable, Hashable {
    public var states: Set<PlacementState> = []
    public var slot: Code?
    /// A unit with those below it.
    public var unit: Code?
    public var referrer: Code?
    /// Placements with at least one day in the period.
    public var during: Period?
    /// Proposals that this party has not answered.
    public var awaiting: AnsweringParty?
    /// Words that its code, the slot's title or the participant's reference has, each of them anywhere.
    public var search: String?

    public init() {}
}

/// What a list of placements is in order of.
public enum PlacementSort: String, Vocabulary {
    case from
    case to
    case slot
    case participant
    case stateOn = "state_on"

    public var label: Phrase {
        switch self {
        case .from: Phrase(sv: "första dag", en: "first day")
        case .to: Phrase(sv: "sista dag", en: "last day")
        case .slot: Phrase(sv: "praktikplats", en: "slot")
        case .participant: Phrase(sv: "deltagare", en: "participant")
        case .stateOn: Phrase(sv: "senaste steg", en: "last step")
        }
    }

    fileprivate func keys(hidesReferrer: Bool) -> (SQL, SQL) {
        let code: SQL = "p.code COLLATE \"C\""
        return switch self {
        case .from: ("p.starts_on", code)
        case .to: ("p.ends_on", code)
        case .slot: ("s.title COLLATE \"sv-x-icu\"", "p.starts_on")
        case .participant where hidesReferrer: ("t.reference COLLATE \"sv-x-icu\"", "p.starts_on")
        case .participant: ("(r.code || '/' || t.reference) COLLATE \"sv-x-icu\"", "p.starts_on")
        case .stateOn: ("p.state_on", code)
        }
    }
}

/// A placement in a list.
public struct PlacementListRow: Sendable, RowDecodable {
    public let detail: PlacementDetail
    public let unitName: String
    public let givenName: Line?
    /// Nil for hosts, who are told the first name.
    public internal(set) var familyName: Line?

    public var placement: Placement { detail.placement }

    public init(row: Row) throws {
        detail = try PlacementDetail(row: row)
        unitName = try row.value("unit_name")
        givenName = try row.value("given_name")
        familyName = try row.value("family_name")
    }

    /// As a host sees it.
    package var withoutFamilyName: PlacementListRow {
        var row = self
        row.familyName = nil
        return row
    }
}

extension Connection {
    /// Placements of persons with protected identity are not among the rows.
    ///
    /// - Parameter hidesReferrer: whether the order tells nothing of who referred whom.
    package func placementList(
        _ municipality: MunicipalityCode, _ filter: PlacementListFilter, units: Set<Identifier<OrganisationUnit>>?,
        referrer: Identifier<Referrer>?, hidesReferrer: Bool = false, by sort: PlacementSort, isDescending: Bool,
        _ request: PageRequest
    ) async throws -> ListPage<PlacementListRow>? {
        var conditions: [SQL] = ["NOT e.protected"]
        if let units { conditions.append("s.unit_id = ANY (\(Array(units)))") }
        if let referrer { conditions.append("t.referrer_id = \(referrer)") }
        if let code = filter.referrer { conditions.append("r.code = \(code)") }
        if let slot = filter.slot { conditions.append("s.code = \(slot)") }
        if !filter.states.isEmpty {
            conditions.append("p.state = ANY (\(filter.states.map(\.rawValue).sorted()))")
        }
        if let party = filter.awaiting {
            conditions.append(
                """
                p.state = 'proposed' AND NOT EXISTS (SELECT FROM placement_answer w WHERE w.municipality = p.municipality
                    AND w.placement_id = p.id AND w.party = \(party) AND w.standing)
                """)
        }
        if let during = filter.during {
            conditions.append("p.ends_on >= \(during.from) AND p.starts_on <= \(during.to)")
        }
        if let words = SearchWords(filter.search) {
            conditions.append(words.found(in: "concat_ws(' ', p.code, s.title, s.code, t.reference)"))
        }
        let list = ListStatement(
            source: PlacementDetail.source(municipality), id: "p.id", keys: sort.keys(hidesReferrer: hidesReferrer),
            conditions: conditions,
            isDescending: isDescending)
        return try await page(
            list, request,
            columns: "\(PlacementDetail.columns), u.name AS unit_name, t.given_name, t.family_name",
            joins: PlacementDetail.joins, as: PlacementListRow.self)
    }

    /// How many of the placements are of persons with protected identity, who stand in no list.
    package func protectedPlacements(
        _ municipality: MunicipalityCode, units: Set<Identifier<OrganisationUnit>>?, referrer: Identifier<Referrer>?
    ) async throws -> Int {
        let narrowed = SQL.narrowed(
            by: units.map { "s.unit_id = ANY (\(Array($0)))" }, referrer.map { "t.referrer_id = \($0)" })
        return try await value(
            """
            SELECT count(*) FROM person e
            JOIN placement p ON p.municipality = e.municipality AND p.person_id = e.id
            JOIN participant t ON t.municipality = p.municipality AND t.id = p.participant_id
            JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
            WHERE e.municipality = \(municipality) AND e.protected\(narrowed)
            """, as: Int.self)
    }
}
