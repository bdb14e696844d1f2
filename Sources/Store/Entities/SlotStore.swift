public import Domain
public import Postgres

extension Slot: RowDecodable {
    public init(row: Row) throws {
        self.init(
            municipality: try row.value("municipality"), code: try row.value("code"), unit: try row.value("unit"),
            title: try row.value("title"), ssyk: try row.value("ssyk"), kind: try row.value("kind"),
            purpose: try row.value("purpose"), period: try row.period(), places: try row.value("places"),
            hoursPerDay: try row.value("minutes_per_day"),
            weekdays: try row.value("weekdays", as: Weekdays?.self) ?? .mondayToFriday,
            sfiRequired: try row.value("sfi_required"), licences: try row.value("licences"),
            minimumAge: try row.value("minimum_age"),
            recordCheck: try row.value("record_check", as: Bool?.self) ?? false,
            earmark: try row.value("earmark"), supervisor: try row.value("supervisor"),
            urgency: try row.value("urgency", as: Urgency?.self) ?? .normal,
            permanentPost: try row.value("permanent_post", as: Bool?.self) ?? false, area: try row.value("area"),
            state: try row.value("state"), offeredOn: try row.value("offered_on"),
            withdrawnOn: try row.value("withdrawn_on"), withdrawnReason: try row.value("withdrawn_reason"))
    }
}

/// A slot with what the record itself does not say: whose it is by name, when it was last confirmed, how full it gets.
public struct SlotDetail: Sendable, RowDecodable {
    public let id: Identifier<Slot>
    public let unitID: Identifier<OrganisationUnit>
    public let slot: Slot
    public let unitName: String
    public let supervisorName: String?
    public let confirmedOn: Day?
    public let renewedFrom: Code?
    /// Places withdrawn in part, over all days.
    public let withdrawnPlaces: Int
    /// The most people on any one day of its period, so far as agreed.
    public let peakOccupation: Int
    /// When the offer was last confirmed, of one that is dormant; nil of all others.
    public private(set) var unconfirmedSince: Day?

    public init(row: Row) throws {
        id = try row.value("id")
        unitID = try row.value("unit_id")
        slot = try Slot(row: row)
        unitName = try row.value("unit_name")
        supervisorName = try row.value("supervisor_name")
        confirmedOn = try row.value("confirmed_on")
        renewedFrom = try row.value("renewed_from")
        withdrawnPlaces = try row.value("withdrawn_places")
        peakOccupation = try row.value("peak_occupation")
    }
}

extension SlotDetail {
    public var isDormant: Bool { unconfirmedSince != nil }

    /// The day on which somebody last said that the offer holds.
    package var lastConfirmed: Day { confirmedOn ?? slot.offeredOn ?? slot.period.from }

    /// Marks an offer that is not over as dormant where it was last confirmed on a day or before.
    package func resting(by dormantBy: Day, today: Day) -> SlotDetail {
        var detail = self
        let confirmed = lastConfirmed
        let isDormant = slot.state == .offered && slot.period.to >= today && confirmed <= dormantBy
        detail.unconfirmedSince = isDormant ? confirmed : nil
        return detail
    }

    /// The slot with its unit, of one municipality.
    static func source(_ municipality: MunicipalityCode) -> SQL {
        """
        slot s JOIN organisation_unit u ON u.municipality = s.municipality AND u.id = s.unit_id
            AND s.municipality = \(municipality)
        """
    }

    /// The day on which somebody last said that the offer holds.
    package static let confirmed: SQL = "coalesce(s.confirmed_on, s.offered_on, s.starts_on)"

    static let joins: SQL = """
        LEFT JOIN referrer r ON r.municipality = s.municipality AND r.id = s.earmark_id
        LEFT JOIN supervisor v ON v.municipality = s.municipality AND v.id = s.supervisor_id
        LEFT JOIN slot f ON f.municipality = s.municipality AND f.id = s.renewed_from_id
        """

    static let columns: SQL = """
        s.municipality, s.id, s.code, s.unit_id, u.code AS unit, u.name AS unit_name, s.title, s.ssyk, s.kind, s.purpose, s.starts_on,
            s.ends_on, s.places, s.minutes_per_day, s.weekdays, s.sfi_required, s.licences, s.minimum_age,
            s.record_check, r.code AS earmark, v.code AS supervisor,
            v.name AS supervisor_name, s.urgency, s.permanent_post, s.area, s.state,
            s.offered_on, s.withdrawn_on, s.withdrawn_reason, s.confirmed_on, f.code AS renewed_from,
            coalesce((SELECT sum(w.places) FROM slot_withdrawal w
                WHERE w.municipality = s.municipality AND w.slot_id = s.id), 0) AS withdrawn_places,
            coalesce((SELECT max((SELECT count(*) FROM placement q
                    WHERE q.municipality = s.municipality AND q.slot_id = s.id
                        AND q.starts_on <= p.starts_on AND q.occupied_to >= p.starts_on))
                FROM placement p WHERE p.municipality = s.municipality AND p.slot_id = s.id
                    AND p.occupied_to IS NOT NULL), 0) AS peak_occupation
        """
}

