package dev.fathom;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Recipe;
import dev.fathom.event.Observer;
import dev.fathom.space.Space;
import dev.fathom.tensor.Substrate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A whole optimization, described before it runs: what to optimize, how, and with which means.
///
/// ```java
/// var result = Study.minimize(Space.reals(10), x -> rosenbrock(x)).budget(3000).run();
/// ```
///
/// A study is immutable; every method that changes a setting returns another one. With a journal, running the study
/// again continues
/// where it was interrupted. By default it uses the optimizer `Auto`, one worker and a fixed seed.
///
/// @param <T> the type of the parameters
public final class Study<T> {

    // Written only while a copy is made, see [#with].
    private final Problem<T> problem;
    private Search search;
    private @Nullable Path journal;
    private List<Observer> observers = List.of();
    private List<Stop> stops = List.of();
    private @Nullable Duration timeout;
    private boolean asynchronous;
    private Threads threads = Threads.PLATFORM;
    private @Nullable ExecutorService executor;
    private List<T> suggestions = List.of();
    private List<Evaluation<T>> known = List.of();
    private Map<String, Object> description = Map.of();
    private @Nullable TensorObjective tensors;
    private @Nullable Substrate substrate;
    private List<Substrate> shares = List.of();

    /// On which threads evaluations run.
    enum Threads {
        PLATFORM,
        VIRTUAL
    }

    private Study(Problem<T> problem, Search search) {
        this.problem = problem;
        this.search = search;
    }

    /// A study of a problem.
    public static <T> Study<T> of(Problem<T> problem) {
        return new Study<>(problem, Search.of(Recipe.named("Auto"), Budget.unlimited()));
    }

    /// A study of an objective that several workers may share, to be minimized unless a [#goal] says otherwise.
    public static <T> Study<T> of(Space<T> space, Objective<T> objective) {
        return of(Problem.of(space, objective, Goal.minimize()))
                .with(s -> s.tensors = objective instanceof TensorObjective tensor ? tensor : null);
    }

    /// Losses over whole populations, to be minimized. Optimizers written over tensors evaluate whole generations at
    /// once, on the substrate of [#on]; all others one row at a time.
    public static Study<double[]> minimize(Space<double[]> space, TensorObjective losses) {
        return of(space, losses).goal(Goal.minimize(losses.objectives()));
    }

    /// Values over whole populations, to be maximized.
    public static Study<double[]> maximize(Space<double[]> space, TensorObjective values) {
        return of(space, values).goal(new Goal(Collections.nCopies(values.objectives(), Direction.MAXIMIZE), 0, false));
    }

    /// Where whole populations live and are computed; by default on the heap, with as many threads as there are
    /// workers.
    public Study<T> on(Substrate where) {
        return with(s -> s.substrate = where);
    }

    /// One loss to be minimized.
    public static <T> Study<T> minimize(Space<T> space, ToDoubleFunction<? super T> loss) {
        return of(space, Objective.of(loss));
    }

    /// One value to be maximized.
    public static <T> Study<T> maximize(Space<T> space, ToDoubleFunction<? super T> value) {
        return of(Problem.of(space, Objective.of(value), Goal.maximize()));
    }

    /// A registered optimizer; `fathom list optimizers` shows them.
    ///
    /// @throws IllegalArgumentException if the name is unknown; the message proposes the nearest names
    public Study<T> optimizer(String name) {
        return optimizer(Recipe.named(Catalog.entry(name).name()));
    }

    /// An algorithm with its options.
    public Study<T> optimizer(Algorithm algorithm) {
        return optimizer(Recipe.use(algorithm));
    }

    /// Any recipe.
    public Study<T> optimizer(Recipe recipe) {
        return with(s -> s.search = new Search(recipe, search.budget(), search.workers(), search.seed()));
    }

    /// The number of evaluations, at least 1. Without one the study needs a stopping rule.
    public Study<T> budget(long evaluations) {
        return with(s -> s.search = search.withBudget(Budget.of(evaluations)));
    }

    /// How many evaluations may run at once, at least 1.
    public Study<T> workers(int count) {
        return with(s -> s.search = search.withWorkers(count));
    }

    /// The seed from which all random numbers derive.
    public Study<T> seed(long seed) {
        return with(s -> s.search = search.withSeed(seed));
    }

    /// How values are to be read: directions, number of black-box constraints, noise.
    public Study<T> goal(Goal goal) {
        return copy(new Problem<>(problem.space(), problem.evaluators(), goal));
    }

    /// Where every evaluation is written as it comes. If the file exists, the study continues it.
    public Study<T> journal(Path file) {
        return with(s -> s.journal = file);
    }

    /// Adds an observer.
    public Study<T> observe(Observer observer) {
        return with(s -> s.observers = plus(observers, observer));
    }

    /// Adds a rule that ends the run; the first one to hold ends it.
    public Study<T> stop(Stop rule) {
        return with(s -> s.stops = plus(stops, rule));
    }

