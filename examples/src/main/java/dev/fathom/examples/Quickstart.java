package dev.fathom.examples;

import dev.fathom.Study;
import dev.fathom.space.Space;

/// The shortest program: ten numbers, one function, one line.
public final class Quickstart {

    private Quickstart() {}

    /// Prints the lowest point of Rosenbrock's function that 5,000 evaluations find.
    public static void main(String[] args) {
        var result = Study.minimize(Space.reals(10), Quickstart::rosenbrock)
                .budget(5_000)
                .run();
        IO.println(java.util.Arrays.toString(result.best()) + " " + result.value());
    }

    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            sum += 100 * a * a + b * b;
        }
        return sum;
    }
}
