import TestSupport

/// Answers a second, asked for by `wrk` over so many connections that are kept open.
struct WebLoad {
    let daemon: WebDaemon
    let visitor: WebVisitor

    struct Missing: Error, CustomStringConvertible {
        let description = "wrk is missing: apt-get install wrk"
    }

    static func requireTool() async throws {
        guard (try? await TestProgram.run(["sh", "-c", "command -v wrk"])) != nil else { throw Missing() }
    }

    func rate(_ path: String, connections: Int, seconds: Int) async throws -> Double {
        var command = [
            "wrk", "--connections=\(connections)", "--threads=\(min(2, connections))", "--duration=\(seconds)s",
            "--timeout=30s",
        ]
        for (name, value) in visitor.headers { command.append("--header=\(name): \(value)") }
        command.append("http://\(daemon.address)\(path)")
        let lines = try await TestProgram.run(command).split(separator: "\n").map { $0.split(separator: " ") }
        // A refusal is quick, and no answer.
        guard !lines.contains(where: { $0.first == "Non-2xx" || $0.first == "Socket" }),
            let rate = lines.first(where: { $0.first == "Requests/sec:" })?.last.flatMap({ Double($0) })
        else { throw Figure.WrongAnswer() }
        return rate
    }

    /// The answer's body, if it is one.
    func body(_ path: String) async throws -> String {
        let answer = try await HTTPProbe(address: daemon.address).get(path, headers: visitor.headers)
        guard answer.status == 200 else {
            Figure.note("\(path): \(answer.status)")
            throw Figure.WrongAnswer()
        }
        return answer.body
    }
}
