import HTTPTypes
import Synchronization

/// What the daemon counts, in Prometheus's text format: requests by route and status, and how long they took.
final class Metrics: Sendable {
    private struct Key: Hashable {
        let route: String
        let method: String
        let status: Int
    }

    private struct Histogram {
        var counts = [Int](repeating: 0, count: Metrics.bounds.count)
        var count = 0
        var seconds = 0.0
    }

    private struct State {
        var requests: [Key: Int] = [:]
        var durations: [String: Histogram] = [:]
    }

    /// Upper bounds of the histogram's buckets, in seconds.
    private static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let state = Mutex(State())

    func record(route: String, method: HTTPRequest.Method, status: HTTPResponse.Status, _ taken: Duration) {
        let seconds = Double(taken.components.seconds) + Double(taken.components.attoseconds) * 1e-18
        // Any client may invent methods; each would be a line for good.
        let method =
            ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].contains(method.rawValue) ? method.rawValue : "other"
        state.withLock { state in
            state.requests[Key(route: route, method: method, status: status.code), default: 0] += 1
            var histogram = state.durations[route] ?? Histogram()
            histogram.count += 1
            histogram.seconds += seconds
            for (place, bound) in Self.bounds.enumerated() where seconds <= bound { histogram.counts[place] += 1 }
            state.durations[route] = histogram
        }
    }

    /// The exposition (Prometheus text format 0.0.4).
    func exposition(underWay: Int) -> String {
        let state = state.withLock { $0 }
        var text = """
            # HELP praktik_http_requests_total Requests answered, by route, method and status.
            # TYPE praktik_http_requests_total counter

            """
        let keys = state.requests.keys.sorted { ($0.route, $0.method, $0.status) < ($1.route, $1.method, $1.status) }
        for key in keys {
            text +=
                "praktik_http_requests_total{route=\"\(key.route)\",method=\"\(key.method)\",status=\"\(key.status)\"} "
            text += "\(state.requests[key] ?? 0)\n"
        }
        text += """
            # HELP praktik_http_request_seconds How long answering took.
            # TYPE praktik_http_request_seconds histogram

            """
        for (route, histogram) in state.durations.sorted(by: { $0.key < $1.key }) {
            for (bound, count) in zip(Self.bounds, histogram.counts) {
                text += "praktik_http_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)\n"
            }
            text += "praktik_http_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(histogram.count)\n"
            text += "praktik_http_request_seconds_sum{route=\"\(route)\"} \(histogram.seconds)\n"
            text += "praktik_http_request_seconds_count{route=\"\(route)\"} \(histogram.count)\n"
        }
        text += """
            # HELP praktik_http_requests_under_way Requests being answered now.
            # TYPE praktik_http_requests_under_way gauge
            praktik_http_requests_under_way \(underWay)

            """
        return text
    }
}
