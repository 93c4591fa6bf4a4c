package dev.fathom.algorithms.largescale;

/// What the options of these strategies have in common.
final class Options {

    private Options() {}

    /// @throws IllegalArgumentException if there cannot be such a population, step size or tolerance
    static void check(String name, int population, int parents, double step, double tolerance) {
        boolean sizes =
                population >= 0 && population != 1 && parents >= 0 && (population == 0 || parents <= population);
        if (!sizes || !(step > 0) || !(tolerance >= 0)) {
            throw new IllegalArgumentException(name + " cannot have population " + population + ", parents " + parents
                    + ", step " + step + " and tolerance " + tolerance
                    + ". Maybe population 0 and parents 0, which are chosen from the dimension, and step 1?");
        }
    }

    /// @throws IllegalArgumentException if one of the learning rates is not in `[0, 1)`; 0 stands for the paper's
    static void checkRates(String name, double... rates) {
        for (double rate : rates) {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException(name + " cannot have learning rate " + rate
                        + ", which is not in [0, 1). Maybe 0, which chooses it from the dimension?");
            }
        }
    }

    /// @throws IllegalArgumentException if σ cannot be adapted with such numbers
    static void checkRule(String name, double target, double rate, double damping) {
        if (!(target > 0 && target < 1) || !(rate > 0 && rate < 1) || !(damping > 0)) {
            throw new IllegalArgumentException(name + " cannot adapt its step size with target " + target
                    + ", learning rate " + rate + " and damping " + damping + ". Maybe 0.3, 0.3 and 1?");
        }
    }

    /// @throws IllegalArgumentException if there are fewer vectors than `least`, or if the gap is negative
    static void checkMemory(String name, int vectors, int least, int gap) {
        if (vectors < least || gap < 0) {
            throw new IllegalArgumentException(
                    name + " cannot keep " + vectors + " vectors " + gap + " generations apart. Maybe "
                            + Math.max(least, 2) + " vectors and 0, which chooses the generations?");
        }
    }

    /// The option, or what the paper has where it is 0.
    static double or(double option, double paper) {
        return option > 0 ? option : paper;
    }
}
