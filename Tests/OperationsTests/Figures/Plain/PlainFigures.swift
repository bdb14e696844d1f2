import Domain
import FoundationEssentials
import Statistics
import TestSupport

/// The figures of some municipalities and periods as the plain SQL beside this file counts them.
struct PlainFigures {
    /// What is asked for: a municipality's code and a period.
    struct Question: Hashable {
        let municipality: String
        let period: ReportPeriod

        var name: String { "\(municipality)|\(period)" }
    }

    /// By `municipality|period|cut|key|figure`; what nothing was counted for is not there.
    let values: [String: Int]

    static func count(_ questions: [Question], in database: TestDatabase) async throws -> PlainFigures {
        let asked = try questions.map { question in
            let days = try question.period.days
            return "('\(question.municipality)', '\(question.period)', '\(days.from)', '\(days.to)')"
        }
        var parts = try text("plain").components(separatedBy: "\n-- = ")
        parts.removeFirst()
        let common = parts.removeFirst()
        let statements = parts.map { part in
            let name = String(part.prefix { $0 != "\n" })
            return "SELECT concat_ws('|', municipality, period, cut, key, '\(name)', value)"
                + " FROM (\(part.dropFirst(name.count))) AS counted;\n"
        }
        let output = try await TestCluster.shared().runScript(
            """
            CREATE TEMP TABLE asked (municipality text, period text, first_day date, last_day date);
            INSERT INTO asked VALUES \(asked.joined(separator: ", "));
            \(common.drop { $0 != "\n" })
            \(statements.joined())
            """, database: database.name)
        var values: [String: Int] = [:]
        for line in output.split(separator: "\n") {
            guard let last = line.lastIndex(of: "|"), let value = Int(line[line.index(after: last)...]) else {
                continue
            }
            values[String(line[..<last])] = value
        }
        return PlainFigures(values: values)
    }

    /// A file beside this one.
    static func text(_ name: String) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "\(name).sql")
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// Where a report says something else, such as `1485|2026|by_sex|woman|started: 3, plain 4`.
    func disagreements(with report: AnnualReport, _ question: Question) -> [String] {
        var found: [String] = []
        var mentioned: Set<String> = []
        func compare(_ name: String, _ said: Int?, _ counted: Int?) {
            mentioned.insert(name)
            if said != counted {
                found.append("\(name): \(said.map(String.init) ?? "nil"), plain \(counted.map(String.init) ?? "nil")")
            }
        }
        for cut in Cut.allCases {
            for row in report[cut] {
                let place = "\(question.name)|\(cut.rawValue)|\(row.key)|"
                func counted(_ name: String) -> Int { values[place + name] ?? 0 }
                for figure in Figure.allCases where cut.holds(figure) {
                    let known = counted("kolada_denominator") - counted("unknown")
                    compare(
                        place + figure.rawValue, row[figure],
                        figure == .known ? known : counted(figure.rawValue))
                }
                compare(place + "days_to_start", row.daysToStart, values[place + "days_to_start"])
            }
        }
        let place = "\(question.name)|coverage|"
        compare(place + "covered|covered", report.coverage?.covered, values[place + "covered|covered"] ?? 0)
        compare(
            place + "departments|departments", report.coverage?.departments,
            values[place + "departments|departments"] ?? 0)
        // What the report has no row for.
        for (name, value) in values where name.hasPrefix(question.name + "|") && value != 0 && !mentioned.contains(name)
        {
            found.append("\(name): no row, plain \(value)")
        }
        return found.sorted()
    }
}
