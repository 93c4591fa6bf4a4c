package dev.fathom.problems.bbob;

/// One instance of one function: where its random numbers begin, and what is made of them.
///
/// @param suite to which suite it belongs
/// @param function its number, 1 to 24
/// @param number of the instance, at least 1
/// @param d dimension, at least 2
record Instance(Suite suite, int function, int number, int d) {

    private static final long SECOND = 1_000_000;

    /// The seed. Functions 4 and 18 share it with 3 and 17.
    long seed() {
        int base = switch (function) {
            case 4 -> 3;
            case 18 -> 17;
            default -> function;
        };
        return base + 10_000L * number;
    }

    /// f_opt: a Cauchy number with two decimals in [-1000, 1000].
    double minimum() {
        double a = Draws.gaussian(1, seed())[0];
        double b = Draws.gaussian(1, seed() + 1)[0];
        return Math.clamp(Transformations.round(100 * 100 * a / b) / 100, -1000, 1000);
    }

    /// x_opt, [d], as most functions take it: four decimals in [-4, 4].
    double[] optimum() {
        return optimum(seed());
    }

    /// x_opt, [d], from the other seed.
    double[] secondOptimum() {
        return optimum(seed() + SECOND);
    }

    private double[] optimum(long seed) {
        double[] x = Draws.uniform(d, seed);
        for (int i = 0; i < d; i++) {
            x[i] = 8 * Math.floor(1e4 * x[i]) / 1e4 - 4;
            x[i] = x[i] == 0 ? -1e-5 : x[i];
        }
        return x;
    }

    /// The rotation R.
    Linear r() {
        return suite.rotation(this, seed() + SECOND, false);
    }

    /// The rotation Q.
    Linear q() {
        return suite.rotation(this, seed(), true);
    }

    /// -1 where the number is below the threshold, else 1, [d].
    static double[] signs(double[] numbers, double threshold) {
        double[] signs = new double[numbers.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = numbers[i] < threshold ? -1 : 1;
        }
        return signs;
    }
}
