package dev.fathom.algorithms.cma;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Rng;
import java.util.Optional;
import java.util.Set;

/// CMA-ES that cannot get stuck on one value of an integer: rows are drawn from N(m, σ²ACA), and after each update m
/// and the diagonal A are corrected so that the neighbours of the mean's value remain probable in every discrete
/// column.
///
/// Hamano, Saito, Nomura and Shirakawa, "CMA-ES with margin: lower-bounding marginal probability for mixed-integer
/// black-box optimization" (GECCO 2022, arXiv 2205.13482). Discrete are whole numbers on a linear scale and ordered
/// options, among them truth values; with real columns alone it is CMA-ES.
///
/// Deviations:
/// - those of [CmaEs];
/// - rows beyond the bounds of a whole number are ranked with the engine's penalty; in the paper the outermost values
///   reach to infinity;
/// - unordered choices and whole numbers on a logarithmic scale are ordinary columns.
///
/// @param cma the strategy whose distribution is corrected
/// @param margin α, `(0, 1/2)`, or 0 for 1/(dλ)
public record CmaWithMargin(CmaEs cma, double margin) implements Generational<CmaWithMargin.State> {

    /// Generations for which a single column may need to change: each is changed about once in d generations.
    private static final int PATIENCE = 10;

    public CmaWithMargin {
        if (!(margin >= 0 && margin < 0.5)) {
            throw new IllegalArgumentException("the margin " + margin
                    + " is not a probability below 1/2. Maybe 0, which chooses it from dimension and population?");
        }
    }

    /// The paper's defaults.
    public CmaWithMargin() {
        this(new CmaEs(), 0);
    }

    public CmaWithMargin withCma(CmaEs strategy) {
        return new CmaWithMargin(strategy, margin);
    }

    public CmaWithMargin withMargin(double alpha) {
        return new CmaWithMargin(cma, alpha);
    }

    /// The distribution, and where its columns change their values.
    ///
    /// @param cma m, σ, C and A
    /// @param cuts [d]
    /// @param alpha least probability
    public record State(CmaEs.State cma, Cuts[] cuts, double alpha) {}

    @Override
    public Set<Trait> traits() {
        return cma.traits();
    }

    @Override
    public State start(Shape shape, Rng rng) {
        CmaEs.State s = cma.start(shape, PATIENCE * shape.dimension(), false);
        Cuts[] cuts = shape.columns().stream().map(Cuts::of).toArray(Cuts[]::new);
        double alpha = margin > 0 ? margin : 1.0 / (s.p.d() * s.p.lambda());
        State state = new State(s, cuts, Math.min(alpha, 0.25));
        correct(state);
        return state;
    }

    @Override
    public int size(State s) {
        return cma.size(s.cma);
    }

    @Override
    public void sample(State s, Batch out, Rng rng) {
        cma.sample(s.cma, out, rng);
        double[] x = out.x();
        double[] mean = s.cma.mean;
        for (int i = 0; i < x.length; i++) {
            int j = i % mean.length;
            if (s.cma.scale[j] != 1) {
                x[i] = mean[j] + s.cma.scale[j] * (x[i] - mean[j]); // v = m + σ A C^{1/2} ξ
            }
        }
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        cma.update(s.cma, told, rng);
        correct(s);
        return s;
    }

    private static void correct(State s) {
        int d = s.cma.p.d();
        for (int j = 0; j < d; j++) {
            double spread = s.cma.sigma * Math.sqrt(s.cma.covariance[j * d + j]);
            if (s.cuts[j].exist() && spread > 0 && Double.isFinite(spread)) {
                Margin.correct(s.cma.mean, s.cma.scale, j, spread, s.cuts[j], s.alpha);
            }
        }
    }

    @Override
    public Optional<String> finished(State s) {
        return cma.finished(s.cma);
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return cma.recommend(s.cma);
    }
}
