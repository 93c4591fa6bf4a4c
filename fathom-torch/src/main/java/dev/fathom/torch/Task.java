package dev.fathom.torch;

import dev.fathom.Goal;
import dev.fathom.Objective;
import dev.fathom.Study;
import dev.fathom.TensorObjective;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.space.Space;
import dev.fathom.tensor.Tensor;

/// What [Generations] are measured with; standard coordinates are the parameters themselves.
///
/// @param goal one loss or several
record Task(String name, Space<double[]> space, Goal goal, TensorObjective objective) {

    /// @param words `kursawe`, or the dimension of Rastrigin's function
    static Task of(String words) {
        if (words.equals("kursawe")) {
            return new Task(
                    "Kursawe", Space.reals(3, -5, 5).step(1), Goal.minimize(2), Objective.tensor(2, Task::kursawe));
        }
        if (!words.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(
                    "there is no problem " + words + ". Maybe kursawe, or the dimension of Rastrigin's function?");
        }
        return rastrigin(Integer.parseInt(words));
    }

    static Task rastrigin(int dimension) {
        return new Task(
                "Rastrigin-" + dimension, Space.reals(dimension), Goal.minimize(), Objective.tensor(Task::rastrigin));
    }

    /// 10 d + Σ_j (x_j² − 10 cos 2π x_j)
    private static Tensor rastrigin(Tensor x) {
        Tensor waves = x.times(2 * Math.PI).cos().times(-10);
        return x.square().plus(waves).rowSums().plus(10.0 * x.columns());
    }

    /// Σ_j −10 exp(−0.2 √(x_j² + x_{j+1}²)) and Σ_j |x_j|^0.8 + 5 sin x_j³
    private static Tensor kursawe(Tensor x) {
        int d = x.columns();
        Tensor squares = x.square();
        Tensor lengths = squares.columns(0, d - 1).plus(squares.columns(1, d)).sqrt();
        Tensor powers = x.abs().log().times(0.8).exp();
        Tensor waves = squares.times(x).sin().times(5);
        return lengths.times(-0.2)
                .exp()
                .times(-10)
                .rowSums()
                .beside(powers.plus(waves).rowSums());
    }

    int dimension() {
        return space.dimension();
    }

    Shape shape() {
        Start origin = Start.origin(dimension());
        return new Shape(space.columns(), goal.objectives(), 0, Shape.UNLIMITED, 1, false, origin);
    }

    Study<double[]> study() {
        return Study.of(space, objective).goal(goal);
    }

    /// Rows with their losses, ranked.
    Population evaluate(Tensor x) throws Exception {
        Tensor f = objective.formula().of(x);
        Tensor feasible = x.substrate().full(x.rows(), 1, 0);
        return f.columns() == 1 ? new Population(x, f, feasible, f.ranks(1), 1) : Population.ranked(x, f, feasible, 1);
    }
}
