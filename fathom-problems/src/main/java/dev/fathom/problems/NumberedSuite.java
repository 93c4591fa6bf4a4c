package dev.fathom.problems;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A suite of numbered functions, of which there are many instances: `bbob:f8:i3:d10` is the third instance of function
/// 8 in 10 dimensions. Without `f` and `i` it is the first instance of the first function.
///
/// @param name such as `bbob`
/// @param description a few words for people
/// @param source where it was published, for people
/// @param first the number of the first function
/// @param last the number of the last function
/// @param instances how many there are
/// @param most the largest dimension
/// @param group how tables group the functions, by number
/// @param dimensions the customary ones
/// @param builder makes the problems
record NumberedSuite(
        String name,
        String description,
        String source,
        int first,
        int last,
        int instances,
        int most,
        IntFunction<String> group,
        List<Integer> dimensions,
        Builder builder) {

    private static final int CUSTOMARY_INSTANCES = 15;

    /// Makes a problem of the suite.
    @FunctionalInterface
    interface Builder {

        /// @param name the full name
        /// @param f number of the function
        /// @param i number of the instance, from 1
        /// @param d dimension
        TestProblem of(String name, int f, int i, int d);
    }

    /// All its problems, by name.
    Family family() {
        Setting function = new Setting("f", first, first, last, true);
        Setting instance = new Setting("i", 1, 1, instances, true);
        Setting dimension = new Setting(ProblemName.DIMENSION, 10, 2, most, true);
        return new Family(
                name,
                description + ", as in " + name + ":f" + (first + 7) + ":i3:d20 (function, instance, dimension)",
                List.of(function, instance, dimension),
                full -> problem((int) function.of(full), (int) instance.of(full), (int) dimension.of(full)));
    }

    private TestProblem problem(int f, int i, int d) {
        return builder.of(name + ":f" + f + ":i" + i + ":d" + d, f, i, d);
    }

    /// What is customarily measured of it.
    ProblemSet set() {
        List<Integer> numbers = IntStream.rangeClosed(first, last).boxed().toList();
        return new ProblemSet(
                name,
                description + " (" + source + ")",
                numbers.stream().map(f -> name + ":f" + f).toList(),
                numbers.stream().map(String::valueOf).toList(),
                numbers.stream().map(group::apply).toList(),
                dimensions,
                CUSTOMARY_INSTANCES);
    }
}
