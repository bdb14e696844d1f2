import Domain

/// How an entity stands in JSON: every member once, with its name, its shape, what it means and where it comes from, so that
/// what is written and what the document says cannot differ.
struct Representation<Record>: Sendable {
    let name: String
    let text: String
    let fields: [APIField<Record>]

    init(_ name: String, _ text: String, @APIFieldList<Record> _ fields: () -> [APIField<Record>]) {
        self.name = name
        self.text = text
        self.fields = fields()
    }

    /// Its members, for a record that holds this one.
    func fields<Outer>(of inner: @escaping @Sendable (Outer) -> Record) -> [APIField<Outer>] {
        fields.map { $0.of(inner) }
    }

    /// Members are always there; one without a value is null.
    var schema: APISchema { .named(name, text, fields.map { APIProperty($0.name, $0.schema, $0.text) }) }

    func write(_ record: Record, to json: inout JSONWriter) {
        json.object { json in
            for field in fields {
                json.name(field.name)
                field.write(record, &json)
            }
        }
    }

    func bytes(_ record: Record, _ language: Language) -> [UInt8] {
        var json = JSONWriter(language)
        write(record, to: &json)
        return json.bytes
    }
}

/// Lists members one below the other; each is a statement of its own to the compiler, which a long array is not.
@resultBuilder
enum APIFieldList<Record> {
    static func buildExpression(_ field: APIField<Record>) -> [APIField<Record>] { [field] }
    static func buildExpression(_ fields: [APIField<Record>]) -> [APIField<Record>] { fields }
    static func buildBlock(_ parts: [APIField<Record>]...) -> [APIField<Record>] { parts.flatMap { $0 } }
}

/// One member of an entity.
struct APIField<Record>: Sendable {
    let name: String
    let schema: APISchema
    let text: String
    let write: @Sendable (Record, inout JSONWriter) -> Void

    init<Value: APIValue>(_ name: String, _ text: String, _ value: @escaping @Sendable (Record) -> Value) {
        self.name = name
        self.text = text
        schema = Value.schema
        write = { record, json in value(record).write(to: &json) }
    }

    /// A record within the record, or none.
    init<Inner>(
        _ name: String, _ text: String, _ inner: Representation<Inner>,
        _ value: @escaping @Sendable (Record) -> Inner?
    ) {
        self.name = name
        self.text = text
        schema = inner.schema.orNull
        write = { record, json in
            if let value = value(record) { inner.write(value, to: &json) } else { json.null() }
        }
    }

    /// Records within the record.
    init<Inner>(
        _ name: String, _ text: String, listOf inner: Representation<Inner>,
        _ values: @escaping @Sendable (Record) -> [Inner]
    ) {
        self.name = name
        self.text = text
        schema = .list(inner.schema)
        write = { record, json in json.array(values(record)) { inner.write($0, to: &$1) } }
    }
}

extension APIField {
    /// The same member of a record that holds this one.
    func of<Outer>(_ inner: @escaping @Sendable (Outer) -> Record) -> APIField<Outer> {
        APIField<Outer>(name: name, schema: schema, text: text) { write(inner($0), &$1) }
    }

    private init(
        name: String, schema: APISchema, text: String,
        write: @escaping @Sendable (Record, inout JSONWriter) -> Void
    ) {
        self.name = name
        self.schema = schema
        self.text = text
        self.write = write
    }
}
