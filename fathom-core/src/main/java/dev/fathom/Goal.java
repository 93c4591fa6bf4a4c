package dev.fathom;

import java.util.Collections;
import java.util.List;

/// What is declared of an objective: how its values are to be read.
///
/// @param directions one per objective, at least one
/// @param constraints how many black-box constraints every evaluation reports, satisfied where `≤ 0`
/// @param noisy whether two evaluations of one setting may differ
public record Goal(List<Direction> directions, int constraints, boolean noisy) {

    public Goal {
        directions = List.copyOf(directions);
        if (directions.isEmpty() || constraints < 0) {
            throw new IllegalArgumentException(
                    "a goal needs at least one direction and no negative number of constraints,"
                            + " but has directions " + directions + " and " + constraints + " constraints");
        }
    }

    /// One objective to be minimized.
    public static Goal minimize() {
        return new Goal(List.of(Direction.MINIMIZE), 0, false);
    }

    /// One objective to be maximized.
    public static Goal maximize() {
        return new Goal(List.of(Direction.MAXIMIZE), 0, false);
    }

    /// Several objectives, all to be minimized.
    public static Goal minimize(int objectives) {
        return new Goal(Collections.nCopies(objectives, Direction.MINIMIZE), 0, false);
    }

    /// The same with black-box constraints.
    public Goal withConstraints(int count) {
        return new Goal(directions, count, noisy);
    }

    /// The same, declared noisy or not.
    public Goal withNoise(boolean isNoisy) {
        return new Goal(directions, constraints, isNoisy);
    }

    /// Number of objectives.
    public int objectives() {
        return directions.size();
    }

    /// +1 where objective `k` is minimized, -1 where it is maximized.
    double sign(int k) {
        return directions.get(k) == Direction.MINIMIZE ? 1 : -1;
    }
}
