package dev.fathom.lab;

import dev.fathom.Budget;
import dev.fathom.Optimizer;
import dev.fathom.Outcome;
import dev.fathom.Search;
import dev.fathom.Trial;
import dev.fathom.math.Rng;
import dev.fathom.problems.TestProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// One run: asks, evaluates, tells and tracks, until the budget is used up or the last target is reached.
final class Runner {

    private final TestProblem problem;
    private final Optimizer<double[]> optimizer;
    private final Quality quality;
    private final Tracker tracker;
    private final Trace trace;
    private final Rng noise;
    private final Rng durations;
    private double clock;

    /// @param problem with the box that says where the search begins
    /// @param levels deltas that solve the problem
    Runner(TestProblem problem, Search search, Quality quality, double[] levels, Trace trace) {
        this.problem = problem;
        this.quality = quality;
        this.trace = trace;
        tracker = new Tracker(problem.known().targets(), levels, problem.dimension());
        optimizer = Optimizer.of(problem.box().space(), problem.goal(), search);
        Rng rng = Rng.of(search.seed());
        noise = rng.fork("noise");
        durations = rng.fork("durations");
    }

    /// The search of a run.
    static Search search(Contestant contestant, long budget, Workers workers, long seed) {
        return new Search(contestant.recipe(), Budget.of(budget), workers.count(), seed);
    }

    /// Runs to the end.
    void run(Workers workers) throws InterruptedException {
        try (optimizer) {
            if (workers.count() == 1 && workers.durations() == Durations.CONSTANT) {
                runAlone();
            } else if (workers.batches()) {
                runInBatches(workers);
            } else {
                runAsynchronously(workers);
            }
        }
    }

    private boolean goesOn() throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("the experiment was interrupted");
        }
        return optimizer.hasBudget() && !tracker.isSolved();
    }

    private void runAlone() throws InterruptedException {
        while (goesOn()) {
            Trial<double[]> trial = optimizer.ask();
            clock++;
            evaluate(trial);
        }
    }

    /// A trial under way on a simulated worker.
    private record Pending(double ends, Trial<double[]> trial) {}

    private Pending begin(Workers workers) {
        Trial<double[]> trial = optimizer.ask();
        return new Pending(clock + workers.durations().draw(durations.fork(trial.id())), trial);
    }

    /// Every result is told when it is there. A worker waits while the search cannot propose anything without more
    /// results, as in [dev.fathom.Study].
    private void runAsynchronously(Workers workers) throws InterruptedException {
        PriorityQueue<Pending> pending = new PriorityQueue<>(Comparator.comparingDouble(Pending::ends)
                .thenComparingLong(p -> p.trial().id()));
        while (goesOn() || (!pending.isEmpty() && !tracker.isSolved())) {
            while (optimizer.hasBudget()
                    && pending.size() < workers.count()
                    && (pending.isEmpty() || optimizer.isReady())) {
                pending.add(begin(workers));
            }
            Pending first = pending.remove();
            clock = first.ends();
            evaluate(first.trial());
        }
    }

    /// All workers begin together and wait for the slowest; results are told in the order of their numbers.
    private void runInBatches(Workers workers) throws InterruptedException {
        while (goesOn()) {
            List<Pending> batch = new ArrayList<>();
            while (optimizer.hasBudget()
                    && batch.size() < workers.count()
                    && (batch.isEmpty() || optimizer.isReady())) {
                batch.add(begin(workers));
            }
            for (Pending pending : batch) {
                clock = Math.max(clock, pending.ends());
            }
            for (Pending pending : batch) {
                if (!tracker.isSolved()) {
                    evaluate(pending.trial());
                }
            }
        }
    }

    private void evaluate(Trial<double[]> trial) {
        double[] x = trial.value();
        Outcome.@Nullable Values exact;
        Outcome measured;
        try {
            exact = problem.formula().at(x);
            measured = problem.noise() == null ? exact : problem.noise().at(x, noise.fork(trial.id()));
        } catch (RuntimeException e) {
            exact = null;
            measured = Outcome.failed(String.valueOf(e));
        }
        tracker.add(exact == null ? Double.POSITIVE_INFINITY : quality.delta(exact), clock);
        trace.add(exact, measured, x);
        optimizer.tell(trial, measured);
    }

    Tracker tracker() {
        return tracker;
    }

    Quality quality() {
        return quality;
    }

    long failures() {
        return optimizer.failures();
    }

    double clock() {
        return clock;
    }
}
