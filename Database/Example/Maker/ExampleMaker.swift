import FoundationEssentials
import Glibc

/// Writes the example of a year as files that `praktik import` reads.
@main
struct ExampleMaker {
    static func main() {
        var year: Int?
        var folder: String?
        var words = CommandLine.arguments.dropFirst()
        while let option = words.popFirst() {
            switch (option, words.popFirst()) {
            case ("--year", let value?): year = Int(value)
            case ("--out", let value?): folder = value
            default: end(2, usage)
            }
        }
        guard let year, years.contains(year), let folder else { end(2, usage) }
        do {
            try write(Example(year: year), to: folder)
        } catch {
            end(1, "\(folder): \(error)")
        }
    }

    /// From the first whose decisions are examples only, to the last in which everybody has been born.
    static let years = 2025...2040

    private static let usage = """
        Usage: ExampleMaker --year YEAR --out FOLDER
        Writes the example municipality of YEAR (\(years.lowerBound)–\(years.upperBound)) as CSV files, the same each time.
        """

    private static func write(_ example: Example, to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for table in example.tables {
            try Data(table.text.utf8).write(to: URL(filePath: folder).appending(path: table.kind + ".csv"))
            print("\(table.kind).csv: \(table.rows.count)")
        }
    }

    private static func end(_ status: Int32, _ message: String) -> Never {
        let line = message + "\n"
        _ = Glibc.write(STDERR_FILENO, line, line.utf8.count)
        exit(status)
    }
}
