package dev.fathom;

import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import dev.fathom.internal.engine.Engine;
import dev.fathom.internal.engine.Explanation;
import dev.fathom.space.Space;
import dev.fathom.tensor.Substrate;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ask and tell: proposes settings, learns from results in any order, recommends at any time.
///
/// ```java
/// try (var optimizer = Optimizer.of("CMA", space, Budget.of(200))) {
///     while (optimizer.hasBudget()) {
///         var trial = optimizer.ask();
///         optimizer.tell(trial, train(trial.value()));
///     }
///     deploy(optimizer.recommend());
/// }
/// ```
///
/// An optimizer is a deterministic function of its seed and the sequence of its calls. It is not thread-safe: parallel
/// evaluation is the business of [Study], or of a caller who asks several trials and tells them as they come.
///
/// @param <T> the type of the parameters
public final class Optimizer<T> implements AutoCloseable {

    private final Space<T> space;
    private final Goal goal;
    private final Search search;
    private final Engine engine;
    private final List<Observer> observers;
    private final Scores scores;
    private final SpaceGeometry<T> geometry;
    private boolean closed;
    private final @Nullable Ledger<T> ledger;
    private boolean replaying;
    private List<Trial<T>> unfinished = List.of();
    /// What the engine reported and observers have not been told yet.
    private final Deque<Event> held = new ArrayDeque<>();

    Optimizer(Space<T> space, Goal goal, Search search, List<Observer> observers, @Nullable Ledger<T> ledger) {
        if (space.columns().isEmpty()) {
            throw new IllegalArgumentException(
                    "the space " + space.describe() + " has nothing to search: all of its parameters are constant");
        }
        this.space = space;
        this.goal = goal;
        this.search = search;
        this.observers = List.copyOf(observers);
        this.ledger = ledger;
        scores = new Scores(goal);
        geometry = new SpaceGeometry<>(space);
        engine = new Engine(shape(space, goal, search), search.recipe(), search.seed(), geometry, this::hold);
    }

    /// A registered optimizer for one objective to be minimized, one worker, the default seed.
    ///
    /// @throws IllegalArgumentException if the name is unknown or the space has no free parameter
    public static <T> Optimizer<T> of(String name, Space<T> space, Budget budget) {
        return of(Recipe.named(Catalog.entry(name).name()), space, budget);
    }

    /// Any recipe for one objective to be minimized, one worker, the default seed.
    public static <T> Optimizer<T> of(Recipe recipe, Space<T> space, Budget budget) {
        return of(space, Goal.minimize(), Search.of(recipe, budget));
    }

    /// Everything spelled out.
    public static <T> Optimizer<T> of(Space<T> space, Goal goal, Search search, Observer... observers) {
        return new Optimizer<>(space, goal, search, List.of(observers), null);
    }

    /// Several searches side by side, whose populations are asked and told as one tensor, see [Searches].
    ///
    /// @param recipe one algorithm written over tensors, or a name that stands for one
    /// @param on where populations live
    /// @param seeds one for each search
    /// @throws IllegalArgumentException if the recipe is another one, a parameter is neither a real nor a whole number
    /// on a linear
    /// scale,
    ///     or there is no seed
    public static Searches many(Recipe recipe, Space<double[]> space, Goal goal, Substrate on, long... seeds) {
        return Searches.of(recipe, space, goal, on, seeds);
    }

    /// An optimizer that writes every tell to a journal, at once. If the file exists, it goes on where the journal
    /// ends: what was asked
    /// and not told is in [#unfinished].
    ///
    /// @throws IllegalArgumentException if the journal belongs to other settings or is damaged
    /// @throws IllegalStateException if another run is writing it
    public static <T> Optimizer<T> open(Path journal, Space<T> space, Goal goal, Search search, Observer... observers) {
        Optimizer<T> optimizer = new Optimizer<>(
                space, goal, search, List.of(observers), new Ledger<>(journal, space, goal, search, Map.of()));
        optimizer.start(List.of(), List.of());
        return optimizer;
    }

    /// Learns what is known from elsewhere, takes suggestions, repeats what the journal holds; none of it is reported
    /// or written.
    void start(List<Evaluation<T>> known, List<T> suggestions) {
        replaying = true;
        try {
            for (Evaluation<T> evaluation : known) {
                learnKnown(evaluation);
            }
            scores.reset();
            suggestions.forEach(this::suggest);
            if (ledger != null) {
                unfinished = ledger.replay(this);
            }
        } finally {
            replaying = false;
        }
    }

