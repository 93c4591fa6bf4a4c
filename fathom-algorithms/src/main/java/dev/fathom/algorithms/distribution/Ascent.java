package dev.fathom.algorithms.distribution;

import dev.fathom.tensor.Tensor;
import java.util.List;

/// How the centre of a search follows the gradients that generations estimate.
public sealed interface Ascent permits Adam, ClipUp, Sgd {

    /// The same with what it leaves to be chosen, for a search that begins with points at about this distance from its
    /// centre.
    default Ascent within(double radius) {
        return this;
    }

    /// Before the first gradient.
    ///
    /// @param center `[k×d]`
    Motion start(Tensor center);

    /// After one more gradient.
    ///
    /// @param gradient direction of improvement `[k×d]`
    Motion next(Motion before, Tensor gradient);

    /// Where an ascent stands.
    ///
    /// @param step what the centre moves by, after the latest gradient `[k×d]`
    /// @param memory what it remembers, each `[k×d]`
    /// @param count t, number of gradients
    record Motion(Tensor step, List<Tensor> memory, long count) {

        public Motion {
            memory = List.copyOf(memory);
        }

        static Motion rest(Tensor center, int memories) {
            Tensor zero = center.substrate().full(center.rows(), center.columns(), 0);
            return new Motion(zero, java.util.Collections.nCopies(memories, zero), 0);
        }
    }
}