/// Which slots are asked for; what is nil does not narrow.
public struct SlotFilter: Sendable {
    public var code: Code?
    public var state: SlotState?
    /// Slots with at least one day in the period.
    public var during: Period?
    public var units: Set<Identifier<OrganisationUnit>>?

    public init(
        code: Code? = nil, state: SlotState? = nil, during: Period? = nil,
        units: Set<Identifier<OrganisationUnit>>? = nil
    ) {
        self.code = code
        self.state = state
        self.during = during
        self.units = units
    }
}

extension Connection {
    package func slots(_ municipality: MunicipalityCode, _ filter: SlotFilter) async throws -> [SlotDetail] {
        let narrowed = SQL.narrowed(
            by: filter.code.map { "s.code = \($0)" }, filter.state.map { "s.state = \($0)" },
            filter.during.map { "s.starts_on <= \($0.to) AND s.ends_on >= \($0.from)" },
            filter.units.map { "s.unit_id = ANY (\(Array($0)))" })
        return try await query(
            """
            SELECT \(SlotDetail.columns) FROM \(SlotDetail.source(municipality)) \(SlotDetail.joins)
            WHERE s.municipality = \(municipality)\(narrowed)
            ORDER BY s.starts_on, s.code COLLATE "C"
            """, as: SlotDetail.self)
    }

    /// Writes a new slot; its codes are looked up in the statement. Returns false when its unit, earmark or supervisor
    /// is not there.
    package func insert(
        _ slot: Slot, id: Identifier<Slot>, confirmedOn: Day?, renewedFrom: Identifier<Slot>? = nil
    ) async throws -> Bool {
        try await execute(
            """
            INSERT INTO slot (municipality, id, code, unit_id, title, ssyk, kind, purpose, starts_on, ends_on, places,
                minutes_per_day, weekdays, sfi_required, licences, minimum_age, record_check, earmark_id, supervisor_id,
                urgency, permanent_post, area, state, offered_on, withdrawn_on, withdrawn_reason, confirmed_on,
                renewed_from_id)
            SELECT \(slot.municipality), \(id), \(slot.code), u.id, \(slot.title), \(slot.ssyk), \(slot.kind),
                \(slot.purpose), \(slot.period.from), \(slot.period.to), \(slot.places), \(slot.hoursPerDay),
                \(slot.weekdays), \(slot.sfiRequired), \(slot.licences), \(slot.minimumAge), \(slot.recordCheck), r.id,
                v.id, \(slot.urgency), \(slot.permanentPost), \(slot.area), \(slot.state), \(slot.offeredOn),
                \(slot.withdrawnOn), \(slot.withdrawnReason), \(confirmedOn), \(renewedFrom)
            FROM organisation_unit u
            LEFT JOIN referrer r ON r.municipality = u.municipality AND r.code = \(slot.earmark)
            LEFT JOIN supervisor v ON v.municipality = u.municipality AND v.code = \(slot.supervisor)
            WHERE u.municipality = \(slot.municipality) AND u.code = \(slot.unit)
                AND (\(slot.earmark)::text IS NULL OR r.id IS NOT NULL)
                AND (\(slot.supervisor)::text IS NULL OR v.id IS NOT NULL)
            """) == 1
    }

    /// Takes the slot's row for the rest of the transaction: placements and changes of the slot wait behind it.
    package func lockSlot(_ id: Identifier<Slot>, _ municipality: MunicipalityCode) async throws {
        _ = try await execute("SELECT 1 FROM slot WHERE municipality = \(municipality) AND id = \(id) FOR UPDATE")
    }

    package func confirmSlot(_ id: Identifier<Slot>, _ municipality: MunicipalityCode, on day: Day) async throws {
        _ = try await execute(
            "UPDATE slot SET confirmed_on = \(day) WHERE municipality = \(municipality) AND id = \(id)")
    }

    package func setSlotState(
        _ id: Identifier<Slot>, _ municipality: MunicipalityCode, _ state: SlotState, offeredOn: Day? = nil,
        withdrawnOn: Day? = nil, reason: Line? = nil
    ) async throws {
        _ = try await execute(
            """
            UPDATE slot SET state = \(state), offered_on = coalesce(\(offeredOn), offered_on),
                confirmed_on = coalesce(\(offeredOn), confirmed_on), withdrawn_on = \(withdrawnOn),
                withdrawn_reason = \(reason)
            WHERE municipality = \(municipality) AND id = \(id)
            """)
    }

    package func withdrawPlaces(
        _ slot: Identifier<Slot>, _ municipality: MunicipalityCode, places: Int, on day: Day, reason: Line
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO slot_withdrawal (municipality, id, slot_id, places, withdrawn_on, reason)
            VALUES (\(municipality), uuid_v7(), \(slot), \(places), \(day), \(reason))
            """)
    }
}
