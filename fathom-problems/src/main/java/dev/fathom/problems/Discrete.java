package dev.fathom.problems;

import dev.fathom.Goal;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Problems of digits and bits, in two forms: whole numbers, whose order counts, and options, whose order means
/// nothing. A search begins at 0.
final class Discrete {

    private static final Setting ARITY = new Setting("arity", 2, 2, 1000, true);
    private static final Setting INSTANCE = new Setting("i", 1, 1, 1e9, true);
    private static final Setting DIMENSION = Setting.dimension(2);
    private static final Setting BITS = new Setting(ProblemName.DIMENSION, 100, 1, 5000, true);

    private Discrete() {}

    static List<Family> families() {
        return List.of(
                digits("onemax", "number of wrong digits", Variable.WHOLE, Digits::oneMax),
                digits("leadingones", "digits from the first wrong one on", Variable.WHOLE, Digits::leadingOnes),
                digits("jump", "the last quarter must become right at once", Variable.WHOLE, Digits::jump),
                digits("onemax-unordered", "number of wrong options", Variable.OPTION, Digits::oneMax),
                digits(
                        "leadingones-unordered",
                        "options from the first wrong one on",
                        Variable.OPTION,
                        Digits::leadingOnes),
                digits(
                        "jump-unordered",
                        "the last quarter must become right at once (options)",
                        Variable.OPTION,
                        Digits::jump),
                new Family(
                        "bonnans",
                        "least squares over d bits, instance i; the solution is planted",
                        List.of(BITS, INSTANCE),
                        Discrete::bonnans));
    }

    static List<ProblemSet> sets() {
        return List.of(ProblemSet.of(
                "discrete",
                "digits and bits, ordered and not",
                List.of(
                        "onemax",
                        "leadingones",
                        "jump",
                        "onemax:arity5",
                        "leadingones:arity5",
                        "jump:arity5",
                        "onemax-unordered:arity5",
                        "leadingones-unordered:arity5",
                        "jump-unordered:arity5",
                        "bonnans"),
                10,
                20,
                50,
                100));
    }

    private static Family digits(String name, String description, Variable variable, Counting formula) {
        return new Family(name, description + "; 2 values each, or arity", List.of(DIMENSION, ARITY), settings -> {
            int d = (int) DIMENSION.of(settings);
            int arity = (int) ARITY.of(settings);
            return problem(
                    settings,
                    Box.digits(d, arity - 1, variable),
                    x -> formula.value(x, arity),
                    Digits.target(d, arity));
        });
    }

    private static TestProblem bonnans(ProblemName name) {
        int d = (int) BITS.of(name);
        Digits.Bits bits = Digits.Bits.draw(d, (long) INSTANCE.of(name));
        return problem(name, Box.digits(d, 1, Variable.WHOLE), bits::value, bits.best());
    }

    private static TestProblem problem(ProblemName name, Box box, ToDoubleFunction<double[]> loss, double[] best) {
        return new TestProblem(
                name.toString(),
                box,
                Goal.minimize(),
                Formula.of(loss),
                null,
                new Known.Optimum(best, loss.applyAsDouble(best)));
    }

    private interface Counting {
        double value(double[] x, int arity);
    }
}
