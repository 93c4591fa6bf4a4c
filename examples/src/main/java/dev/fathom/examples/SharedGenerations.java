package dev.fathom.examples;

import dev.fathom.Objective;
import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Substrate;
import dev.fathom.torch.Torch;
import dev.fathom.torch.TorchMissingException;

/// Workers with a substrate each sample, evaluate and reduce shares of every generation, and send back gradients only.
public final class SharedGenerations {

    private SharedGenerations() {}

    /// Divides generations among two threads, then among a thread and PyTorch, where that is installed.
    public static void main(String[] args) {
        IO.println(search(Heap.single(), Heap.single()).value());
        try {
            IO.println(search(Heap.single(), Torch.cpu()).value() + " with " + Torch.load());
        } catch (TorchMissingException e) {
            IO.println(e.getMessage());
        }
    }

    static Result<double[]> search(Substrate... workers) {
        return Study.minimize(
                        Space.reals(50, -5, 5),
                        Objective.tensor(x -> x.plus(-1).square().rowSums()))
                .optimizer("SNES")
                .budget(40_000)
                .seed(3)
                .dividedAmong(workers)
                .run();
    }
}
