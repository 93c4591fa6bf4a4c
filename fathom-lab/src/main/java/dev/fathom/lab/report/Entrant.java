package dev.fathom.lab.report;

/// Who takes part in a section of a report.
///
/// @param name as tables and pictures call it
/// @param algorithm as runs and points call it
/// @param style in pictures
/// @param kind where its numbers come from
/// @param highlighted whether curves of it have a colour and a label
record Entrant(String name, String algorithm, Style style, Kind kind, boolean highlighted) {

    /// Where the numbers come from.
    enum Kind {
        /// Runs of this experiment.
        OWN,
        /// Runs of another one.
        PEER_RUNS,
        /// Points of a profile.
        PEER_POINTS,
        /// Points of a profile that no single algorithm has.
        VIRTUAL
    }

    boolean isOwn() {
        return kind == Kind.OWN;
    }

    boolean hasRuns() {
        return kind == Kind.OWN || kind == Kind.PEER_RUNS;
    }

    /// The same in colour.
    Entrant highlighted(Style newStyle) {
        return new Entrant(name, algorithm, newStyle, kind, true);
    }
}
