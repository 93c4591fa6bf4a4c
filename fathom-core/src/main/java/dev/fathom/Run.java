package dev.fathom;

import dev.fathom.event.Event;
import dev.fathom.space.Space;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One run of a study: connects ask and tell to the evaluations, the journal and the stopping rules.
///
/// In the default tier results are learned in the order of their numbers, and trial k is asked when all up to k - W are
/// learned (W workers), so that the run does not depend on timing. Asynchronous runs learn results as they arrive.
final class Run<T> {

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Study<T> study;
    private final int workers;
    private final Optimizer<T> optimizer;
    private final @Nullable Ledger<T> ledger;
    private final long begin = System.nanoTime();

    /// Asked and not learned yet, by number.
    private final TreeMap<Long, Trial<T>> pending = new TreeMap<>();
    /// Evaluated and waiting for their turn.
    private final Map<Long, Crew.Done<T>> waiting = new HashMap<>();

    private Optional<String> stopped = Optional.empty();
    private boolean interrupted;
    private double idle;

    Run(Study<T> study) {
        this.study = study;
        Search search = study.search();
        study.checkEnd();
        workers = search.workers();
        Space<T> space = study.problem().space();
        Goal goal = study.problem().goal();
        Path file = study.journal();
        ledger = file == null ? null : new Ledger<>(file, space, goal, search, extras());
        optimizer = new Optimizer<>(space, goal, search, study.observers(), ledger);
    }

    /// What the journal's header holds besides the settings of the search.
    private Map<String, Object> extras() {
        Space<T> space = study.problem().space();
        Map<String, Object> extras = new LinkedHashMap<>();
        extras.put("asynchronous", study.isAsynchronous());
        if (!study.suggestions().isEmpty()) {
            extras.put(
                    "suggested", study.suggestions().stream().map(space::toJson).toList());
        }
        if (!study.known().isEmpty()) {
            extras.put(
                    "known",
                    study.known().stream().map(e -> space.toJson(e.value())).toList());
        }
        if (!study.description().isEmpty()) {
            extras.put("study", study.description());
        }
        return extras;
    }

    Result<T> run() {
        try (optimizer) {
            optimizer.start(study.known(), study.suggestions());
            optimizer.unfinished().forEach(trial -> pending.put(trial.id(), trial));
            stopped = Optional.ofNullable(ledger == null ? null : ledger.stopped());
            boolean over = stopped.isPresent();
            emit(new Event.Started(
                    study.search().method(),
                    study.search().budget().evaluations(),
                    workers,
                    study.search().seed(),
                    scores().evaluations(),
                    study.problem().goal(),
                    study.problem().space()));
            if (!over) {
                stopped = checkStops();
                evaluate();
                if (ledger != null && !interrupted) {
                    ledger.stop(reason());
                }
            }
            emit(new Event.Stopped(reason(), scores().evaluations()));
            return result();
        }
    }

    private Scores scores() {
        return optimizer.scores();
    }

    private void emit(Event event) {
        study.observers().forEach(o -> o.on(event));
    }

    // ---- evaluation ----

    private void evaluate() {
        if (workers == 1 && study.timeout() == null && study.executor() == null) {
            evaluateInline();
        } else {
            evaluateOnCrew();
        }
    }

