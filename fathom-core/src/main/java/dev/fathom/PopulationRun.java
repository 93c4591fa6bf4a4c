package dev.fathom;

import dev.fathom.algorithm.Divisible;
import dev.fathom.algorithm.Recipe.Policy;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.event.Event;
import dev.fathom.math.Noise;
import dev.fathom.math.Rng;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One run of a study whose generations stay tensors from sampling to learning.
///
/// Generation `t` of run `r` is made of the noise with the key of both, so a journal holds its results alone: its rows
/// can
/// be made again. A run that is continued repeats sampling and learning with the results of the journal.
final class PopulationRun<S extends Record> {

    private final Study<double[]> study;
    private final Vectorized<S> algorithm;
    private final PopulationPlan plan;
    private final Substrate on;
    private final PopulationEvaluator evaluator;
    private final PopulationMemory memory;
    private final Scores scores;
    private final Shape shape;
    private final Noise noise;
    private final Rng starts;
    private final @Nullable SubGradients<S> parts;

    private S state;
    private double population = 1;
    private long run;
    private long generation;
    private long ofRun;
    private Optional<String> stopped = Optional.empty();
    private boolean interrupted;

    PopulationRun(Study<double[]> study, Vectorized<S> algorithm, PopulationPlan plan) {
        this.study = study;
        this.algorithm = algorithm;
        this.plan = plan;
        on = plan.on();
        Goal goal = study.problem().goal();
        boolean learnsProposal = algorithm.traits().contains(Trait.LEARNS_PROPOSAL);
        evaluator = new PopulationEvaluator(study.problem().space(), plan.objective(), goal, on, learnsProposal);
        memory = new PopulationMemory(study, on);
        scores = new Scores(goal);
        shape = Optimizer.shape(study.problem().space(), goal, study.search().withWorkers(1));
        Rng rng = Rng.of(study.search().seed());
        noise = Noise.of(rng.fork("population"));
        starts = rng.fork("restart");
        parts = study.shares().isEmpty() ? null : parts(study, plan.objective());
        state = open(shape.start());
    }

    private SubGradients<S> parts(Study<double[]> study, TensorObjective objective) {
        if (!(algorithm instanceof Divisible<S> divisible)
                || study.problem().goal().objectives() > 1) {
            throw new IllegalArgumentException("a generation of " + algorithm
                    + " cannot be divided among workers. Maybe SNES, PGPE or CEM, with one objective?");
        }
        return new SubGradients<>(study, divisible, objective, study.shares());
    }

    private S open(Start start) {
        try (Substrate.Scope scope = on.scope()) {
            Shape begun = shape.withStart(start);
            return scope.keep(algorithm.start(begun, on.row(start.x()), noise.fork(run)));
        }
    }

    Result<double[]> run() {
        try (memory;
                parts) {
            emit(new Event.Started(
                    study.search().method(),
                    study.search().budget().evaluations(),
                    study.search().workers(),
                    study.search().seed(),
                    memory.replayed(),
                    study.problem().goal(),
                    study.problem().space()));
            stopped = checkStops();
            try {
                while (stopped.isEmpty() && left() > 0 && !interrupted) {
                    generation();
                    interrupted = Thread.interrupted();
                }
            } catch (PopulationEvaluator.Interrupted e) {
                interrupted = Thread.interrupted();
            }
            if (!interrupted) {
                memory.stop(reason());
            }
            emit(new Event.Stopped(reason(), scores.evaluations()));
            Result<double[]> result = result();
            on.free(state, algorithm);
            return result;
        }
    }

    private long left() {
        return study.search().budget().evaluations() - scores.evaluations();
    }

    private void generation() {
        if (parts != null) {
            divided(parts);
        } else {
            whole();
        }
        generation++;
        ofRun++;
        report();
    }

    private Noise noiseOfGeneration() {
        return noise.fork(run).fork(ofRun + 1);
    }

    private void divided(SubGradients<S> shares) {
        int rows = (int) Math.min(shares.size(state), left());
        SubGradients.Outcome<S> outcome =
                shares.generation(state, on, rows, noiseOfGeneration(), memory.known(generation, rows));
        memory.write(generation, outcome.judged());
        count(outcome.judged());
        follow(outcome.state());
    }

    /// The next state takes the place of this one, whose memory is freed.
    private void follow(S next) {
        S old = state;
        state = next;
        on.free(old, List.of(algorithm, next));
    }

