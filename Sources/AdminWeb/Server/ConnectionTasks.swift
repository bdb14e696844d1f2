import HummingbirdCore
import Logging
import NIOCore
import Operations
import Synchronization

/// A connection whose requests are answered on one of the threads that read the database's answers: none of them has to wake
/// another to go on.
struct ConnectionTasks<Base: ServerChildChannel>: ServerChildChannel {
    private let base: Base
    private let turn = Turn()

    init(_ base: Base) {
        self.base = base
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        base.setup(channel: channel, logger: logger)
    }

    func handle(value: Base.Value, logger: Logger) async {
        await withTaskExecutorPreference(turn.next()) {
            await base.handle(value: value, logger: logger)
        }
    }

    /// The threads in turn, a connection each.
    private final class Turn: Sendable {
        private let count = Atomic<Int>(0)

        func next() -> any TaskExecutor {
            let executors = Operations.executors
            return executors[count.wrappingAdd(1, ordering: .relaxed).newValue % executors.count]
        }
    }
}
