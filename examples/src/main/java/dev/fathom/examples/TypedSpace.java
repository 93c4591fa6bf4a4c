package dev.fathom.examples;

import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.space.Between;
import dev.fathom.space.Log;
import dev.fathom.space.Space;

/// A record is a search space, an enum a choice, a sealed interface a choice whose options carry parameters of their
/// own.
public final class TypedSpace {

    private TypedSpace() {}

    /// The settings of a small training run.
    public record Net(
            @Log(low = 1e-5, high = 1e-1) double rate,
            @Between(low = 1, high = 64) int batch,
            Activation activation,
            Optim optim) {}

    /// What follows a layer.
    public enum Activation {
        /// max(0, x)
        RELU,
        /// tanh x
        TANH
    }

    /// How weights are changed.
    public sealed interface Optim permits Sgd, Adam {}

    /// Stochastic gradient descent.
    public record Sgd(@Between(low = 0, high = 1) double momentum) implements Optim {}

    /// Adam (2014).
    public record Adam(
            @Between(low = 0.5, high = 0.999) double beta1,
            @Between(low = 0.9, high = 0.9999) double beta2) implements Optim {}

    /// Prints the best settings that 500 evaluations find.
    public static void main(String[] args) {
        IO.println(search().best());
    }

    static Result<Net> search() {
        return Study.minimize(Space.of(Net.class), TypedSpace::train)
                .budget(500)
                .workers(4)
                .run();
    }

    /// Stands for a training run: best at rate 1e-3, batch 32, tanh and Adam with β1 = 0.9.
    static double train(Net net) {
        double rate = StrictMath.log10(net.rate()) + 3;
        double batch = (net.batch() - 32) / 32.0;
        double optim = switch (net.optim()) {
            case Sgd sgd -> 0.5 + (sgd.momentum() - 0.9) * (sgd.momentum() - 0.9);
            case Adam adam -> 4 * (adam.beta1() - 0.9) * (adam.beta1() - 0.9);
        };
        return rate * rate + batch * batch + (net.activation() == Activation.TANH ? 0 : 0.3) + optim;
    }
}
