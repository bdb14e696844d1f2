// Entities that so far are only keys and rows: types for `Identifier`, without a value of their own.

/// A human being under one internal key, whatever numbers and referrals they have had.
public enum Person {}

/// One run of the matching with its frozen inputs and its result.
public enum MatchRun {}

/// Somebody who may sign in, or is named with `--as`.
public enum UserAccount {}

/// One sign-in that lasts.
public enum UserSession {}

/// An invitation or password reset: a link that works once.
public enum AccountLink {}

/// What a program carries to act for an account.
public enum APIToken {}

/// One sealed entry of the audit chain.
public enum AuditEntry {}

/// Something about a page that keeps somebody from using it, as they told it.
public enum FaultReport {}

/// A link by which somebody without an account answers one thing.
public enum PartyLink {}

/// A participant's answers to what is asked of a placement.
public enum VoiceAnswer {}

/// Something that a participant finds wrong, as they told it.
public enum Complaint {}

/// A message of the outbox.
public enum OutboxMessage {}

/// What one source told at one follow-up.
public enum FollowUpEntry {}
