package dev.fathom.algorithm;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;

/// A [Vectorized] algorithm that follows a gradient which shares of a generation can estimate apart: workers sample,
/// evaluate and reduce shares of their own and send back gradients only, whose mean is followed.
///
/// Shares are ranked by themselves, so the result equals that of one worker in distribution only, up to the smaller
/// samples. Salimans, Ho, Chen, Sidor and Sutskever, "Evolution strategies as a scalable alternative to reinforcement
/// learning" (2017), describe the scheme with one worker's values for all; here not even values travel.
///
/// @param <S> the state
public interface Divisible<S extends Record> extends Vectorized<S> {

    /// What a share of a generation says, whatever its size.
    ///
    /// @return `[r×d]`, such that the mean over shares makes sense
    Tensor gradient(S state, Population share);

    /// The state after a step along a gradient.
    S follow(S state, Tensor gradient);

    @Override
    default S update(S state, Population told, Noise noise) {
        return follow(state, gradient(state, told));
    }
}
