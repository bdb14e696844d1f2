import CLibPQ

/// Takes the rows of a bulk load and hands them on in chunks, no faster than the server takes them.
public struct CopyWriter {
    /// Rows are sent when this many bytes have come together.
    static let chunk = 1 << 16

    private let session: Session
    private var line = CopyField()

    init(session: Session) {
        self.session = session
    }

    /// Writes a row: a value for each column of the target, in its order.
    public mutating func row<each Value: CopyEncodable>(_ value: repeat each Value) async throws {
        var left = 0
        for _ in repeat (each Value).self { left += 1 }
        for value in repeat each value {
            left -= 1
            value.write(to: &line)
            line.endField(isLast: left == 0)
        }
        if line.bytes.count >= Self.chunk { try await send() }
    }

    /// Writes a row of values that are only known as a list; nil is NULL.
    public mutating func row(texts: [String?]) async throws {
        for (index, text) in texts.enumerated() {
            text.write(to: &line)
            line.endField(isLast: index == texts.count - 1)
        }
        if line.bytes.count >= Self.chunk { try await send() }
    }

    mutating func send() async throws {
        guard !Task.isCancelled else { throw PostgresError.cancelled }
        guard !line.bytes.isEmpty else { return }
        let sent = line.bytes.withUnsafeBytes { buffer in
            PQputCopyData(
                session.handle, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
        }
        guard sent == 1 else { throw session.lost() }
        line.clear()
        try await session.flush()
    }
}

extension Connection {
    /// Loads rows in bulk by `COPY`; answers how many. All or nothing: if `write` throws, nothing of it is loaded.
    ///
    /// A row the table refuses is told when the writing has ended. Within a transaction, what goes wrong ends it as any
    /// failed statement does. The server refuses `COPY` into a table with row-level security; load a temporary table.
    @discardableResult
    public func copy(
        _ target: CopyTarget, _ write: (inout CopyWriter) async throws -> Void
    ) async throws -> Int {
        try checkLease()
        try await session.runText(target.statement, isCopy: true)
        var writer = CopyWriter(session: session)
        do {
            try await write(&writer)
            try await writer.send()
        } catch {
            try? await session.abandonCopy()
            throw error
        }
        return try await session.answer(sent: PQputCopyEnd(session.handle, nil)).affected
    }
}

extension Session {
    /// Ends a bulk load as failed, and reads the server's answer to that.
    fileprivate func abandonCopy() async throws {
        guard !isBroken else { return }
        _ = try await answer(sent: PQputCopyEnd(handle, "given up by the client"), isShielded: true)
    }
}
