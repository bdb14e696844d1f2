import CXLSXWriter
import FoundationEssentials
import Glibc

/// An XLSX workbook: a sheet a table, numbers as numbers, the header row kept in sight. The same content gives the same
/// bytes: what time it was made is given by the caller.
public struct Workbook: Sendable {
    public let title: String
    public let author: String
    /// Seconds since 1970.
    public let created: Int
    public let tables: [DataTable]
    /// Stands where a number is kept back, and what is said of it.
    public let withheld: (mark: String, note: String)

    public init(
        title: String, author: String, created: Int, tables: [DataTable], withheld: (mark: String, note: String)
    ) {
        self.title = title
        self.author = author
        self.created = created
        self.tables = tables
        self.withheld = withheld
    }

    /// The file. Throws ``WorkbookFault``. The library writes to a file, so that it passes through a folder of its own.
    public func bytes() throws -> [UInt8] {
        // The library of C fills in the last six letters.
        var template = Array(("/tmp/praktik-workbook-" + String(repeating: "X", count: 6)).utf8CString)
        guard mkdtemp(&template) != nil else { throw WorkbookFault() }
        let folder = template.withUnsafeBufferPointer { buffer in
            String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/book.xlsx"
        try write(to: path, folder)
        guard let content = FileManager.default.contents(atPath: path) else { throw WorkbookFault() }
        return Array(content)
    }

    private func write(to path: String, _ folder: String) throws {
        let temporary = strdup(folder)
        defer { free(temporary) }
        var options = lxw_workbook_options(constant_memory: 0, tmpdir: temporary, use_zip64: 0)
        guard let book = workbook_new_opt(path, &options) else { throw WorkbookFault() }
        setProperties(book)
        let formats = WorkbookFormats(book)
        var names: Set<String> = []
        for table in tables {
            let name = Self.sheetName(table.title, &names)
            guard let sheet = workbook_add_worksheet(book, name) else { throw WorkbookFault() }
            WorkbookSheet(sheet: sheet, formats: formats, table: table, withheld: withheld).write()
        }
        guard workbook_close(book) == LXW_NO_ERROR else { throw WorkbookFault() }
    }

    private func setProperties(_ book: UnsafeMutablePointer<lxw_workbook>) {
        // The library copies them.
        let words = [title, author].map { (word: String) in strdup(word) }
        defer { words.forEach { free($0) } }
        var properties = lxw_doc_properties()
        properties.title = words[0]
        properties.author = words[1]
        properties.company = words[1]
        properties.created = time_t(created)
        workbook_set_properties(book, &properties)
    }

    /// At most 31 letters, none that a sheet's name may not have, and no two the same.
    static func sheetName(_ title: String, _ taken: inout Set<String>) -> String {
        let allowed = title.map { "[]:*?/\\'".contains($0) ? " " : $0 }
        var name = String(allowed).utf16Prefix(31)
        var number = 2
        while name.isEmpty || taken.contains(name.lowercased()) {
            name = String(allowed).utf16Prefix(27) + " \(number)"
            number += 1
        }
        taken.insert(name.lowercased())
        return name
    }
}

/// The library could not write the workbook.
public struct WorkbookFault: Error {
    public init() {}
}

extension String {
    /// As much as so many UTF-16 units hold, in whole letters.
    fileprivate func utf16Prefix(_ count: Int) -> String {
        var text = self
        while text.utf16.count > count { text.removeLast() }
        return text
    }
}
