package dev.fathom.algorithms.mads;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.direct.CompassSearch;
import dev.fathom.math.Rng;

/// Stands in for mesh adaptive direct search until it is there: a compass search.
///
/// @param settings ignored
public record Mads(Settings settings) implements Sequential {

    /// With these settings.
    public static Mads of(Settings settings) {
        return new Mads(settings);
    }

    @Override
    public String run(Oracle f, Shape shape, Rng rng) {
        return new CompassSearch().withTolerance(1e-6).run(f, shape, rng);
    }
}
