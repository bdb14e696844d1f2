import Subprocess
import SystemPackage

/// Clears a folder away as the account that owns it, so that root follows nobody's links.
enum Remover {
    static func remove(_ path: String, as account: ServerAccount) async throws {
        let result = try await Subprocess.run(
            .name("rm"), arguments: ["-rf", "--", path], workingDirectory: "/",
            platformOptions: account.platformOptions,
            output: .discarded, error: .string(limit: 65536))
        guard result.terminationStatus.isSuccess else {
            throw ClusterError.fileFailed(path: path, reason: ServerPrograms.reason(in: result.standardError))
        }
    }
}
