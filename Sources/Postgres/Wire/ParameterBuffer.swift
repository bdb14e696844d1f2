/// The arrays that libpq takes parameters in, kept by a session and filled anew for each statement.
struct ParameterBuffer: ~Copyable {
    private(set) var values: UnsafeMutablePointer<UnsafePointer<CChar>?>
    private(set) var lengths: UnsafeMutablePointer<Int32>
    /// All 1: binary.
    private(set) var formats: UnsafeMutablePointer<Int32>
    private var capacity: Int
    private var bytes: [UInt8] = []

    init(capacity: Int = 16) {
        self.capacity = capacity
        values = .allocate(capacity: capacity)
        lengths = .allocate(capacity: capacity)
        formats = .allocate(capacity: capacity)
        formats.initialize(repeating: 1, count: capacity)
    }

    deinit {
        values.deallocate()
        lengths.deallocate()
        formats.deallocate()
    }

    /// Calls `body` while the arrays hold `parameters`.
    mutating func with<T>(_ parameters: [PostgresValue], _ body: (borrowing ParameterBuffer) -> T) -> T {
        if parameters.count > capacity { self = ParameterBuffer(capacity: max(parameters.count, capacity * 2)) }
        bytes.removeAll(keepingCapacity: true)
        for (index, parameter) in parameters.enumerated() {
            let start = bytes.count
            parameter.append(to: &bytes)
            lengths[index] = Int32(bytes.count - start)
        }
        // libpq takes a missing pointer for NULL, also of an empty value, so there must be at least one byte to point to.
        bytes.append(0)
        let filled = bytes
        return filled.withUnsafeBytes { buffer in
            var position = 0
            for (index, parameter) in parameters.enumerated() {
                let start = buffer.baseAddress.map { $0 + position }
                values[index] = parameter.isNull ? nil : start?.assumingMemoryBound(to: CChar.self)
                position += Int(lengths[index])
            }
            return body(self)
        }
    }
}
