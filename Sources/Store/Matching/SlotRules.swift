package import Domain

/// What a municipality has settled that bears on a slot itself, whoever comes.
package struct SlotRules: Sendable, Hashable {
    /// An offer last confirmed on this day or before is dormant.
    package var dormantBy: Day
    package var training: TrainingPolicy

    package init(dormantBy: Day, training: TrainingPolicy) {
        self.dormantBy = dormantBy
        self.training = training
    }
}
