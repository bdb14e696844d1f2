import CXLSXWriter

/// Writes one table into its sheet: the header in the first row, then a row a row.
struct WorkbookSheet {
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    let formats: WorkbookFormats
    let table: DataTable
    let withheld: (mark: String, note: String)

    func write() {
        for (place, column) in table.columns.enumerated() {
            let position = lxw_col_t(place)
            worksheet_write_string(sheet, 0, position, column.title, formats.header)
            worksheet_set_column(sheet, position, position, width(place, column), nil)
        }
        for (number, row) in table.rows.enumerated() {
            for (place, value) in row.prefix(table.columns.count).enumerated() {
                write(value, lxw_row_t(number + 1), lxw_col_t(place), table.columns[place].kind)
            }
        }
        worksheet_freeze_panes(sheet, 1, 1)
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_set_landscape(sheet)
        // 9 is A4.
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
    }

    private func write(_ value: DataTable.Value, _ row: lxw_row_t, _ column: lxw_col_t, _ kind: DataTable.Kind) {
        switch value {
        case .empty: break
        case .text(let text):
            worksheet_write_string(sheet, row, column, text, kind == .wide ? formats.wide : nil)
        case .integer(let number): worksheet_write_number(sheet, row, column, Double(number), formats.integer)
        case .decimal(let number): worksheet_write_number(sheet, row, column, number, formats.decimal)
        case .share(let share): worksheet_write_number(sheet, row, column, share, formats.share)
        case .day(let year, let month, let day):
            var date = lxw_datetime()
            date.year = Int32(year)
            date.month = Int32(month)
            date.day = Int32(day)
            worksheet_write_datetime(sheet, row, column, &date, formats.day)
        case .withheld:
            worksheet_write_string(sheet, row, column, withheld.mark, formats.withheld)
            worksheet_write_comment(sheet, row, column, withheld.note)
        }
    }

    /// As wide as its longest word of the header and its longest value, within reason.
    private func width(_ place: Int, _ column: DataTable.Column) -> Double {
        guard column.kind != .wide else { return 70 }
        let header = column.title.split(separator: " ").map(\.count).max() ?? 0
        let values = table.rows.map { row -> Int in
            guard place < row.count else { return 0 }
            switch row[place] {
            case .text(let text): return text.count
            case .integer(let number): return String(number).count + 1
            case .day: return 10
            default: return 6
            }
        }
        return Double(min(max(header, values.max() ?? 0, 6), 48)) + 2
    }
}
