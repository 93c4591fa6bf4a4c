package dev.fathom.cli.report;

import java.util.List;

/// A journal and what a report derives from it.
///
/// @param journal what was read
/// @param name the file's name
/// @param ranking which results are better
/// @param space the declared parameters
/// @param parameters the columns of the settings
/// @param improvements indices of the results that were better than all before; empty with several objectives
/// @param front the results that no other beats in all objectives, without told ones; empty with one objective
record Run(
        Journal journal,
        String name,
        Ranking ranking,
        SpaceDescription space,
        Parameters parameters,
        List<Integer> improvements,
        List<JournalResult> front) {

    static Run of(Journal journal, String name) {
        Ranking ranking = new Ranking(journal);
        boolean single = journal.objectives() == 1;
        SpaceDescription space = SpaceDescription.of(journal.map("space"));
        return new Run(
                journal,
                name,
                ranking,
                space,
                Parameters.of(journal.results(), space),
                single ? ranking.improvements(journal.results()) : List.of(),
                single ? List.of() : ranking.front(journal.results()));
    }

    List<JournalResult> results() {
        return journal.results();
    }

    boolean isSingle() {
        return journal.objectives() == 1;
    }

    /// Whether at least one evaluation gave values.
    boolean hasValues() {
        return results().stream().anyMatch(result -> !result.isFailed());
    }

    /// All values of objective `k`, in the order of the journal.
    double[] losses(int k) {
        return results().stream()
                .filter(result -> k < result.losses().size())
                .mapToDouble(result -> result.losses().get(k))
                .toArray();
    }

    /// What objective `k` is called on axes and in tables.
    String objective(int k) {
        boolean maximized = journal.maximized().get(k);
        String what = maximized ? "value" : "loss";
        return isSingle() ? what : what + " " + (k + 1);
    }

    /// The same with its direction where it is maximized.
    String axis(int k) {
        return objective(k) + (journal.maximized().get(k) ? " (maximized)" : "");
    }
}
