package dev.fathom.problems;

import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Makes problems from scalable functions by the settings of a name, which all have no effect unless given:
///
/// | key | effect |
/// |---|---|
/// | `d` | variables of each block |
/// | `shift`, `expo` | translation by N(0,1)^expo · shift in each variable |
/// | `rotate` | 1: each block is rotated |
/// | `useless` | so many variables more, which have no effect |
/// | `blocks`, `aggregate` | so many functions of d variables each, of which the greatest (0), the mean (1) or the sum
/// (2) counts |
/// | `noise` | level L of noise, see [Disturbance] |
/// | `dissymmetry` | 1: such noise on one side only |
/// | `additive` | standard deviation A of additive noise |
/// | `seed` | from which all this is drawn |
///
/// The number of variables is d · blocks + useless. The minimum moves with the function. The box stays; only where the
/// minimum would leave it, it ends a tenth of its width behind the minimum.
final class Artificial {

    private static final Setting SHIFT = new Setting("shift", 0, 0, 1e6, false);
    private static final Setting EXPO = new Setting("expo", 1, 1, 99, true);
    private static final Setting ROTATE = flag("rotate");
    private static final Setting USELESS = new Setting("useless", 0, 0, 1e6, true);
    private static final Setting BLOCKS = new Setting("blocks", 1, 1, 1e6, true);
    private static final Setting AGGREGATE = new Setting("aggregate", 0, 0, 2, true);
    private static final Setting NOISE = new Setting("noise", 0, 0, 1e9, false);
    private static final Setting DISSYMMETRY = flag("dissymmetry");
    private static final Setting ADDITIVE = new Setting("additive", 0, 0, 1e9, false);
    private static final Setting SEED = new Setting("seed", 0, 0, 1e15, true);

    private static final List<Setting> SETTINGS =
            List.of(SHIFT, EXPO, ROTATE, USELESS, BLOCKS, AGGREGATE, NOISE, DISSYMMETRY, ADDITIVE, SEED);

    /// So that the matrices need no more than 200 megabytes.
    private static final double MOST_ENTRIES = 2.5e7;

    private static final int MOST_VARIABLES = 100_000_000;

    private final Scalable scalable;
    private final ProblemName name;
    private final int d;
    private final double condition;
    private final Transform transform;
    private final int dimension;
    private final int aggregate;

    private Artificial(Scalable scalable, ProblemName name, int d) {
        this.scalable = scalable;
        this.name = name;
        this.d = d;
        condition = scalable.conditioned() ? Setting.condition().of(name) : 1;
        dimension = (int) variables(name, d);
        aggregate = whole(AGGREGATE);
        check();
        transform = Transform.draw(
                d,
                whole(BLOCKS),
                whole(USELESS),
                SHIFT.of(name),
                whole(EXPO),
                isOn(ROTATE),
                Rng.of((long) SEED.of(name)).fork("transform"));
    }

    private static Setting flag(String key) {
        return new Setting(key, 0, 0, 1, true);
    }

    /// The family of a function with all these settings.
    static Family family(Scalable scalable) {
        Setting dimension = Setting.dimension(scalable.least());
        List<Setting> settings = new ArrayList<>(List.of(dimension));
        if (scalable.conditioned()) {
            settings.add(Setting.condition());
        }
        settings.addAll(SETTINGS);
        return new Family(
                scalable.name(),
                scalable.description(),
                settings,
                name -> new Artificial(scalable, name, (int) dimension.of(name)).problem());
    }

    private static double variables(ProblemName name, int d) {
        double count = d * BLOCKS.of(name) + USELESS.of(name);
        if (count > MOST_VARIABLES) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" has " + count + " variables. Maybe fewer blocks, or a smaller d?");
        }
        return count;
    }

    private void check() {
        boolean moved = SHIFT.of(name) != 0 || isOn(ROTATE);
        if (moved && !scalable.movable()) {
            throw new IllegalArgumentException(
                    "\"" + scalable.name() + "\" cannot be shifted or rotated: its minimum is"
                            + " so sharp that rounding would hide it. Maybe take away shift and rotate.");
        }
        if (isOn(ROTATE) && (double) d * d * BLOCKS.of(name) > MOST_ENTRIES) {
            throw new IllegalArgumentException("the rotation of \"" + shortName() + "\" would need more than "
                    + (long) MOST_ENTRIES + " numbers. Maybe more blocks of a smaller d?");
        }
        if (isOn(DISSYMMETRY) && NOISE.of(name) == 0) {
            throw new IllegalArgumentException(
                    "\"" + shortName() + "\" has dissymmetry, but no noise. Maybe add \"noise1\".");
        }
    }

    private int whole(Setting setting) {
        return (int) setting.of(name);
    }

    private boolean isOn(Setting flag) {
        return flag.of(name) == 1;
    }

    private TestProblem problem() {
        double[] optimum = new double[dimension];
        Arrays.fill(optimum, (scalable.low() + scalable.high()) / 2);
        transform.outer(scalable.optimum().apply(d), optimum);
        double minimum = scalable.minimum().applyAsDouble(d);
        ToDoubleFunction<double[]> value = isPlain() ? x -> scalable.value(x, condition) : this::value;
        TestProblem clean = TestProblem.of(
                shortName(),
                bounds(scalable.low(), -1, optimum),
                bounds(scalable.high(), 1, optimum),
                value,
                optimum,
                aggregate == 2 ? transform.blocks() * minimum : minimum);
        return NOISE.of(name) == 0 && ADDITIVE.of(name) == 0 ? clean : noisy(clean, value);
    }

    private boolean isPlain() {
        return transform.blocks() == 1 && whole(USELESS) == 0 && SHIFT.of(name) == 0 && !isOn(ROTATE);
    }

    private double value(double[] x) {
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int b = 0; b < transform.blocks(); b++) {
            double value = scalable.value(transform.inner(x, b), condition);
            most = Math.max(most, value);
            sum += value;
        }
        return aggregate == 0 ? most : aggregate == 1 ? sum / transform.blocks() : sum;
    }

    /// The bound, or a tenth of the width behind the optimum where that is outside.
    private double[] bounds(double bound, int side, double[] optimum) {
        double[] bounds = new double[dimension];
        for (int j = 0; j < dimension; j++) {
            boolean isOutside = side * (optimum[j] - bound) > 0;
            bounds[j] = isOutside ? optimum[j] + side * (scalable.high() - scalable.low()) / 10 : bound;
        }
        return bounds;
    }

    private TestProblem noisy(TestProblem clean, ToDoubleFunction<double[]> value) {
        Noise noise = new Disturbance(
                value, x -> transform.inner(x, 0)[0], NOISE.of(name), isOn(DISSYMMETRY), ADDITIVE.of(name));
        return new TestProblem(
                clean.name(), clean.box(), clean.goal().withNoise(true), clean.formula(), noise, clean.known());
    }

    /// The name without the settings that have no effect.
    private String shortName() {
        SortedMap<String, Double> settings = new TreeMap<>(name.settings());
        SETTINGS.forEach(setting -> settings.remove(setting.key(), setting.normal()));
        return new ProblemName(name.function(), settings).toString();
    }
}