    private void whole() {
        try (Substrate.Scope scope = on.scope()) {
            int lambda = algorithm.size(state);
            int rows = (int) Math.min(lambda, left());
            Noise here = noiseOfGeneration();
            Tensor x = algorithm.sample(state, rows, here.fork(0));
            PopulationEvaluator.Judgement judgement = evaluator.evaluate(x, 1, memory.known(generation, rows));
            Judged judged = judgement.only();
            memory.write(generation, judged);
            count(judged);
            if (rows == lambda && !judged.allFailed()) {
                follow(scope.keep(algorithm.update(state, judgement.told(), here.fork(1))));
            }
        }
    }

    /// Enters the results into counts, archive and events.
    private void count(Judged judged) {
        scores.add(judged);
        boolean better = memory.remember(judged);
        if (memory.isRepeating() || study.observers().isEmpty()) {
            return;
        }
        emit(new Event.Evaluated(
                generation + 1, judged.rows(), losses(judged), judged.violations(), judged.failures()));
        memory.best()
                .filter(e -> better)
                .ifPresent(best -> emit(new Event.Improved(
                        memory.bestAt(), study.problem().space().toJson(best.value()), best.losses())));
    }

    /// In the user's sense, NaN for failures.
    private double[] losses(Judged judged) {
        Goal goal = study.problem().goal();
        int m = goal.objectives();
        double[] losses = judged.losses().clone();
        for (int i = 0; i < losses.length; i++) {
            losses[i] = Double.isInfinite(losses[i]) ? Double.NaN : goal.sign(i % m) * losses[i];
        }
        return losses;
    }

    /// What follows a generation: restarts and stops.
    private void report() {
        if (!memory.isRepeating()) {
            int rows = parts == null ? algorithm.size(state) : parts.size(state);
            emit(new Event.Generation(generation, rows, () -> algorithm.recommend(state)));
        }
        Optional<String> finished = algorithm.finished(state);
        stopped = checkStops();
        if (stopped.isEmpty() && finished.isPresent()) {
            if (plan.policy() == Policy.NEVER) {
                stopped = finished;
            } else {
                restart(finished.get());
            }
        }
    }

    private void restart(String reason) {
        run++;
        ofRun = 0;
        population *= plan.policy() == Policy.IPOP ? 2 : 1;
        double[] x = new double[shape.dimension()];
        shape.sample(x, starts);
        follow(open(shape.start().at(x).withPopulation(population)));
        if (!memory.isRepeating()) {
            emit(new Event.Restarted(reason, "run with population × " + (float) population));
        }
    }

    private Optional<String> checkStops() {
        if (memory.isReplaying()) {
            return Optional.empty();
        }
        if (memory.stopped() != null) {
            return Optional.of(memory.stopped());
        }
        Status status = scores.status(memory.elapsed());
        return study.stops().stream()
                .flatMap(stop -> stop.reason(status).stream())
                .findFirst()
                .or(() -> Stop.allFailed(Math.max(20, 2L * algorithm.size(state)))
                        .reason(status)
                        .map(reason -> reason + "; most often: " + scores.commonestFailure()));
    }

    private String reason() {
        return interrupted
                ? "interrupted"
                : stopped.orElse("budget of " + study.search().budget() + " used up");
    }

    private void emit(Event event) {
        study.observers().forEach(o -> o.on(event));
    }

    private Result<double[]> result() {
        Optional<Evaluation<double[]>> best = memory.best();
        return new Result<>(
                recommended(best),
                best,
                study.problem().goal().objectives() == 1 ? best.stream().toList() : memory.front(),
                algorithm
                        .population(state)
                        .map(kept -> Evaluation.of(
                                kept, memory::decode, study.problem().goal()))
                        .orElse(List.of()),
                scores.evaluations(),
                scores.failures(),
                reason(),
                !interrupted,
                memory.elapsed(),
                0,
                Optional.ofNullable(study.journal()));
    }

    private double[] recommended(Optional<Evaluation<double[]>> best) {
        boolean estimates = study.problem().goal().noisy() && algorithm.traits().contains(Trait.DENOISES);
        if (best.isEmpty() || estimates) {
            double[] x = algorithm.recommend(state).orElse(shape.start().x());
            return memory.decode(x);
        }
        return best.get().value();
    }
}
