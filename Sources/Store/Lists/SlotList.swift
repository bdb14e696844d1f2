public import Domain
public import Postgres

/// Which slots a list holds; what is nil or false does not narrow.
public struct SlotListFilter: Sendable, Hashable {
    public var state: SlotState?
    public var kind: SlotKind?
    /// A unit with those below it.
    public var unit: Code?
    /// Slots with at least one day in the period.
    public var during: Period?
    /// Slots on offer with at least one free place on the days that are left.
    public var freeOnly = false
    /// Slots on offer that nobody has confirmed for so many days; 1 or more.
    public var unconfirmedDays: Int?
    /// Words that the title or the code has, each of them anywhere.
    public var search: String?

    public init() {}
}

/// What a list of slots is in order of.
public enum SlotSort: String, Vocabulary {
    case title
    case unit
    case from
    case places
    case confirmed

    public var label: Phrase {
        switch self {
        case .title: Phrase(sv: "benämning", en: "title")
        case .unit: Phrase(sv: "enhet", en: "unit")
        case .from: Phrase(sv: "första dag", en: "first day")
        case .places: Phrase(sv: "antal platser", en: "places")
        case .confirmed: Phrase(sv: "senast bekräftad", en: "last confirmed")
        }
    }

    /// Never confirmed comes before all others. Equals are in order of title.
    fileprivate var keys: (SQL, SQL) {
        let title: SQL = "s.title COLLATE \"sv-x-icu\""
        return switch self {
        case .title: (title, "s.starts_on")
        case .unit: ("u.name COLLATE \"sv-x-icu\"", title)
        case .from: ("s.starts_on", title)
        case .places: ("s.places", title)
        case .confirmed: ("coalesce(s.confirmed_on, '-infinity')", title)
        }
    }
}

/// A slot in a list, with how full it is on the days asked for: those of the slot, of the list's period, and from today
/// where any are left.
public struct SlotListRow: Sendable, RowDecodable {
    public private(set) var detail: SlotDetail
    /// The most people at once, so far as agreed.
    public let filled: Int
    /// The most people at once, agreed and proposed.
    public let taken: Int
    /// Places that nobody holds and nobody is proposed for; 0 where the slot is not on offer or its days are over.
    public let free: Int

    public var slot: Slot { detail.slot }
    public var unitName: String { detail.unitName }
    public var confirmedOn: Day? { detail.confirmedOn }

    public init(row: Row) throws {
        detail = try SlotDetail(row: row)
        filled = try row.value("filled")
        taken = try row.value("taken")
        free = try row.value("free")
    }
}

extension Connection {
    /// - Parameters:
    ///   - units: those the actor may see and the filter asks for; nil is all.
    ///   - isOfferedOnly: what hosts still draft or have taken back is left out.
    package func slotList(
        _ municipality: MunicipalityCode, _ filter: SlotListFilter, units: Set<Identifier<OrganisationUnit>>?,
        isOfferedOnly: Bool = false, by sort: SlotSort, isDescending: Bool, today: Day, _ request: PageRequest
    ) async throws -> ListPage<SlotListRow>? {
        var conditions: [SQL] = ["s.municipality = \(municipality)"]
        if let units { conditions.append("s.unit_id = ANY (\(Array(units)))") }
        if let state = filter.state { conditions.append("s.state = \(state)") }
        if isOfferedOnly { conditions.append("s.state = 'offered'") }
        if let kind = filter.kind { conditions.append("s.kind = \(kind)") }
        if let during = filter.during {
            conditions.append("s.ends_on >= \(during.from) AND s.starts_on <= \(during.to)")
        }
        if let days = filter.unconfirmedDays {
            conditions.append(
                """
                s.state = 'offered' AND s.ends_on >= \(today)
                    AND coalesce(s.confirmed_on, s.offered_on, '-infinity') <= \(today.adding(-max(days, 1)))
                """)
        }
        if let words = SearchWords(filter.search) {
            conditions.append(words.found(in: "s.title || ' ' || s.code"))
        }
        let source = SlotDetail.source(municipality)
        let fullness = SlotListRow.fullness(filter.during, today: today)
        if filter.freeOnly {
            conditions.append("s.state = 'offered' AND s.ends_on >= \(today) AND o.free > 0")
        }
        let list = ListStatement(
            source: filter.freeOnly ? "\(source) CROSS JOIN LATERAL \(fullness) o" : source, id: "s.id",
            keys: sort.keys, conditions: conditions, isDescending: isDescending)
        let joins: SQL = filter.freeOnly ? "" : "CROSS JOIN LATERAL \(fullness) o"
        return try await page(
            list, request, columns: "\(SlotDetail.columns), o.filled, o.taken, o.free",
            joins: "\(joins) \(SlotDetail.joins)", as: SlotListRow.self)
    }
}

extension SlotListRow {
    /// Marks the slot if it is dormant, as ``SlotDetail/resting(by:today:)`` does.
    package func resting(by dormantBy: Day, today: Day) -> SlotListRow {
        var row = self
        row.detail = detail.resting(by: dormantBy, today: today)
        return row
    }

    /// `filled`, `taken` and `free` of slot `s`, as a derived table.
    static func fullness(_ during: Period?, today: Day) -> SQL {
        """
        (
            SELECT n.filled, n.taken, CASE WHEN s.state = 'offered' AND y.last >= \(today)
                THEN greatest(0, s.places - n.taken - coalesce((SELECT sum(w.places) FROM slot_withdrawal w
                    WHERE w.municipality = s.municipality AND w.slot_id = s.id AND w.withdrawn_on <= y.last), 0))
                ELSE 0 END AS free
            FROM (
                SELECT greatest(x.first, CASE WHEN x.last >= \(today) THEN \(today) ELSE x.first END) AS first, x.last
                FROM (
                    SELECT greatest(s.starts_on, \(during?.from)::date) AS first,
                        least(s.ends_on, \(during?.to)::date) AS last
                ) AS x
            ) AS y
            CROSS JOIN LATERAL (
                SELECT coalesce(max(k.decided), 0) AS filled, coalesce(max(k.everybody), 0) AS taken FROM (
                    SELECT sum(d.step) FILTER (WHERE d.is_decided) OVER w AS decided,
                        sum(d.step) OVER w AS everybody
                    FROM (
                        SELECT p.state <> 'proposed' AS is_decided, z.day, z.step
                        FROM placement p
                        CROSS JOIN LATERAL (VALUES (greatest(p.starts_on, y.first), 1),
                            (coalesce(p.occupied_to, p.ends_on) + 1, -1)) AS z (day, step)
                        WHERE p.municipality = s.municipality AND p.slot_id = s.id
                            AND (p.state = 'proposed' OR p.occupied_to IS NOT NULL) AND p.starts_on <= y.last
                            AND coalesce(p.occupied_to, p.ends_on) >= y.first
                    ) AS d
                    WINDOW w AS (ORDER BY d.day, d.step)
                ) AS k
            ) AS n
        )
        """
    }
}
