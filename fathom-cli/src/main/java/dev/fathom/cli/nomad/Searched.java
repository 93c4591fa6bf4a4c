package dev.fathom.cli.nomad;

import dev.fathom.algorithms.mads.Parameter;
import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.algorithms.mads.PerVariable;
import dev.fathom.algorithms.mads.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The settings of the search: those of the variables that are not fixed, numbered anew, and nothing about programs and
/// files.
final class Searched {

    private static final Set<Parameter<?>> OUTSIDE = Set.of(
            Parameters.BB_EXE,
            Parameters.BB_REDIRECTION,
            Parameters.BB_INPUT_TYPE,
            Parameters.X0,
            Parameters.FIXED_VARIABLE,
            Parameters.DIMENSION,
            Parameters.LOWER_BOUND,
            Parameters.UPPER_BOUND,
            Parameters.VARIABLE_GROUP,
            Parameters.NB_THREADS_PARALLEL_EVAL,
            Parameters.CACHE_FILE,
            Parameters.SOLUTION_FILE,
            Parameters.SOLUTION_FILE_FINAL,
            Parameters.STATS_FILE,
            Parameters.HISTORY_FILE,
            Parameters.ADD_SEED_TO_FILE_NAMES,
            Parameters.USE_CACHE_FILE_FOR_RERUN,
            Parameters.DISPLAY_DEGREE,
            Parameters.DISPLAY_ALL_EVAL,
            Parameters.DISPLAY_INFEASIBLE,
            Parameters.DISPLAY_UNSUCCESSFUL,
            Parameters.DISPLAY_FAILED,
            Parameters.DISPLAY_STATS,
            Parameters.TMP_DIR);

    private final Settings all;
    private final int dimension;
    private final List<Variable> free;

    private Searched(Settings all, List<Variable> variables) {
        this.all = all;
        dimension = variables.size();
        free = variables.stream().filter(v -> !v.isFixed()).toList();
    }

    static Settings of(Settings all, List<Variable> variables) {
        return new Searched(all, variables).settings();
    }

    private Settings settings() {
        Settings settings = Settings.STANDARD.with(Parameters.DIMENSION, (long) free.size());
        for (Parameter<?> parameter : Parameters.all()) {
            if (all.has(parameter) && !OUTSIDE.contains(parameter)) {
                settings = copied(settings, parameter);
            }
        }
        if (all.has(Parameters.VARIABLE_GROUP)) {
            settings = settings.with(Parameters.VARIABLE_GROUP, groups());
        }
        return frames(bounds(settings));
    }

    @SuppressWarnings("unchecked") // a parameter whose default is a PerVariable has these as values
    private <T> Settings copied(Settings into, Parameter<T> parameter) {
        T value = all.get(parameter);
        return value instanceof PerVariable numbers
                ? into.with((Parameter<PerVariable>) parameter, ofFree(parameter.name(), numbers))
                : into.with(parameter, value);
    }

    private PerVariable ofFree(String name, PerVariable numbers) {
        double[] values = numbers.resolve(name, dimension);
        return PerVariable.of(free.stream().mapToDouble(v -> values[v.index()]).toArray());
    }

    private Settings bounds(Settings settings) {
        double[] low = free.stream().mapToDouble(v -> none(v.low())).toArray();
        double[] high = free.stream().mapToDouble(v -> none(v.high())).toArray();
        Settings result = hasAny(low) ? settings.with(Parameters.LOWER_BOUND, PerVariable.of(low)) : settings;
        return hasAny(high) ? result.with(Parameters.UPPER_BOUND, PerVariable.of(high)) : result;
    }

    private static double none(double bound) {
        return Double.isInfinite(bound) ? Double.NaN : bound;
    }

    private static boolean hasAny(double[] values) {
        return Arrays.stream(values).anyMatch(value -> !Double.isNaN(value));
    }

    /// A whole number with one bound has two in its space, so that its first frame must be given.
    private Settings frames(Settings settings) {
        double[] frames = settings.get(Parameters.INITIAL_FRAME_SIZE).resolve("INITIAL_FRAME_SIZE", free.size());
        double[] meshes = settings.get(Parameters.INITIAL_MESH_SIZE).resolve("INITIAL_MESH_SIZE", free.size());
        for (int j = 0; j < frames.length; j++) {
            Variable v = free.get(j);
            if (v.isWhole() && v.isHalfBounded() && Double.isNaN(frames[j]) && Double.isNaN(meshes[j])) {
                double bound = Double.isInfinite(v.low()) ? v.high() : v.low();
                double size = v.start() == bound ? Math.abs(v.start()) : Math.abs(v.start() - bound);
                frames[j] = Math.max(1, Math.ceil(size / 10));
            }
        }
        return hasAny(frames) ? settings.with(Parameters.INITIAL_FRAME_SIZE, PerVariable.of(frames)) : settings;
    }

    private List<List<Long>> groups() {
        List<Long> indices = free.stream().map(v -> (long) v.index()).toList();
        return all.get(Parameters.VARIABLE_GROUP).stream()
                .map(group -> group.stream()
                        .filter(indices::contains)
                        .map(index -> (long) indices.indexOf(index))
                        .toList())
                .filter(group -> !group.isEmpty())
                .toList();
    }
}
