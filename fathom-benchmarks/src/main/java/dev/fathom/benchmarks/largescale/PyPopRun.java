package dev.fathom.benchmarks.largescale;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.algorithms.largescale.R1Es;
import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// One run as PyPop7 does it: begun at 3 in each column with σ = 0.1; when σ is below 1e-12, or the best value improved
/// by less than 1e-12 in ⌊10 + ⌈30 d/λ⌉⌋ generations, begun anew at a point of the box [-5, 5]ᵈ with twice the
/// population (R1-ES: and twice the damping; it also evaluates the starting point first). Bounds are not enforced.
final class PyPopRun {

    private final Generational<?> algorithm;
    private final ToDoubleFunction<double[]> f;
    private final int d;
    private final int budget;
    private final Rng rng;
    private int evaluations;
    private int stagnation;
    private double best = Double.POSITIVE_INFINITY;

    PyPopRun(Generational<?> algorithm, ToDoubleFunction<double[]> f, int d, int budget, long seed) {
        this.algorithm = algorithm;
        this.f = f;
        this.d = d;
        this.budget = budget;
        rng = Rng.of(seed);
    }

    /// The best value of the whole run.
    double best() {
        double[] start = new double[d];
        Arrays.fill(start, 3);
        for (double factor = 1; evaluations < budget; factor *= 2) {
            Shape shape = Shape.reals(d).withStart(new Start(start.clone(), 0.1, factor));
            if (algorithm instanceof R1Es r1) {
                evaluate(start);
                descend(r1.withRule(r1.target(), r1.rateSigma(), r1.damping() * factor), shape);
            } else {
                descend(algorithm, shape);
            }
            for (int j = 0; j < d; j++) {
                start[j] = rng.nextDouble(-5, 5);
            }
        }
        return best;
    }

    private <S> void descend(Generational<S> method, Shape shape) {
        S state = method.start(shape, rng);
        int lambda = method.size(state);
        stagnation = stagnation == 0 ? 10 + (int) Math.ceil(30.0 * d / lambda) : stagnation;
        List<Double> history = new ArrayList<>(List.of(Double.POSITIVE_INFINITY));
        Population population = new Population(lambda, d, 0, this::evaluate);
        Batch batch = population.batch();
        while (evaluations + lambda <= budget) {
            method.sample(state, batch, rng);
            double value = population.evaluate();
            state = method.update(state, batch, rng);
            history.add(Math.min(value, history.getLast()));
            if (history.size() >= stagnation && history.get(history.size() - stagnation) - history.getLast() < 1e-12) {
                return;
            }
        }
        method.sample(state, batch, rng);
        for (int i = 0; evaluations < budget; i++) {
            evaluate(Arrays.copyOfRange(batch.x(), i * d, (i + 1) * d));
        }
    }

    private double evaluate(double[] x) {
        evaluations++;
        double value = f.applyAsDouble(x);
        best = Math.min(best, value);
        return value;
    }
}