    private void learnKnown(Evaluation<T> evaluation) {
        double[] constraints = new double[goal.constraints()];
        if (constraints.length > 0) {
            constraints[0] = evaluation.violation();
        }
        Outcome outcome = new Outcome.Values(evaluation.losses(), constraints);
        if (tell(evaluation.value(), outcome) instanceof Outcome.Failed failed) {
            throw new IllegalArgumentException("cannot start from " + evaluation + ": " + failed.reason());
        }
    }

    /// Trials that were asked before the journal was closed, as far as it tells, and whose results it does not hold.
    public List<Trial<T>> unfinished() {
        return unfinished;
    }

    /// What the algorithms see of a problem.
    static Shape shape(Space<?> space, Goal goal, Search search) {
        return new Shape(
                space.columns(),
                goal.objectives(),
                goal.constraints(),
                search.budget().evaluations(),
                search.workers(),
                goal.noisy(),
                Start.origin(space.columns().size()));
    }

    /// The next setting to evaluate. More may be asked than workers were announced, and before any result is told.
    public Trial<T> ask() {
        if (closed) {
            throw new IllegalStateException("the optimizer is closed. Maybe ask inside the try block that opened it?");
        }
        Row row = engine.ask();
        Trial<T> trial = new Trial<>(decode(row), row, this);
        if (isObserved()) {
            release();
            emit(new Event.Asked(row.id(), space.toJson(trial.value())));
        }
        return trial;
    }

    /// The value of a row. Where it has none, because a constructor refuses it, the row is moved to where it has one.
    private T decode(Row row) {
        try {
            return space.decode(row.x, 0);
        } catch (RuntimeException e) {
            geometry.expectRefusals();
            engine.readmit(row);
            return space.decode(row.x, 0);
        }
    }

    private Row row(Trial<T> trial) {
        if (!trial.isOf(this)) {
            throw new IllegalArgumentException(
                    trial + " was asked from another optimizer. Maybe tell its value instead?");
        }
        return trial.row();
    }

