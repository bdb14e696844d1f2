extension Bool: PostgresCodable {
    public static var postgresType: PostgresType { .bool }
    public var postgresValue: PostgresValue { PostgresValue(.bool, number: self ? 1 as UInt8 : 0) }

    public init(postgres cell: PostgresCell) throws {
        self = try cell.number(.bool, as: "Bool") as UInt8 != 0
    }
}

extension Int16: PostgresCodable {
    public static var postgresType: PostgresType { .int2 }
    public var postgresValue: PostgresValue { PostgresValue(.int2, number: self) }
    public init(postgres cell: PostgresCell) throws { self = try cell.wholeNumber() }
}

extension Int32: PostgresCodable {
    public static var postgresType: PostgresType { .int4 }
    public var postgresValue: PostgresValue { PostgresValue(.int4, number: self) }
    public init(postgres cell: PostgresCell) throws { self = try cell.wholeNumber() }
}

extension Int64: PostgresCodable {
    public static var postgresType: PostgresType { .int8 }
    public var postgresValue: PostgresValue { PostgresValue(.int8, number: self) }
    public init(postgres cell: PostgresCell) throws { self = try cell.wholeNumber() }
}

extension Int: PostgresCodable {
    public static var postgresType: PostgresType { .int8 }
    public var postgresValue: PostgresValue { PostgresValue(.int8, number: self) }
    public init(postgres cell: PostgresCell) throws { self = try cell.wholeNumber() }
}

extension Double: PostgresCodable {
    public static var postgresType: PostgresType { .float8 }
    public var postgresValue: PostgresValue { PostgresValue(.float8, number: bitPattern) }

    /// Reads `float8`, `float4` and, rounded to the nearest, `numeric`.
    public init(postgres cell: PostgresCell) throws {
        switch cell.type {
        case .float4: self = Double(Float(bitPattern: try cell.number(.float4, as: "Double")))
        case .numeric:
            guard let value = Double(try Numeric(postgres: cell).description) else { throw cell.invalid("Double") }
            self = value
        default: self.init(bitPattern: try cell.number(.float8, as: "Double"))
        }
    }
}

extension PostgresCell {
    /// Any whole-number type whose value fits, so that an `int4` column or a `sum` (`numeric`) reads as `Int`.
    fileprivate func wholeNumber<Number: FixedWidthInteger>() throws -> Number {
        let value: Int64
        switch type {
        case .int8: value = try number(.int8, as: "\(Number.self)")
        case .int4: value = Int64(try number(.int4, as: "\(Number.self)") as Int32)
        case .int2: value = Int64(try number(.int2, as: "\(Number.self)") as Int16)
        case .oid: value = Int64(try number(.oid, as: "\(Number.self)") as UInt32)
        case .numeric:
            guard let whole = Int64(try Numeric(postgres: self).description) else { throw invalid("\(Number.self)") }
            value = whole
        default: throw mismatch("\(Number.self)")
        }
        guard let fitting = Number(exactly: value) else { throw invalid("\(Number.self)") }
        return fitting
    }
}
