package dev.fathom.problems.engineering;

import dev.fathom.problems.constrained.ConstrainedProblem;
import java.util.List;

/// Engineering designs of the literature with their best published values, which are feasible up to rounding.
public final class Designs {

    private Designs() {}

    /// All designs.
    public static List<ConstrainedProblem> all() {
        return List.of(
                Vessels.mixed(),
                Vessels.relaxed(),
                Machines.reducer(),
                Beams.welded(),
                Springs.real(),
                Springs.whole(),
                Beams.truss(),
                Beams.cantilever(),
                Machines.gears(),
                Beams.column(),
                Machines.piston(),
                Beams.bulkhead());
    }
}