    /// Several settings to evaluate.
    public List<Trial<T>> ask(int count) {
        List<Trial<T>> trials = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            trials.add(ask());
        }
        return trials;
    }

    /// Whether the next ask rests on what was learned. It does not while a method that waits for pending results is
    /// asked
    /// for more than it can use; such asks are filled in at random.
    public boolean isReady() {
        return engine.isReady();
    }

    /// The next ask returns this setting; several wait in line.
    ///
    /// @throws IllegalArgumentException if it is not of the space
    public void suggest(T value) {
        if (ledger != null && !replaying) {
            ledger.writeSuggestion(value, engine.asked());
        }
        engine.suggest(encode(value));
    }

    /// The loss of a trial. NaN and infinite losses are failures.
    public void tell(Trial<T> trial, double loss) {
        Row row = row(trial);
        if (observers.isEmpty()
                && ledger == null
                && !row.isTold()
                && goal.objectives() == 1
                && goal.constraints() == 0
                && Double.isFinite(loss)) {
            row.tell(goal.sign(0) * loss, 0);
            scores.add(loss, true);
            engine.tell(row);
        } else {
            tell(trial, Outcome.of(loss));
        }
    }

    /// The outcome of a trial, in any order. Telling a trial again counts as another evaluation of the same setting.
    ///
    /// @return the outcome as it was understood: losses that are not finite, or too few of them, are failures
    public Outcome tell(Trial<T> trial, Outcome outcome) {
        return tell(trial, outcome, 0);
    }

    Outcome tell(Trial<T> trial, Outcome outcome, double seconds) {
        Outcome checked = Outcomes.check(outcome, goal);
        Row row = row(trial);
        if (ledger != null && !replaying) {
            ledger.write(trial, checked, engine.asked(), seconds);
        }
        boolean again = row.isTold();
        Row before = engine.archive().best();
        Outcomes.enter(checked, goal, row);
        if (again) {
            engine.tellAgain(row);
        } else {
            engine.tell(row);
        }
        report(row, checked, seconds, before);
        return checked;
    }

    /// The outcome of a setting that was not asked. Told before the first ask, the best one is where the search begins.
    ///
    /// @throws IllegalArgumentException if it is not of the space
    public Outcome tell(T value, Outcome outcome) {
        Outcome checked = Outcomes.check(outcome, goal);
        if (ledger != null && !replaying) {
            ledger.writeForeign(value, checked, engine.asked());
        }
        Row row = engine.foreign(encode(value));
        Row before = engine.archive().best();
        Outcomes.enter(checked, goal, row);
        engine.tellForeign(row);
        report(row, checked, 0, before);
        return checked;
    }

    private void report(Row row, Outcome outcome, double seconds, @Nullable Row before) {
        scores.add(outcome);
        if (!isObserved()) {
            return;
        }
        Object parameters = space.toJson(space.decode(row.x, 0)); // the caller may have changed the value
        emit(new Event.Told(row.id(), parameters, outcome, seconds));
        Row best = engine.archive().best();
        if (best != null && !best.equals(before) && best.id() == row.id() && outcome instanceof Outcome.Values values) {
            emit(new Event.Improved(row.id(), parameters, values.losses()));
        }
        release();
    }

    /// The best setting to use now: the best one seen; where evaluations are noisy, the search's own estimate or the
    /// setting with the
    /// lowest upper estimate; before any result, the initial setting.
    public T recommend() {
        return space.decode(engine.recommend(), 0);
    }

    /// The best setting seen, empty before the first result with values.
    public Optional<Evaluation<T>> best() {
        Row row = goal.noisy()
                ? engine.archive().bestEstimate()
                : engine.archive().best();
        return Optional.ofNullable(row).map(this::evaluation);
    }

    /// The settings that no other setting beats in all objectives, by first objective.
    public List<Evaluation<T>> front() {
        return goal.objectives() == 1
                ? best().stream().toList()
                : engine.archive().front().stream().map(this::evaluation).toList();
    }

    /// The settings that the search goes on with, such as the parents of a genetic algorithm or the elites of an
    /// archive; empty for searches that keep none.
    public List<Evaluation<T>> population() {
        return engine.population()
                .map(kept -> Evaluation.of(kept, x -> space.decode(x, 0), goal))
                .orElse(List.of());
    }

    /// Every setting kept, in the order in which they were first told. Of very long runs the worse ones are forgotten.
    public List<Evaluation<T>> archive() {
        return engine.archive().rows().stream()
                .filter(r -> !r.isFailed())
                .map(this::evaluation)
                .toList();
    }

    private Evaluation<T> evaluation(Row row) {
        return Evaluation.of(space.decode(row.x, 0), row, goal);
    }

    /// Whether evaluations are left, and a search that uses them.
    public boolean hasBudget() {
        return engine.asked() < search.budget().evaluations() && finished().isEmpty();
    }

    /// Why the search ended by itself, in words. Only a recipe that runs once ends before the budget, see
    /// [dev.fathom.algorithm.Recipe#once]. Points asked after that have no purpose.
    public Optional<String> finished() {
        return engine.finished();
    }

    /// Why it searches the way it does: the decisions of the recipe and the adapters of the engine.
    public String explain() {
        return Explanation.of(
                search.recipe(), engine.shape(), !space.constraints().isEmpty());
    }

    /// Settings handed out so far.
    public long asked() {
        return engine.asked();
    }

    /// Results learned so far, repeated ones and those not asked included.
    public long told() {
        return engine.told();
    }

    /// Failures among the results.
    public long failures() {
        return scores.failures();
    }

    /// The space that is searched.
    public Space<T> space() {
        return space;
    }

    private double[] encode(T value) {
        double[] x = new double[space.columns().size()];
        space.encode(value, x, 0);
        return x;
    }

    private boolean isObserved() {
        return !observers.isEmpty() && !replaying;
    }

    /// The engine reports a generation while it learns the last row, of which observers are to hear first.
    private void hold(Event event) {
        if (isObserved()) {
            held.add(event);
        }
    }

    private void release() {
        while (!held.isEmpty()) {
            emit(held.poll());
        }
    }

    private void emit(Event event) {
        for (Observer observer : observers) {
            observer.on(event);
        }
    }

    Scores scores() {
        return scores;
    }

    /// Closes the journal and ends a search that runs on a thread of its own. Recommendations remain possible.
    @Override
    public void close() {
        closed = true;
        engine.close();
        if (ledger != null) {
            ledger.close();
        }
    }
}
