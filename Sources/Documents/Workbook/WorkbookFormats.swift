import CXLSXWriter

/// How cells look, made once a workbook.
struct WorkbookFormats {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let header: Format?
    let wide: Format?
    let integer: Format?
    let decimal: Format?
    let share: Format?
    let day: Format?
    /// A mark in place of a number, which stands where the number would.
    let withheld: Format?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        func made(_ code: String? = nil, _ adjust: (Format) -> Void = { _ in }) -> Format? {
            guard let format = workbook_add_format(book) else { return nil }
            if let code { format_set_num_format(format, code) }
            adjust(format)
            return format
        }
        header = made {
            format_set_bold($0)
            format_set_text_wrap($0)
            format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
        }
        wide = made {
            format_set_text_wrap($0)
            format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        integer = made("#,##0")
        decimal = made("#,##0.00")
        share = made("0%")
        day = made("yyyy-mm-dd")
        withheld = made { format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    }
}
