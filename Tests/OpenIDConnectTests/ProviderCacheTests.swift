import Domain
import HTTPClient
import IdentityProviders
import OpenIDConnect
import Testing

/// How often the provider is asked for what it seldom changes.
struct ProviderCacheTests {
    @Test func `metadata and keys are fetched once while they are fresh`() async throws {
        let played = try PlayedProvider()
        defer { played.stop() }
        let time = MovableTime()
        let provider = try MisbehaviourTests.provider(played, clock: time.clock)
        for _ in 0..<3 { _ = try await MisbehaviourTests.signIn(provider) }
        #expect(played.asked("/.well-known/openid-configuration") == 1)
        #expect(played.asked("/keys") == 1)
        time.move(by: 601)
        _ = try await provider.begin()
        #expect(played.asked("/.well-known/openid-configuration") == 2)
    }

    @Test func `many at once wait for one answer`() async throws {
        let played = try PlayedProvider()
        defer { played.stop() }
        let provider = try MisbehaviourTests.provider(played)
        try await withThrowingTaskGroup { group in
            for _ in 0..<50 { group.addTask { _ = try await provider.begin() } }
            try await group.waitForAll()
        }
        #expect(played.asked("/.well-known/openid-configuration") == 1)
    }

    @Test func `a new key is found, and unknown ones do not besiege the provider`() async throws {
        let played = try PlayedProvider()
        defer { played.stop() }
        let time = MovableTime()
        let provider = try MisbehaviourTests.provider(played, clock: time.clock)
        _ = try await MisbehaviourTests.signIn(provider)
        played.change { $0.keyID = "key-2" }
        time.move(by: 31)
        _ = try await MisbehaviourTests.signIn(provider)
        #expect(played.asked("/keys") == 2)

        played.change { $0.misbehaviour = .tokenOfUnknownKey }
        for _ in 0..<10 {
            await #expect(throws: OpenIDConnectError.unknownKey) { try await MisbehaviourTests.signIn(provider) }
        }
        #expect(played.asked("/keys") == 2)
        time.move(by: 31)
        await #expect(throws: OpenIDConnectError.unknownKey) { try await MisbehaviourTests.signIn(provider) }
        #expect(played.asked("/keys") == 3)
    }

    @Test func `a failure is remembered for two seconds and no longer`() async throws {
        let played = try PlayedProvider(.metadataBusy)
        defer { played.stop() }
        let time = MovableTime()
        let provider = try MisbehaviourTests.provider(played, clock: WallClock.fixed(time.clock.now()))
        for _ in 0..<5 { await #expect(throws: OpenIDConnectError.busy) { try await provider.begin() } }
        #expect(played.asked("/.well-known/openid-configuration") == 1)

        let moving = try MisbehaviourTests.provider(played, clock: time.clock)
        await #expect(throws: OpenIDConnectError.busy) { try await moving.begin() }
        played.change { $0.misbehaviour = nil }
        time.move(by: 2)
        _ = try await MisbehaviourTests.signIn(moving)
    }

    @Test func `an attempt lasts ten minutes`() async throws {
        let played = try PlayedProvider()
        defer { played.stop() }
        let time = MovableTime()
        let provider = try MisbehaviourTests.provider(played, clock: time.clock)
        let (attempt, address) = try await provider.begin()
        let callback = try await Browser.callback(Browser.follow(address))
        time.move(by: 601)
        await #expect(throws: OpenIDConnectError.attemptExpired) { try await provider.finish(callback, attempt) }
    }
}