    /// The longest time of one evaluation; beyond it is interrupted and counts as failed.
    public Study<T> timeout(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("the time limit of an evaluation must be positive, but is " + limit);
        }
        return with(s -> s.timeout = limit);
    }

    /// Learns results as they arrive rather than in the order of their numbers: no worker waits, but the run can only
    /// be
    /// repeated from its journal, not from its seed alone.
    public Study<T> asynchronous() {
        return with(s -> s.asynchronous = true);
    }

    /// Evaluates on virtual threads: right for objectives that wait, such as requests to a service.
    public Study<T> virtualThreads() {
        return with(s -> s.threads = Threads.VIRTUAL);
    }

    /// Evaluates on the caller's executor, which is not shut down.
    public Study<T> executor(ExecutorService service) {
        return with(s -> s.executor = service);
    }

    /// A setting to evaluate first; several are evaluated in the order of the calls.
    public Study<T> suggest(T value) {
        return with(s -> s.suggestions = plus(suggestions, value));
    }

    /// Results known from elsewhere, learned before the search begins; they do not count for the budget.
    public Study<T> warmStart(List<Evaluation<T>> evaluations) {
        return with(s -> s.known = List.copyOf(evaluations));
    }

    /// Divides each generation among workers with a substrate each, threads or devices: they sample, evaluate and
    /// reduce
    /// shares of their own and send back only gradients. One objective; the optimizer must follow a gradient (SNES,
    /// PGPE,
    /// CEM). Shares are ranked by themselves, so the run equals that of one worker in distribution only.
    ///
    /// @param workers one substrate for each, such as `Heap.single()` twice; the state lives on the first one
    public Study<T> dividedAmong(Substrate... workers) {
        if (workers.length == 0) {
            throw new IllegalArgumentException("a generation cannot be divided among nobody. Maybe Heap.single()?");
        }
        if (Stream.of(workers).distinct().count() < workers.length) {
            throw new IllegalArgumentException(
                    "two workers cannot share one substrate. Maybe Heap.single() once for each of them?");
        }
        return with(s -> {
            s.shares = List.of(workers);
            s.substrate = workers[0];
        });
    }

    /// What the journal's header keeps besides the settings, JSON-ready: for example the study file. A journal with
    /// another
    /// description is refused.
    public Study<T> describedAs(Map<String, Object> words) {
        return with(s -> s.description = words);
    }

    /// Why the study would search the way it does.
    public String explain() {
        try (Optimizer<T> optimizer = Optimizer.of(problem.space(), problem.goal(), search)) {
            return optimizer.explain();
        }
    }

    /// Runs to the end, or continues the journal.
    ///
    /// Interrupting the thread ends the run after what has arrived; with a journal it can be continued. The interrupt
    /// is
    /// consumed, [Result#complete] tells of it.
    ///
    /// @throws IllegalArgumentException if the study is contradictory, for example without budget and stopping rule, or
    /// if the journal
    ///     belongs to another study
    public Result<T> run() {
        Optional<PopulationPlan> plan = PopulationPlan.of(this);
        if (plan.isEmpty()) {
            return new Run<>(this).run();
        }
        checkEnd();
        @SuppressWarnings("unchecked") // an objective over tensors has settings of that type
        Result<T> result = (Result<T>) plan.get().run((Study<double[]>) this);
        return result;
    }

    /// @throws IllegalArgumentException if the study would never end
    void checkEnd() {
        if (!search.budget().isLimited() && stops.isEmpty()) {
            throw new IllegalArgumentException(
                    "the study would never end: it has no budget and no stopping rule. Maybe add .budget(1000)?");
        }
    }

    private Study<T> with(Consumer<Study<T>> change) {
        Study<T> copy = copy(problem);
        change.accept(copy);
        return copy;
    }

    private Study<T> copy(Problem<T> of) {
        Study<T> copy = new Study<>(of, search);
        copy.journal = journal;
        copy.observers = observers;
        copy.stops = stops;
        copy.timeout = timeout;
        copy.asynchronous = asynchronous;
        copy.threads = threads;
        copy.executor = executor;
        copy.suggestions = suggestions;
        copy.known = known;
        copy.description = description;
        copy.tensors = tensors;
        copy.substrate = substrate;
        copy.shares = shares;
        return copy;
    }

    private static <E> List<E> plus(List<E> list, E element) {
        List<E> longer = new ArrayList<>(list);
        longer.add(element);
        return List.copyOf(longer);
    }

    @Nullable
    TensorObjective tensors() {
        return tensors;
    }

    @Nullable
    Substrate substrate() {
        return substrate;
    }

    List<Substrate> shares() {
        return shares;
    }

    Problem<T> problem() {
        return problem;
    }

    Search search() {
        return search;
    }

    @Nullable
    Path journal() {
        return journal;
    }

    List<Observer> observers() {
        return observers;
    }

    List<Stop> stops() {
        return stops;
    }

    @Nullable
    Duration timeout() {
        return timeout;
    }

    boolean isAsynchronous() {
        return asynchronous;
    }

    Threads threads() {
        return threads;
    }

    @Nullable
    ExecutorService executor() {
        return executor;
    }

    List<T> suggestions() {
        return suggestions;
    }

    List<Evaluation<T>> known() {
        return known;
    }

    Map<String, Object> description() {
        return description;
    }
}
