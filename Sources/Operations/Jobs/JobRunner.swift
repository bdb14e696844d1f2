import Domain
import FoundationEssentials
import Store
import Synchronization

/// The long work of this process, each piece a task of its own.
package final class JobRunner: Sendable {
    /// By which the database knows whose a job is.
    let daemon = UUID()
    private let tasks = Mutex<[Identifier<JobEntity>: Task<Void, Never>]>([:])

    init() {}

    func start(_ id: Identifier<JobEntity>, _ work: @escaping @Sendable () async -> Void) {
        tasks.withLock { tasks in
            tasks[id] = Task {
                await work()
                self.forget(id)
            }
        }
    }

    private func forget(_ id: Identifier<JobEntity>) {
        tasks.withLock { _ = $0.removeValue(forKey: id) }
    }

    /// Waits for what is under way; what takes longer than that is broken off, changes nothing, and is said to have failed.
    func end(within patience: Duration) async {
        let pending = tasks.withLock { Array($0.values) }
        guard !pending.isEmpty else { return }
        let timer = Task {
            try? await Task.sleep(for: patience)
            for task in pending { task.cancel() }
        }
        for task in pending { await task.value }
        timer.cancel()
    }
}
