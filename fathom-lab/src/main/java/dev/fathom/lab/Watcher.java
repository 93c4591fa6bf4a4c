package dev.fathom.lab;

/// Is told how an experiment comes along, always by the thread that called [Experiment#run].
public interface Watcher {

    /// How far an experiment is.
    ///
    /// @param runs how many there are
    /// @param done how many are finished, those found finished included
    /// @param budget evaluations allowed to all runs together
    /// @param spent those of finished runs, whether they used them up or not
    record Standing(int runs, int done, long budget, long spent) {}

    /// The experiment begins, or goes on.
    default void begins(Standing standing) {}

    /// A run has ended; its row is on the disk.
    default void finished(Standing standing, Finished row) {}

    /// A watcher that does not look.
    static Watcher none() {
        return new Watcher() {};
    }
}
