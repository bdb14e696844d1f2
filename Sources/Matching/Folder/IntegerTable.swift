/// Takes a table of non-negative integers apart, byte by byte, so that it can be fed in pieces of any size.
struct IntegerTable {
    typealias RowBody = (_ line: Int, _ values: [Int]) throws(InstanceFolderError) -> Void

    /// No number of the format needs more.
    private static let mostDigits = 10

    private let file: InstanceFile
    private let columns: [String]
    private let header: [UInt8]
    private var line = 1
    /// How much of the header line has been seen.
    private var headerCount = 0
    private var values: [Int]
    private var column = 0
    private var value = 0
    private var digits = 0

    init(_ file: InstanceFile) {
        self.file = file
        columns = file.columns
        header = Array(file.columns.joined(separator: ",").utf8)
        values = Array(repeating: 0, count: file.columns.count)
    }

    mutating func feed(_ bytes: ArraySlice<UInt8>, _ row: RowBody) throws(InstanceFolderError) {
        var rest = bytes
        while line == 1, let byte = rest.popFirst() {
            try takeHeader(byte)
        }
        // Nearly every byte is a digit that fits: those go by without a look at anything but the number they make.
        var (value, digits) = (self.value, self.digits)
        for byte in rest {
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10, digits < Self.mostDigits {
                value = value &* 10 &+ Int(digit)
                digits &+= 1
            } else {
                (self.value, self.digits) = (value, digits)
                try take(byte, row)
                (value, digits) = (0, 0)
            }
        }
        (self.value, self.digits) = (value, digits)
    }

    /// Ends the table; a last line without its LF is taken as it is.
    mutating func finish(_ row: RowBody) throws(InstanceFolderError) {
        if line == 1 {
            try takeHeader(newline)
        } else if column > 0 || digits > 0 {
            try take(newline, row)
        }
    }

    private mutating func takeHeader(_ byte: UInt8) throws(InstanceFolderError) {
        if byte == newline, headerCount == header.count {
            line = 2
        } else if headerCount < header.count, header[headerCount] == byte {
            headerCount += 1
        } else {
            throw InstanceFolderError(
                file: file, line: 1, fault: .wrongHeader(expected: columns.joined(separator: ",")))
        }
    }

    /// What ends a number, or is wrong.
    private mutating func take(_ byte: UInt8, _ row: RowBody) throws(InstanceFolderError) {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            // One digit too many.
            throw fault(.outOfRange(0..<1 << 31))
        case UInt8(ascii: ","):
            try endValue()
            column += 1
            guard column < columns.count else { throw fault(.tooManyValues) }
        case newline:
            try endValue()
            guard column == columns.count - 1 else {
                column += 1
                throw fault(.missingValue)
            }
            try row(line, values)
            line += 1
            column = 0
        default:
            throw fault(.notANumber)
        }
    }

    private mutating func endValue() throws(InstanceFolderError) {
        guard digits > 0 else { throw fault(.missingValue) }
        values[column] = value
        value = 0
        digits = 0
    }

    private func fault(_ fault: InstanceFolderError.Fault) -> InstanceFolderError {
        InstanceFolderError(
            file: file, line: line, column: columns.indices.contains(column) ? columns[column] : nil, fault: fault)
    }
}

private let newline = UInt8(ascii: "\n")
