package dev.fathom.algorithms.cma;

import dev.fathom.algorithms.linear.Vectors;

/// How cumulative step-size adaptation compares the path p_σ with a path without selection.
public enum StepSize {
    /// By length: ‖p_σ‖/E‖N(0, I)‖ − 1, equation (44) of Hansen's tutorial (2016).
    LENGTH {
        @Override
        double excess(double[] path, double chi) {
            return Vectors.norm(path) / chi - 1;
        }
    },
    /// By squared length: (‖p_σ‖²/d − 1)/2, which weighs long paths more (Arnold, "Noisy optimization with evolution
    /// strategies", 2002).
    SQUARED_LENGTH {
        @Override
        double excess(double[] path, double chi) {
            return (Vectors.dot(path, 0, path, 0, path.length) / path.length - 1) / 2;
        }
    };

    /// 0 where the path is as long as expected, positive where it is longer.
    ///
    /// @param chi E‖N(0, I)‖
    abstract double excess(double[] path, double chi);
}
