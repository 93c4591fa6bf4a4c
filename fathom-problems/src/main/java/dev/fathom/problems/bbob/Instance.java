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
        return seed(function, number);
    }

    /// The seed of that instance of a numbered function.
    static long seed(int function, int number) {
        int base = switch (function) {
            case 4 -> 3;
            case 18 -> 17;
            default -> function;
        };
        return base + 10_000L * number;
    }

    /// f_opt.
    double minimum() {
        return Draws.minimum(seed());
    }

    /// x_opt, [d], as most functions take it.
    double[] optimum() {
        return Draws.place(d, seed(), suite.side());
    }

    /// x_opt, [d], from the other seed.
    double[] secondOptimum() {
        return Draws.place(d, seed() + SECOND, suite.side());
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
