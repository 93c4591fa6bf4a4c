package dev.fathom.examples;

import dev.fathom.Study;
import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import dev.fathom.space.Space;
import dev.fathom.tensor.Tensor;

/// What the pieces of code in the documentation take for granted: the reader's own problem.
@SuppressWarnings("MutablePublicArray") // nobody runs what uses them
public final class Given {

    public static final Space<double[]> space = Space.reals(3);
    public static final Study<double[]> study = Study.minimize(space, Given::rosenbrock);
    public static final double[] prior = new double[400];
    public static final double[] x = new double[40];
    public static final Model model = handle -> handle;

    private Given() {}

    public enum Activation {
        RELU,
        TANH
    }

    public interface Model {
        long run(long handle);
    }

    public record MyAlgorithm() implements Sequential {
        @Override
        public String run(Oracle f, Shape shape, Rng rng) {
            return "done";
        }
    }

    public static double rosenbrock(double[] x) {
        return x[0];
    }

    public static double rastrigin(double[] x) {
        return x[0];
    }

    public static double reward(double[] x) {
        return x[0];
    }

    public static double train(Object setting) {
        return setting.hashCode();
    }

    public static Tensor loss(Tensor x) {
        return x.rowSums();
    }

    public static void deploy(Object setting) {
        IO.println(setting);
    }

    public static void send(Object numbers) {
        IO.println(numbers);
    }
}
