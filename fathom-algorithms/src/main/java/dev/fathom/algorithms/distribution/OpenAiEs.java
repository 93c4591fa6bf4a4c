package dev.fathom.algorithms.distribution;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The evolution strategy of OpenAI: a centre that follows its estimated gradient, and a deviation that stays.
///
/// Salimans et al., "Evolution strategies as a scalable alternative to reinforcement learning" (2017, arXiv
/// 1703.03864):
/// mirrored samples, centred ranks, weight decay, Adam. The gradient is `Σ w_i z_i/λ − c μ`, where `z = (x − μ)/σ`; it
/// lacks the constant factor 1/σ, which Adam cancels. The decay draws towards 0, the initial point of the space.
///
/// Deviations: rate and deviation are larger than for neural networks, because a column's natural step is 1. z is
/// limited
/// to ±8 in each column, which its own rows do not reach.
///
/// @param population λ ≥ 2, or 0 for 4 + ⌊3 ln d⌋, multiplied by `shape.start().population()`; never less than the
///     number of workers; made even
/// @param width σ, in natural steps
/// @param ascent how the centre follows its gradient
/// @param decay c, `[0, ∞)`
public record OpenAiEs(int population, Width width, Ascent ascent, double decay) implements Vectorized<OpenAiEs.State> {

    private static final double LIMIT = 8;

    public OpenAiEs {
        if (population < 0 || population == 1 || !(decay >= 0)) {
            throw new IllegalArgumentException("OpenAI-ES cannot have population " + population + " and decay " + decay
                    + ". Maybe population 0, which chooses it from the dimension, and 0.005?");
        }
    }

    /// Adam, and the paper's decay.
    public OpenAiEs() {
        this(0, Width.deviation(0.05), new Adam(0.05), 0.005);
    }

    public OpenAiEs withPopulation(int lambda) {
        return new OpenAiEs(lambda, width, ascent, decay);
    }

    public OpenAiEs withWidth(Width ofSamples) {
        return new OpenAiEs(population, ofSamples, ascent, decay);
    }

    public OpenAiEs withAscent(Ascent ofCenter) {
        return new OpenAiEs(population, width, ofCenter, decay);
    }

    public OpenAiEs withDecay(double part) {
        return new OpenAiEs(population, width, ascent, part);
    }

    /// The search distributions N(μ, σ² I).
    ///
    /// @param mean μ `[k×d]`
    /// @param sigma σ, always the same `[k×d]`
    /// @param ascent with nothing left to be chosen
    public record State(
            Tensor mean, Tensor sigma, Utilities utilities, Ascent ascent, Ascent.Motion motion, int lambda) {}

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.LEARNS_PROPOSAL, Trait.DENOISES);
    }

    @Override
    public State start(Shape shape, Tensor starts, Noise noise) {
        int d = starts.columns();
        int lambda = Sampling.evenSize(population, shape);
        double sigma = width.deviationIn(d) * shape.start().spread();
        Ascent chosen = ascent.within(sigma * Math.sqrt(d));
        return new State(
                starts,
                starts.substrate().full(starts.rows(), d, sigma),
                FitnessShaping.CENTERED.prepare(starts.substrate(), lambda).centered(),
                chosen,
                chosen.start(starts),
                lambda);
    }

    @Override
    public int size(State s) {
        return s.lambda;
    }

    @Override
    public Tensor sample(State s, int rows, Noise noise) {
        return Sampling.mirrored(s.mean, s.sigma, rows, noise);
    }

    @Override
    public State update(State s, Population told, Noise noise) {
        Tensor w = s.utilities.of(told);
        Tensor z = told.x().standardize(s.mean, s.sigma, told.limit(LIMIT));
        Tensor gradient =
                z.weightedSums(w, told.searches()).times(1.0 / told.perSearch()).minus(s.mean.times(decay));
        Ascent.Motion motion = s.ascent.next(s.motion, gradient);
        return new State(s.mean.plus(motion.step()), s.sigma, s.utilities, s.ascent, motion, s.lambda);
    }

    @Override
    public Optional<String> finished(State s) {
        return Deviations.finished(s.mean, s.sigma, 1, 0);
    }

    @Override
    public Optional<double[]> recommend(State s) {
        return Optional.of(s.mean.rows(0, 1).toArray());
    }
}
