import Testing

@testable import AdminWeb

struct RequestsUnderWayTests {
    @Test func `an end waits for what is under way, and lets nothing be ready meanwhile`() async throws {
        let requests = RequestsUnderWay()
        requests.begin()
        requests.begin()
        let end = Task { await requests.end() }
        while !requests.isEnding { await Task.yield() }
        requests.finish()
        requests.finish()
        await end.value
        #expect(requests.isEnding)
    }
}
