package dev.fathom.algorithms.largescale;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.linear.LogWeights;
import dev.fathom.algorithms.linear.Vectors;
import java.util.Arrays;

/// Weighted recombination of the μ best of λ rows.
///
/// @param lambda λ
/// @param weights `w [μ]`, positive, decreasing, of sum 1
/// @param muEff μ_eff = 1/Σw²
record Recombination(int lambda, double[] weights, double muEff) {

    /// w_i ∝ ln((λ+1)/2) − ln i.
    ///
    /// @param population λ before it is scaled, or 0 for 4 + ⌊3 ln d⌋
    /// @param parents μ, or 0 for ⌊λ/2⌋
    static Recombination of(Shape shape, int population, int parents) {
        int base = population > 0 ? population : 4 + (int) (3 * StrictMath.log(shape.dimension()));
        int lambda = shape.population(base);
        return of(lambda, parents > 0 ? Math.min(parents, lambda) : lambda / 2);
    }

    static Recombination of(int lambda, int mu) {
        LogWeights logarithmic = LogWeights.of(lambda, mu);
        return new Recombination(lambda, logarithmic.weights(), logarithmic.mass());
    }

    /// μ.
    int mu() {
        return weights.length;
    }

    /// How fast σ may grow: the damping d_σ of cumulative step-size adaptation.
    double damping(int d, double cSigma) {
        return 1 + cSigma + 2 * Math.max(0, Math.sqrt((muEff - 1) / (d + 1)) - 1);
    }

    /// ⟨y⟩_w = Σ w_i (x_{i:λ} − m)/σ, where rows longer than `limit` are drawn in to it, so that foreign rows do no
    /// harm.
    ///
    /// @param shift receives ⟨y⟩_w, `[d]`
    void shift(Batch told, double[] mean, double sigma, double limit, double[] shift) {
        int d = mean.length;
        double[] x = told.x();
        Arrays.fill(shift, 0);
        for (int i = 0; i < weights.length; i++) {
            int at = i * d;
            double length = Math.sqrt(squaredDistance(x, at, mean)) / sigma;
            double factor = weights[i] / sigma * (length > limit ? limit / length : 1);
            for (int j = 0; j < d; j++) {
                shift[j] += factor * (x[at + j] - mean[j]);
            }
        }
    }

    /// p ← (1 − c) p + √(c(2 − c)μ_eff) step
    void cumulate(double[] path, double c, double[] step) {
        Vectors.scale(path, 1 - c);
        Vectors.add(Math.sqrt(c * (2 - c) * muEff), step, 0, path, 0, path.length);
    }

    /// A length that rows of N(0, C) do not reach, from the trace of C and a bound on its largest eigenvalue.
    static double reach(double trace, double largest) {
        return Math.sqrt(trace) + 5 * Math.sqrt(largest);
    }

    private static double squaredDistance(double[] x, int at, double[] mean) {
        double even = 0;
        double odd = 0;
        int j = 0;
        for (; j + 1 < mean.length; j += 2) {
            double first = x[at + j] - mean[j];
            double second = x[at + j + 1] - mean[j + 1];
            even += first * first;
            odd += second * second;
        }
        if (j < mean.length) {
            even += (x[at + j] - mean[j]) * (x[at + j] - mean[j]);
        }
        return even + odd;
    }
}
