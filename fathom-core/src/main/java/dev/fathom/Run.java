package dev.fathom;

import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
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
    private final Clock clock = new Clock();
    private final Scores scores;
    private final Switch observers;
    private final Optimizer<T> optimizer;
    private final @Nullable Ledger<T> ledger;

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
        if (!search.budget().isLimited() && study.stops().isEmpty()) {
            throw new IllegalArgumentException(
                    "the study would never end: it has no budget and no stopping rule. Maybe add .budget(1000)?");
        }
        workers = search.workers();
        scores = new Scores(study.problem().goal());
        observers = new Switch(study.observers());
        optimizer = Optimizer.of(study.problem().space(), study.problem().goal(), search, observers.list());
        Path file = study.journal();
        ledger = file == null ? null : new Ledger<>(study, file);
    }

    /// Passes events on, except while the journal is replayed.
    private static final class Switch {
        private final List<Observer> observers;
        private boolean muted;

        Switch(List<Observer> observers) {
            this.observers = observers;
        }

        Observer[] list() {
            return observers.isEmpty() ? new Observer[0] : new Observer[] {this::on};
        }

        void on(Event event) {
            if (!muted) {
                observers.forEach(o -> o.on(event));
            }
        }
    }

    Result<T> run() {
        try (optimizer;
                ledger) {
            prepare();
            observers.muted = true;
            long replayed = replay();
            observers.muted = false;
            Search search = study.search();
            observers.on(new Event.Started(
                    search.recipe().toString(), search.budget().evaluations(), workers, search.seed(), replayed));
            if (stopped.isEmpty()) {
                evaluate();
                if (ledger != null && !interrupted) {
                    ledger.stop(reason());
                }
            }
            observers.on(new Event.Stopped(reason(), scores.evaluations()));
            return result();
        }
    }

    /// What is known before the first ask.
    private void prepare() {
        for (Evaluation<T> known : study.known()) {
            optimizer.tell(known.value(), Outcome.of(known.losses()));
        }
        study.suggestions().forEach(optimizer::suggest);
    }

    // ---- replay ----

    /// Repeats the asks and tells of the journal; returns the number of results.
    private long replay() {
        if (ledger == null) {
            return 0;
        }
        long count = 0;
        for (Map<String, Object> line : ledger.lines()) {
            if (line.get("stopped") instanceof String reason) {
                stopped = Optional.of(reason);
                continue;
            }
            long asked = Ledger.number(line, "asked").longValue();
            while (optimizer.asked() < asked) {
                ask();
            }
            long id = Ledger.number(line, "id").longValue();
            Trial<T> trial = pending.get(id);
            if (trial == null) {
                throw new IllegalStateException("the journal tells trial " + id
                        + " when it was not asked, or twice. Maybe it was edited by hand?");
            }
            clock.advanceTo(Ledger.seconds(line, "at"));
            learn(trial, ledger.outcome(line, trial), Ledger.seconds(line, "seconds"));
            count++;
        }
        if (stopped.isEmpty()) {
            stopped = checkStops();
        }
        return count;
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
            return evaluator.evaluate(trial.value());
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
        Outcome checked = Outcomes.check(done.outcome(), study.problem().goal());
        if (ledger != null) {
            ledger.write(done.trial(), checked, optimizer.asked(), clock.seconds(), done.seconds());
        }
        learn(done.trial(), checked, done.seconds());
        stopped = stopped.or(this::checkStops);
    }

    private void learn(Trial<T> trial, Outcome outcome, double seconds) {
        pending.remove(trial.id());
        scores.add(outcome);
        optimizer.tell(trial, outcome, seconds);
    }

    // ---- the end ----

    private Optional<String> checkStops() {
        Status status = scores.status(clock.elapsed());
        for (Stop stop : study.stops()) {
            Optional<String> reason = stop.reason(status);
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Stop.allFailed(Math.max(20, 3L * workers))
                .reason(status)
                .map(reason -> reason + "; most often: " + scores.commonestFailure());
    }

    private String reason() {
        return interrupted
                ? "interrupted"
                : stopped.orElse("budget of " + study.search().budget() + " used up");
    }

    private Result<T> result() {
        double time = Math.max(1e-9, clock.session() * workers);
        return new Result<>(
                optimizer.recommend(),
                optimizer.best(),
                optimizer.front(),
                scores.evaluations(),
                scores.failures(),
                reason(),
                !interrupted,
                clock.elapsed(),
                Math.min(1, idle / time),
                Optional.ofNullable(study.journal()));
    }

    /// The time of the run, continued over sessions.
    private static final class Clock {
        private final long begin = System.nanoTime();
        private double before;

        /// Earlier sessions took this long.
        void advanceTo(double seconds) {
            before = Math.max(before, seconds);
        }

        double session() {
            return (System.nanoTime() - begin) / 1e9;
        }

        double seconds() {
            return before + session();
        }

        Duration elapsed() {
            return Duration.ofNanos((long) (seconds() * 1e9));
        }
    }
}
