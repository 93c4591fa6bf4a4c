package dev.fathom.algorithms.cma;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Rng;
import java.util.Optional;
import java.util.Set;

/// CMA-ES with learning rates of mean and covariance that keep the signal-to-noise ratio of their changes constant, so
/// that the default population serves for multimodal and noisy functions.
///
/// Nomura, Akimoto and Ono, "CMA-ES with learning rate adaptation: can CMA-ES with default population size solve
/// multimodal and noisy problems?" (GECCO 2023, arXiv 2304.03473), algorithm 1. A generation of CMA-ES is carried out,
/// and the shares η_m and η_Σ of its change are kept.
///
/// Deviations: those of [CmaEs], but an eigendecomposition in every generation, O(d³); stagnating values do not end the
/// search, because small learning rates look like stagnation.
///
/// @param cma the strategy whose changes are scaled; its option `lazy` is not used
/// @param alpha α, the ratio of signal to noise, divided by the learning rate, that is aimed at, `(0, ∞)`
/// @param betaMean β_m, how fast the mean's change is averaged, `(0, 1)`
/// @param betaSigma β_Σ, the same for the covariance, `(0, 1)`
/// @param gamma γ, how fast the learning rates change, `(0, ∞)`
public record CmaWithLearningRates(CmaEs cma, double alpha, double betaMean, double betaSigma, double gamma)
        implements Generational<CmaWithLearningRates.State> {

    public CmaWithLearningRates {
        if (!(alpha > 0) || !(betaMean > 0 && betaMean < 1) || !(betaSigma > 0 && betaSigma < 1) || !(gamma > 0)) {
            throw new IllegalArgumentException("learning rate adaptation cannot have α " + alpha + ", β " + betaMean
                    + " and " + betaSigma + ", and γ " + gamma + ". Maybe 1.4, 0.1, 0.03 and 0.1?");
        }
    }

    /// The paper's defaults.
    public CmaWithLearningRates() {
        this(new CmaEs(), 1.4, 0.1, 0.03, 0.1);
    }

    public CmaWithLearningRates withCma(CmaEs strategy) {
        return new CmaWithLearningRates(strategy, alpha, betaMean, betaSigma, gamma);
    }

    public CmaWithLearningRates withAlpha(double ratio) {
        return new CmaWithLearningRates(cma, ratio, betaMean, betaSigma, gamma);
    }

    /// The distribution and the learning rates.
    ///
    /// @param cma m, σ and C
    /// @param mean of η_m, in d numbers
    /// @param covariance of η_Σ, in d² numbers
    /// @param change how a generation moved the distribution
    public record State(CmaEs.State cma, LearningRate mean, LearningRate covariance, CmaChange change) {}

    @Override
    public Set<Trait> traits() {
        return cma.traits();
    }

    @Override
    public State start(Shape shape, Rng rng) {
        int d = shape.dimension();
        return new State(
                cma.start(shape, 0, true),
                new LearningRate(d, alpha, betaMean, gamma),
                new LearningRate(d * d, alpha, betaSigma, gamma),
                new CmaChange(d));
    }

    @Override
    public int size(State s) {
        return cma.size(s.cma);
    }

    @Override
    public void sample(State s, Batch out, Rng rng) {
        cma.sample(s.cma, out, rng);
    }

    @Override
    public State update(State s, Batch told, Rng rng) {
        s.change.before(s.cma);
        cma.move(s.cma, told);
        s.change.after(s.cma);
        double old = s.mean.rate();
        s.mean.adapt(s.change.mean());
        s.covariance.adapt(s.change.covariance());
        s.change.apply(s.cma, s.mean.rate(), s.covariance.rate());
        s.cma.sigma *= old / s.mean.rate(); // the best step size is inversely proportional to η_m
        CmaEs.look(s.cma, told);
        return s;
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
