import Domain
import FoundationEssentials
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct SlotListTests {
    @Test func `pages put together are the whole list in order, forwards and backwards, whatever the sort`()
        async throws
    {
        try await ListTown.with { town in
            for sort in SlotSort.allCases {
                for isDescending in [false, true] {
                    let walk = try await ListTown.walk(size: 17) {
                        try await town.operations.slotList(
                            town.coordinator, by: sort, isDescending: isDescending, page: $0)
                    }
                    let forward = walk.forward.flatMap { $0 }
                    #expect(forward.count == 130 && walk.total == 130)
                    #expect(Set(forward.map(\.slot.code)).count == 130)
                    #expect(
                        walk.backward.flatMap { $0 }.map(\.slot.code) == forward.map(\.slot.code), "\(sort)")
                    let ordered = isDescending ? Array(forward.reversed()) : forward
                    for (left, right) in zip(ordered, ordered.dropFirst()) {
                        #expect(Self.inOrder(left, right, by: sort), "\(sort) \(left.slot.code) \(right.slot.code)")
                    }
                }
            }
        }
    }

    private static func inOrder(_ left: SlotListRow, _ right: SlotListRow, by sort: SlotSort) -> Bool {
        func place(_ title: Line) -> Int { ListTown.titles.firstIndex(of: title.rawValue) ?? -1 }
        let units = ["Samhällsbyggnad", "Åpark", "Ägare"]
        switch sort {
        case .title: return place(left.slot.title) <= place(right.slot.title)
        case .unit: return (units.firstIndex(of: left.unitName) ?? -1) <= (units.firstIndex(of: right.unitName) ?? -1)
        case .from: return left.slot.period.from <= right.slot.period.from
        case .places: return left.slot.places.rawValue <= right.slot.places.rawValue
        case .confirmed: return (left.confirmedOn ?? .earliest) <= (right.confirmedOn ?? .earliest)
        }
    }

    @Test func `a filter leaves exactly the slots that meet it`() async throws {
        try await ListTown.with { town in
            let today = try Day(ListTown.today)
            let all = try await town.operations.slots(town.coordinator)
            func expect(
                _ name: String, _ change: (inout SlotListFilter) throws -> Void, _ meets: (SlotDetail) throws -> Bool
            ) async throws {
                var filter = SlotListFilter()
                try change(&filter)
                let found = try await town.operations.slotList(town.coordinator, filter, page: PageRequest(size: 200))
                let wanted = try all.filter(meets)
                #expect(Set(found.rows.map(\.slot.code)) == Set(wanted.map(\.slot.code)), "\(name)")
                #expect(found.total == wanted.count && !wanted.isEmpty, "\(name)")
            }
            try await expect("state") {
                $0.state = .closed
            } _: {
                $0.slot.state == .closed
            }
            try await expect("kind") {
                $0.kind = .apl
            } _: {
                $0.slot.kind == .apl
            }
            try await expect("unit and below") {
                $0.unit = try Code("SB")
            } _: {
                $0.slot.unit.rawValue != "KF"
            }
            let term = try Term("VT 2026").period
            try await expect("term") {
                $0.during = term
            } _: {
                $0.slot.period.overlaps(term)
            }
            try await expect("unconfirmed") {
                $0.unconfirmedDays = 30
            } _: {
                $0.slot.state == .offered && $0.slot.period.to >= today
                    && ($0.confirmedOn ?? $0.slot.offeredOn ?? .earliest).adding(30) <= today
            }
            try await expect("words") {
                $0.search = "ÖPPET hus s-1"
            } _: {
                $0.slot.title.rawValue == "Öppet hus" && $0.slot.code.rawValue.lowercased().contains("s-1")
            }
            await #expect(throws: Refusal.noSuch(.unit, "XX")) {
                var filter = SlotListFilter()
                filter.unit = try Code("XX")
                _ = try await town.operations.slotList(town.coordinator, filter)
            }
        }
    }

    @Test func `filled and free are what a count day by day gives`() async throws {
        try await ListTown.with { town in
            let counted = try await town.database.pool.transaction(for: town.municipality, by: "test") { connection in
                try await connection.query(
                    """
                    SELECT s.code, max(n.decided) AS filled, max(n.everybody) AS taken,
                        s.state = 'offered' AND s.ends_on >= \(Day(ListTown.today)) AS is_open
                    FROM slot s
                    CROSS JOIN LATERAL generate_series(CASE WHEN s.ends_on < \(Day(ListTown.today)) THEN s.starts_on
                        ELSE greatest(s.starts_on, \(Day(ListTown.today))) END, s.ends_on, interval '1 day') AS d (day)
                    CROSS JOIN LATERAL (
                        SELECT count(*) FILTER (WHERE p.state <> 'proposed') AS decided, count(*) AS everybody
                        FROM placement p WHERE p.municipality = s.municipality AND p.slot_id = s.id
                            AND (p.occupied_to IS NOT NULL OR p.state = 'proposed') AND p.starts_on <= d.day
                            AND coalesce(p.occupied_to, p.ends_on) >= d.day
                    ) AS n
                    WHERE s.municipality = \(town.municipality) GROUP BY s.municipality, s.id
                    """)
            }
            var rows = [String: SlotListRow]()
            for row in try await town.operations.slotList(town.coordinator, page: PageRequest(size: 200)).rows {
                rows[row.slot.code.rawValue] = row
            }
            #expect(counted.count == 130)
            var free: Set<String> = []
            for row in counted {
                let code: String = try row.value("code")
                let found = try #require(rows[code])
                let taken: Int = try row.value("taken")
                let isOpen: Bool = try row.value("is_open")
                #expect(try found.filled == row.value("filled"), "\(code)")
                #expect(found.taken == taken, "\(code)")
                #expect(found.free == (isOpen ? max(0, found.slot.places.rawValue - taken) : 0), "\(code)")
                if found.free > 0 { free.insert(code) }
            }
            #expect(rows.values.contains { $0.filled > 0 } && rows.values.contains { $0.taken > $0.filled })
            var filter = SlotListFilter()
            filter.freeOnly = true
            let listed = try await town.operations.slotList(town.coordinator, filter, page: PageRequest(size: 200))
            #expect(Set(listed.rows.map(\.slot.code.rawValue)) == free && free.count < 130)
        }
    }

    @Test func `a place in the list outlives changes of its row, but not its reader's bounds`() async throws {
        try await ListTown.with { town in
            let first = try await town.operations.slotList(town.coordinator, by: .title, page: PageRequest(size: 10))
            let next = try #require(first.next)
            // Moved out of the filter meanwhile: what follows it still follows.
            var filter = SlotListFilter()
            filter.state = .offered
            let second = try await town.operations.slotList(
                town.coordinator, filter, by: .title, page: PageRequest(next, size: 10))
            #expect(second.rows.allSatisfy { $0.slot.state == .offered } && second.rows.count == 10)
            await #expect(throws: Refusal.value("page", .cursor)) {
                try await town.operations.slotList(
                    town.coordinator, page: PageRequest(PageCursor(.after, UUID()), size: 10))
            }
            let elsewhere = Actor(name: "eva", role: .coordinator, municipality: try MunicipalityCode("1487"))
            await #expect(throws: Refusal.value("page", .cursor)) {
                try await town.operations.slotList(elsewhere, page: PageRequest(next, size: 10))
            }
            let registrar = try await town.registrar("PARK")
            let own = try await town.operations.slotList(registrar, page: PageRequest(size: 200))
            #expect(own.rows.allSatisfy { $0.slot.unit.rawValue == "PARK" } && !own.rows.isEmpty)
            filter = SlotListFilter()
            filter.unit = try Code("KF")
            await #expect(throws: Refusal.noSuch(.unit, "KF")) {
                try await town.operations.slotList(registrar, filter)
            }
            let referrer = try await town.referrer("AMA")
            let seen = try await town.operations.slotList(referrer, page: PageRequest(size: 200))
            #expect(seen.rows.allSatisfy { $0.slot.state == .offered })
        }
    }

    @Test func `a cursor and a term are read as they are written`() throws {
        let cursor = PageCursor(.before, UUID())
        #expect(try PageCursor(cursor.description) == cursor)
        for text in ["", "a", "x" + cursor.description.dropFirst(), cursor.description + "0", "a' OR 1=1"] {
            #expect(throws: ValueError.cursor) { try PageCursor(text) }
        }
        #expect(PageRequest(size: 0).size == 1 && PageRequest(size: 10_000).size == 200)
        #expect(try Term("vt2026").description == "VT 2026")
        #expect(try Term("HT 2026").period == Period(from: Day("2026-07-01"), to: Day("2026-12-31")))
        #expect(throws: ValueError.date) { try Term("ST 2026") }
    }
}
