package dev.fathom.lab;

import dev.fathom.Search;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run of an experiment, from its key to its row.
final class Attempt {

    private final Experiment experiment;
    private final Planned planned;
    private final References references;
    private final @Nullable Path log;
    private final long seed;

    private @Nullable Runner runner;
    private Trace trace = Trace.none();
    private Decrease decrease = Decrease.none();
    private String error = "";
    private long begin;

    /// @param log where the run is logged in the format of the COCO platform; null if it is not
    Attempt(Experiment experiment, Planned planned, References references, @Nullable Path log) {
        this.experiment = experiment;
        this.planned = planned;
        this.references = references;
        this.log = log;
        seed = experiment.seed(planned.key());
    }

    /// Makes the run. Whatever goes wrong in it is written into its row.
    ///
    /// @throws IOException if its log cannot be written
    Finished make() throws InterruptedException, IOException {
        begin = System.nanoTime();
        try {
            search();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError | LinkageError e) {
            error = e.toString();
        }
        trace.end();
        return row((System.nanoTime() - begin) / 1e9);
    }

    private void search() throws InterruptedException {
        Key key = planned.key();
        TestProblem pure = Problems.of(key.problem());
        decrease = Decrease.of(pure);
        TestProblem problem = Beginning.of(pure, key.repetition(), seed);
        if (log != null) {
            trace = new CocoTrace(
                    log, problem.minimum(), problem.dimension(), problem.goal().constraints());
        }
        Quality quality = Quality.of(problem, references);
        Search search = Runner.search(contestant(), key.budget(), experiment.workers(), seed);
        begin = System.nanoTime(); // what is known of the problem is found out once for all runs
        Runner made = new Runner(problem, search, quality, decrease.levels(), trace);
        runner = made;
        made.run(experiment.workers());
    }

    private Contestant contestant() {
        return experiment.contestants().stream()
                .filter(contestant -> contestant.name().equals(planned.key().optimizer()))
                .findFirst()
                .orElseThrow();
    }

    private Finished row(double seconds) {
        Runner made = runner;
        return made == null ? nothing(seconds) : result(made, seconds);
    }

    private Finished result(Runner made, double seconds) {
        Tracker tracker = made.tracker();
        HypervolumeGap gap = made.quality() instanceof HypervolumeGap several ? several : null;
        return new Finished(
                planned.key(),
                seed,
                run(tracker.evaluations(), tracker.best(), seconds, tracker.hits()),
                made.failures(),
                made.clock(),
                experiment.workers().count() == 1 ? new double[0] : tracker.times(),
                tracker.checkpoints(),
                gap == null ? Double.NaN : gap.volume(),
                gap == null ? Double.NaN : gap.distance(),
                error,
                decrease.start(),
                tracker.first(),
                tracker.solved());
    }

    /// The row of a run that could not begin.
    private Finished nothing(double seconds) {
        Tracker none = new Tracker(TestProblem.targets(), decrease.levels(), planned.dimension());
        Run run = run(0, Double.POSITIVE_INFINITY, seconds, none.hits());
        return new Finished(
                planned.key(),
                seed,
                run,
                0,
                0,
                new double[0],
                Map.of(),
                Double.NaN,
                Double.NaN,
                error,
                decrease.start(),
                none.first(),
                none.solved());
    }

    private Run run(long evaluations, double best, double seconds, long[] hits) {
        return new Run(
                planned.key().optimizer(),
                planned.dimension(),
                planned.function(),
                planned.instance(),
                planned.budgetPerDimension(),
                evaluations,
                best,
                seconds,
                hits);
    }
}
