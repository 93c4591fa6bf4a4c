package dev.fathom;

import dev.fathom.algorithm.Divisible;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Contents;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A generation divided among workers, each with a substrate and a thread of its own: the state goes out, results and
/// gradients come back, rows stay where they are.
final class SubGradients<S extends Record> implements AutoCloseable {

    private final Divisible<S> algorithm;
    private final Goal goal;
    private final List<Worker> workers = new ArrayList<>();

    /// A worker. Its thread stays the same, because some substrates belong to one.
    private record Worker(Substrate on, PopulationEvaluator evaluator, ExecutorService thread) {}

    /// What comes back from a worker.
    ///
    /// @param gradient `[r·d]`, empty if all of its rows failed
    /// @param judged of points the best row's only
    private record Share(double[] gradient, int columns, Judged.Numbers judged) {}

    /// What became of a generation.
    ///
    /// @param judged results of all shares, one after the other; of points the best one of each share only
    /// @param state the next one
    record Outcome<S>(Judged judged, S state) {}

    SubGradients(Study<double[]> study, Divisible<S> algorithm, TensorObjective objective, List<Substrate> substrates) {
        this.algorithm = algorithm;
        goal = study.problem().goal();
        boolean learnsProposal = algorithm.traits().contains(Trait.LEARNS_PROPOSAL);
        for (Substrate on : substrates) {
            ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform()
                    .daemon()
                    .name("fathom-share-" + workers.size())
                    .factory());
            workers.add(new Worker(
                    on, new PopulationEvaluator(study.problem().space(), objective, goal, on, learnsProposal), thread));
        }
    }

    /// Rows of each share: equal, even, and together at least λ.
    int share(S state) {
        int rows = (algorithm.size(state) + workers.size() - 1) / workers.size();
        return Math.max(2, rows + rows % 2);
    }

    /// Rows of a generation.
    int size(S state) {
        return share(state) * workers.size();
    }

    /// Samples, evaluates and learns a generation.
    ///
    /// @param on where the state lives
    /// @param rows in all, fewer than [#size] in a last generation, from which nothing is learned
    /// @param known results from a journal, see [PopulationEvaluator#evaluate]
    Outcome<S> generation(S state, Substrate on, int rows, Noise noise, double @Nullable [] known) {
        int share = share(state);
        S copy = on instanceof Heap ? state : Contents.onto(state, Heap.single()); // that all workers may read at once
        List<Future<Share>> pending = new ArrayList<>();
        for (int w = 0; w * share < rows; w++) {
            int number = w;
            int size = Math.min(share, rows - w * share);
            double[] results = known == null || known.length == 0 ? known : part(known, w * share, size, rows);
            pending.add(workers.get(w)
                    .thread()
                    .submit(() -> run(workers.get(number), copy, size, noise.fork(number), results)));
        }
        List<Share> shares = pending.stream().map(SubGradients::result).toList();
        S next = rows == size(state) ? follow(state, on, shares) : state;
        return new Outcome<>(merged(shares, share), next);
    }

    private static double[] part(double[] known, int from, int size, int rows) {
        int width = known.length / rows;
        return Arrays.copyOfRange(known, from * width, (from + size) * width);
    }

    @SuppressWarnings("try") // a scope works by being open
    private Share run(Worker worker, S state, int rows, Noise noise, double @Nullable [] known) {
        try (Substrate.Scope ignored = worker.on().scope()) {
            S here = Contents.onto(state, worker.on());
            Tensor x = algorithm.sample(here, rows, noise);
            PopulationEvaluator.Judgement judgement = worker.evaluator().evaluate(x, 1, known);
            Judged judged = judgement.only();
            Tensor gradient = judged.allFailed() ? x.rows(0, 0) : algorithm.gradient(here, judgement.told());
            return new Share(gradient.toArray(), gradient.columns(), judged.numbers(judged.best()));
        }
    }

    private static Share result(Future<Share> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PopulationEvaluator.Interrupted();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /// A step along the mean of the gradients.
    private S follow(S state, Substrate on, List<Share> shares) {
        List<Share> useful =
                shares.stream().filter(s -> s.gradient().length > 0).toList();
        if (useful.isEmpty()) {
            return state;
        }
        double[] mean = new double[useful.getFirst().gradient().length];
        for (Share share : useful) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += share.gradient()[j] / useful.size();
            }
        }
        int columns = useful.getFirst().columns();
        try (Substrate.Scope scope = on.scope()) {
            return scope.keep(algorithm.follow(state, on.of(mean, mean.length / columns, columns)));
        }
    }

    private Judged merged(List<Share> shares, int size) {
        boolean nothing = shares.stream().allMatch(s -> s.judged().results().length == 0);
        return new Judged.Numbers(
                nothing
                        ? new double[0]
                        : joined(shares.stream().map(this::results).toList()),
                joined(shares.stream().map(s -> s.judged().losses()).toList()),
                joined(shares.stream().map(s -> s.judged().violations()).toList()),
                rows -> IntStream.of(rows)
                        .mapToObj(i -> shares.get(i / size).judged().points(i % size)[0])
                        .toArray(double[][]::new),
                shares.stream()
                        .map(s -> s.judged().failure())
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /// Its results, NaN where its objective failed as a whole: a journal holds all shares or none.
    private double[] results(Share share) {
        double[] results = share.judged().results();
        if (results.length == 0) {
            results = new double[share.judged().rows() * (goal.objectives() + goal.constraints())];
            Arrays.fill(results, Double.NaN);
        }
        return results;
    }

    private static double[] joined(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    public void close() {
        workers.forEach(w -> w.thread().shutdownNow());
    }
}
