import Domain
import FoundationEssentials
import Statistics
import Testing

/// The documents that scripts read: names and nulls are a contract.
struct JSONTests {
    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test func `a report names every figure, and writes null where there is none`() throws {
        var total = FigureRow(key: "total", in: .total)
        (total[.offered], total[.completed], total[.known], total[.noShow]) = (7, 6, 5, 2)
        var referrer = FigureRow(key: "AMA", name: "Arbetsmarknadsavdelningen", in: .referrer)
        (referrer[.completed], referrer[.known], referrer[.noShow]) = (6, 5, 2)
        let report = AnnualReport(
            year: 2026, municipality: try MunicipalityCode("1485"), parts: [.total: [total], .referrer: [referrer]])
        #expect(
            try json(try report.suppressed())
                == """
                {"by_age":[],"by_kind":[],"by_occupation":[],"by_purpose":[],"by_referrer":[{"completed":6,\
                "days_to_start":null,"employed_any":0,"filled":null,"hired_by_host":0,"interrupted":0,"key":"AMA",\
                "known":null,"kolada_denominator":6,"kolada_known":0,"kolada_numerator":0,\
                "name":"Arbetsmarknadsavdelningen","no_show":null,"offered":null,"persons":0,"sfi_d_denominator":0,\
                "sfi_d_numerator":0,"sfi_d_undated":0,"sixty_denominator":0,"sixty_known":0,"sixty_numerator":0,\
                "started":0,"unknown":null}],"by_sex":[],"by_sfi":[],"by_unit":[],"by_urgency":[],\
                "loss":{"figures":10,"kept_back":6},"municipality":"1485","period":{"from":"2026-01-01","kind":"year","name":"2026","to":"2026-12-31"},\
                "rule":"offered_in_year","rule_version":1,"rules":\
                ["offered_in_year@1","filled@1","started@1","completed@1","interrupted@1","no_show@1",\
                "persons_received@1","employed_any@1","sixty@1","kolada_like@1","hired_by_host@1","response_rate@1",\
                "sfi_d@1","time_to_placement@1","coverage@1"],"suppressed":["total.no_show",\
                "total.known","total.unknown","by_referrer.AMA.no_show","by_referrer.AMA.known",\
                "by_referrer.AMA.unknown"],"total":{"completed":6,"days_to_start":null,"employed_any":0,"filled":0,\
                "hired_by_host":0,"interrupted":0,"key":"total","known":null,"kolada_denominator":6,"kolada_known":0,\
                "kolada_numerator":0,"no_show":null,"offered":7,"persons":0,"sfi_d_denominator":0,"sfi_d_numerator":0,\
                "sfi_d_undated":0,"sixty_denominator":0,"sixty_known":0,"sixty_numerator":0,"started":0,\
                "unknown":null},"year":2026}
                """)
    }

    @Test func `numbers have decimals only where they need them`() throws {
        var count = UndertakingCount()
        (count.offered, count.filled) = (4, 3)
        count.hoursPerDay = Quantity(9, over: 4)
        let result = UndertakingResult(
            code: "U1", text: "2 tim/dag", unit: "RT", measure: .hoursPerDay, rule: .hoursPerDay,
            target: try Amount("2"), baseline: nil, count: count, books: count,
            shares: [UndertakingResult.Share(unit: "RT", offered: 4)])
        let status = CommitmentStatus(year: 2026, undertakings: [result], unitsWithoutSlots: ["KF"])
        #expect(
            try json(status)
                == """
                {"undertakings":[{"baseline":null,"by_unit":[{"offered":4,"unit":"RT"}],"code":"U1","completed":0,"courses":[],\
                "employed_any":0,"employed_forecast":null,"employed_forecast_high":null,"employed_forecast_low":null,\
                "employed_forecast_method":null,"filled":3,"forecast":2.25,"forecast_high":null,"forecast_low":null,\
                "forecast_method":"books","forecast_years":[],"measure":"hours_per_day","offered":4,"rule":"hours_per_day","rule_version":1,"started":0,\
                "status":"met","target":2,"text":"2 tim\\/dag","unit":"RT","value":2.25}],\
                "units_without_slots":["KF"],"year":2026}
                """)
    }
}