    private void evaluateInline() {
        try (Evaluator<T> evaluator = study.problem().evaluators().open()) {
            ArrayDeque<Trial<T>> left = new ArrayDeque<>(pending.values());
            while (stopped.isEmpty() && (!left.isEmpty() || optimizer.hasBudget())) {
                if (Thread.interrupted()) {
                    interrupted = true;
                    return;
                }
                Trial<T> trial = left.isEmpty() ? ask() : left.poll();
                long begin = System.nanoTime();
                Outcome outcome = evaluate(evaluator, trial);
                if (outcome == null) {
                    interrupted = true;
                    return;
                }
                tell(new Crew.Done<>(trial, outcome, (System.nanoTime() - begin) / 1e9));
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot open the evaluator: " + Crew.describe(e), e);
        }
    }

    /// The outcome; null if the thread was interrupted.
    private @Nullable Outcome evaluate(Evaluator<T> evaluator, Trial<T> trial) {
        try {
            return Outcomes.notNull(evaluator.evaluate(trial.id(), trial.value()));
        } catch (InterruptedException e) {
            return null;
        } catch (Throwable e) {
            return Outcome.failed(Crew.describe(e));
        }
    }

    private void evaluateOnCrew() {
        try (Crew<T> crew = new Crew<>(study)) {
            pending.values().forEach(trial -> submit(crew, trial));
            while (true) {
                while (stopped.isEmpty() && mayAsk()) {
                    submit(crew, ask());
                }
                if (pending.isEmpty()) {
                    return;
                }
                if (!tellNext() && !await(crew)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    private boolean mayAsk() {
        return optimizer.hasBudget() && pending.size() < workers && (pending.isEmpty() || optimizer.isReady());
    }

    private void submit(Crew<T> crew, Trial<T> trial) {
        Outcome known = ledger == null ? null : ledger.takeEarly(trial);
        if (known == null) {
            crew.submit(trial);
        } else {
            waiting.put(trial.id(), new Crew.Done<>(trial, known, 0));
        }
    }

    /// Learns the result whose turn it is; false if it is not there yet.
    private boolean tellNext() {
        Crew.Done<T> done = study.isAsynchronous()
                ? (waiting.isEmpty()
                        ? null
                        : waiting.remove(waiting.keySet().iterator().next()))
                : waiting.remove(pending.firstKey());
        if (done == null) {
            return false;
        }
        tell(done);
        return true;
    }

    /// Waits for a result; false if the run should end without what is still running.
    private boolean await(Crew<T> crew) throws InterruptedException {
        long begin = System.nanoTime();
        Crew.Done<T> done = crew.next(GLANCE);
        if (!waiting.isEmpty()) {
            int idlers = workers - (pending.size() - waiting.size());
            idle += idlers * (System.nanoTime() - begin) / 1e9;
        }
        if (done == null) {
            boolean wasRunning = stopped.isEmpty();
            stopped = stopped.or(this::checkStops);
            return !(wasRunning && stopped.isPresent()); // only the clock can have changed: do not wait
        }
        boolean inTurn = study.isAsynchronous() || done.trial().id() == pending.firstKey();
        if (!inTurn && ledger != null) {
            ledger.writeEarly(
                    done.trial(), Outcomes.check(done.outcome(), study.problem().goal()), done.seconds());
        }
        waiting.put(done.trial().id(), done);
        return true;
    }

    private Trial<T> ask() {
        Trial<T> trial = optimizer.ask();
        pending.put(trial.id(), trial);
        return trial;
    }

    private void tell(Crew.Done<T> done) {
        pending.remove(done.trial().id());
        optimizer.tell(done.trial(), done.outcome(), done.seconds());
        stopped = stopped.or(this::checkStops);
    }

    // ---- the end ----

    private Optional<String> checkStops() {
        Status status = scores().status(elapsed());
        for (Stop stop : study.stops()) {
            Optional<String> reason = stop.reason(status);
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Stop.allFailed(Math.max(20, 3L * workers))
                .reason(status)
                .map(reason -> reason + "; most often: " + scores().commonestFailure());
    }

    private String reason() {
        return interrupted
                ? "interrupted"
                : stopped.or(optimizer::finished)
                        .orElse("budget of " + study.search().budget() + " used up");
    }

    /// The time of the run, earlier sessions included.
    private Duration elapsed() {
        return Duration.ofNanos(ledger == null ? System.nanoTime() - begin : (long) (ledger.seconds() * 1e9));
    }

    private Result<T> result() {
        double time = Math.max(1e-9, (System.nanoTime() - begin) / 1e9 * workers);
        return new Result<>(
                optimizer.recommend(),
                optimizer.best(),
                optimizer.front(),
                optimizer.population(),
                scores().evaluations(),
                scores().failures(),
                reason(),
                !interrupted,
                elapsed(),
                Math.min(1, idle / time),
                Optional.ofNullable(study.journal()));
    }
}
