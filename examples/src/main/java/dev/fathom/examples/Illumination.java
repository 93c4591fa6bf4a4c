package dev.fathom.examples;

import dev.fathom.Evaluation;
import dev.fathom.Goal;
import dev.fathom.Objective;
import dev.fathom.Study;
import dev.fathom.algorithms.genetic.GaussianMutation;
import dev.fathom.algorithms.genetic.Grid;
import dev.fathom.algorithms.genetic.MapElites;
import dev.fathom.space.Space;
import dev.fathom.tensor.Tensor;
import java.util.List;

/// Not one best arm but the best of every kind: MAP-Elites finds, for each place that an arm of eight joints can reach,
/// the setting that bends it least.
public final class Illumination {

    private static final int JOINTS = 8;
    private static final int BINS = 20;

    private Illumination() {}

    /// Prints a map of what can be reached, with one figure for how bent the arm is there.
    public static void main(String[] args) {
        String[][] map = new String[BINS][BINS];
        for (Evaluation<double[]> elite : search()) {
            int column = (int) ((elite.losses()[1] + 1) / 2 * BINS);
            int row = (int) ((elite.losses()[2] + 1) / 2 * BINS);
            map[Math.min(row, BINS - 1)][Math.min(column, BINS - 1)] =
                    String.valueOf((int) Math.min(9, 20 * elite.loss()));
        }
        for (String[] line : map) {
            StringBuilder text = new StringBuilder();
            for (String cell : line) {
                text.append(cell == null ? " ." : " " + cell);
            }
            IO.println(text);
        }
    }

    static List<Evaluation<double[]>> search() {
        MapElites search = new MapElites()
                .withNiches(Grid.of(2, -1, 1, BINS))
                .withPopulation(200)
                .withTournament(1)
                .withOperators(new GaussianMutation(0.3));
        return Study.of(Space.reals(JOINTS, -Math.PI, Math.PI), Objective.tensor(3, Illumination::arm))
                .goal(Goal.minimize(3))
                .optimizer(search)
                .budget(60_000)
                .run()
                .population();
    }

    /// The variance of the angles, and where the hand is: from angles `[n×d]` to `[n×3]`.
    static Tensor arm(Tensor angles) {
        Tensor mean = angles.rowSums().times(1.0 / JOINTS);
        Tensor variance = angles.minus(mean).square().rowSums().times(1.0 / JOINTS);
        Tensor direction = angles.columns(0, 1);
        Tensor x = direction.cos();
        Tensor y = direction.sin();
        for (int j = 1; j < JOINTS; j++) {
            direction = direction.plus(angles.columns(j, j + 1));
            x = x.plus(direction.cos());
            y = y.plus(direction.sin());
        }
        return variance.beside(x.times(1.0 / JOINTS)).beside(y.times(1.0 / JOINTS));
    }
}
