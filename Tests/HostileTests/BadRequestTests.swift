import Domain
import FoundationEssentials
import Glibc
import Synchronization
import Testing

/// Requests that are wrong in every way that is known do no harm: each is refused, nobody else notices, nothing of them is in
/// the log, and what they took of memory comes back.
@Suite(.serialized)
struct BadRequestTests {
    /// How many; all 10,000 under `PRAKTIK_LONG=1`.
    private static let count = ProcessInfo.processInfo.environment["PRAKTIK_LONG"] == nil ? 2_000 : 10_000
    private static let threads = 8

    @Test func `bad requests of every kind are refused, and leave nothing behind`() async throws {
        try await ServedTown.with { town in
            // Some of everything, so that what is made once is made.
            #expect(await town.failures(of: 50) == 0)
            let warming = await Self.send(0..<(BadKind.all.count * 10), to: town)
            #expect(warming.faults == [])
            // They come as far as they are meant to: to the parser, the pages, their rights, the forms and the API's reader.
            #expect(warming.statuses.isSuperset(of: [200, 303, 400, 401, 403, 404, 405, 413, 415, 422]))
            let warm = try town.residentSize()

            let isOver = Flag()
            async let good = Self.goodMeanwhile(town) { isOver.isSet }
            let faults = await Self.send(0..<Self.count, to: town).faults
            isOver.set()
            let (asked, failed) = await good
            #expect(faults == [])
            #expect(asked > 0 && failed == 0)
            #expect(kill(town.process, 0) == 0)

            try await town.expectMemoryBack(to: warm, after: "\(Self.count) bad requests")

            let log = try String(contentsOfFile: town.log, encoding: .utf8)
            for secret in BadRequest.secrets { #expect(!log.contains(secret)) }
            #expect(!log.contains(town.session) && !log.contains(town.bearer) && !log.contains(town.formToken))
            #expect(!log.contains(#""level":"error""#))
        }
    }

    /// Sends the requests of a range of numbers; answers what was wrong with the answers, and which statuses they had.
    private static func send(
        _ numbers: Range<Int>, to town: ServedTown
    ) async -> (faults: [String], statuses: Set<Int>) {
        await withTaskGroup(of: [(fault: String?, status: Int?)].self) { group in
            for thread in 0..<threads {
                group.addTask {
                    await ServedTown.apart {
                        let mine = numbers.filter { $0 % threads == thread }
                        return mine.map { send($0, to: town) }
                    }
                }
            }
            let outcomes = await group.reduce(into: []) { $0 += $1 }
            return (outcomes.compactMap(\.fault), Set(outcomes.compactMap(\.status)))
        }
    }

    private static func send(_ number: Int, to town: ServedTown) -> (fault: String?, status: Int?) {
        let kind = BadKind.all[number % BadKind.all.count]
        var random = SplitMix64(seed: UInt64(number))
        let request = kind.make(&random, town)
        guard let wire = try? Wire(port: town.port) else { return ("\(kind.name): no connection", nil) }
        wire.send(request.bytes)
        let answer = wire.exchange(toTheEnd: request.verdict == .cutOff)
        let fault = request.fault(in: answer).map { fault in
            let beginning = String(decoding: request.bytes.prefix(300), as: UTF8.self)
            return "\(kind.name), \(number): \(fault): \(beginning.debugDescription)"
        }
        return (fault, answer.answers.first?.status)
    }

    /// Good requests one after the other for as long as the bad ones come; how many, and how many were not answered well.
    private static func goodMeanwhile(
        _ town: ServedTown, until isOver: @escaping @Sendable () -> Bool
    ) async -> (asked: Int, failed: Int) {
        var asked = 0
        var failed = 0
        repeat {
            failed += await town.failures(of: 1)
            asked += 1
        } while !isOver()
        return (asked, failed)
    }
}

/// Said by one thread to another.
private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)

    var isSet: Bool { value.load(ordering: .acquiring) }

    func set() { value.store(true, ordering: .releasing) }
}
