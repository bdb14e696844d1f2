package import Domain
public import Postgres

/// Who and what would be in a round that began on a day, and who and what would not, in numbers.
public struct RoundCounts: Sendable, Hashable, RowDecodable {
    /// Persons in it; of them `busy` have a placement or a proposal that is not over by then.
    public let people: Int
    public let busy: Int
    /// Persons not in it: their own time is over by then, or their identity is protected.
    public let peopleOver: Int
    public let peopleProtected: Int
    /// Places of the slots in it, free or not.
    public let places: Int
    /// Slots not in it: offered, but over before a placement of the shortest length could be; or drafts that would last.
    public let slotsTooShort: Int
    public let drafts: Int
    /// Slots that would be in it, were the offer confirmed.
    public let slotsDormant: Int

    public init(row: Row) throws {
        people = try row.value("people")
        busy = try row.value("busy")
        peopleOver = try row.value("people_over")
        peopleProtected = try row.value("people_protected")
        places = try row.value("places")
        slotsTooShort = try row.value("slots_too_short")
        drafts = try row.value("drafts")
        slotsDormant = try row.value("slots_dormant")
    }
}

extension Connection {
    /// Counts by the same bounds as `matchPeople` and `matchSlots`.
    ///
    /// - Parameters:
    ///   - earliestEnd: the last day of the shortest placement that begins with the round.
    ///   - dormantBy: an offer last confirmed on this day or before is dormant.
    package func roundCounts(
        _ municipality: MunicipalityCode, from day: Day, endingFrom earliestEnd: Day, today: Day, dormantBy: Day
    ) async throws -> RoundCounts {
        try await query(
            """
            WITH people AS (
                SELECT e.id, e.protected, bool_or(coalesce(t.available_to >= \(day), true)) AS is_open
                FROM participant t JOIN person e ON e.municipality = t.municipality AND e.id = t.person_id
                WHERE t.municipality = \(municipality)
                GROUP BY e.id, e.protected
            ), busy AS (
                SELECT DISTINCT t.person_id AS id
                FROM placement p JOIN participant t ON t.municipality = p.municipality AND t.id = p.participant_id
                WHERE p.municipality = \(municipality) AND p.state IN ('proposed', 'accepted', 'agreed', 'started')
                    AND coalesce(p.occupied_to, p.ends_on) >= \(day)
            ), counted AS (
                SELECT count(*) FILTER (WHERE is_open AND NOT protected) AS people,
                    count(*) FILTER (WHERE is_open AND NOT protected AND id IN (SELECT b.id FROM busy b)) AS busy,
                    count(*) FILTER (WHERE NOT is_open AND NOT protected) AS people_over,
                    count(*) FILTER (WHERE is_open AND protected) AS people_protected
                FROM people
            )
            SELECT c.people, c.busy, c.people_over, c.people_protected,
                coalesce(sum(s.places) FILTER (WHERE s.state = 'offered' AND s.ends_on >= \(earliestEnd)
                    AND \(SlotDetail.confirmed) > \(dormantBy)), 0) AS places,
                count(s.id) FILTER (WHERE s.state = 'offered' AND s.ends_on >= \(earliestEnd)
                    AND \(SlotDetail.confirmed) <= \(dormantBy)) AS slots_dormant,
                count(s.id) FILTER (WHERE s.state = 'offered' AND s.ends_on >= \(today) AND s.ends_on < \(earliestEnd))
                    AS slots_too_short,
                count(s.id) FILTER (WHERE s.state = 'draft' AND s.ends_on >= \(earliestEnd)) AS drafts
            FROM counted c LEFT JOIN slot s ON s.municipality = \(municipality)
            GROUP BY c.people, c.busy, c.people_over, c.people_protected
            """, as: RoundCounts.self)[0]
    }
}
