package dev.fathom.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.math.Rng;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;

/// What every space promises, for one space of every kind and any point.
class SpaceContractTest {

    private static final Map<String, Space<?>> ALL = Examples.all();

    /// Numbers may lose the last digits on the way through coordinates.
    private static final RecursiveComparisonConfiguration NEARLY = RecursiveComparisonConfiguration.builder()
            .withComparatorForType(SpaceContractTest::compareNearly, Double.class)
            .build();

    private static int compareNearly(Double a, Double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(1e-3, Math.max(Math.abs(a), Math.abs(b))) ? 0 : Double.compare(a, b);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(ALL.keySet());
    }

    /// Usual coordinates, but also bounds, huge, infinite and missing numbers.
    @Provide
    Arbitrary<List<Double>> points() {
        Arbitrary<Double> usual = Arbitraries.doubles().between(-4, 4);
        Arbitrary<Double> any = Arbitraries.doubles();
        Arbitrary<Double> special = Arbitraries.of(
                0.0, -0.0, 3.0, -3.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(5, usual),
                        net.jqwik.api.Tuple.of(1, any),
                        net.jqwik.api.Tuple.of(1, special))
                .list()
                .ofSize(32);
    }

    @SuppressWarnings("unchecked")
    private static Space<Object> space(String name) {
        return (Space<Object>) Objects.requireNonNull(ALL.get(name));
    }

    private static double[] point(Space<?> space, List<Double> numbers) {
        return numbers.stream()
                .limit(space.dimension())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static Object json(Space<Object> space, double[] x) {
        return space.toJson(space.decode(x));
    }

    @Property(tries = 3000, seed = "1")
    void decodesAnyPointToAValueOfItsOwn(@ForAll("names") String name, @ForAll("points") List<Double> numbers) {
        Space<Object> space = space(name);
        double[] x = point(space, numbers);
        double[] before = x.clone();
        Object value = space.decode(x);
        assertThat(x).as("decode leaves the point alone").isEqualTo(before);
        assertThat(space.toJson(value)).as("decode is a function").isEqualTo(json(space, x));
        space.encode(value);
    }

    @Property(tries = 3000, seed = "2")
    void encodesWhatItDecodes(@ForAll("names") String name, @ForAll("points") List<Double> numbers) {
        Space<Object> space = space(name);
        Object value = space.decode(point(space, numbers));
        double[] x = space.encode(value);
        assertThat(json(space, x)).usingRecursiveComparison(NEARLY).isEqualTo(space.toJson(value));
        assertThat(DoubleStream.of(x)).allMatch(Double::isFinite);
    }

    @Property(tries = 3000, seed = "3")
    void canonicalPointsAreFixedAndHaveTheSameValue(
            @ForAll("names") String name, @ForAll("points") List<Double> numbers) {
        Space<Object> space = space(name);
        double[] x = point(space, numbers);
        double[] canonical = x.clone();
        space.canonicalize(canonical, 0);
        assertThat(json(space, canonical)).isEqualTo(json(space, x));
        double[] again = canonical.clone();
        space.canonicalize(again, 0);
        assertThat(again).isEqualTo(canonical);
        checkInside(space.columns(), canonical);
    }

    @Property(tries = 1500, seed = "4")
    void readsTheJsonThatItWrites(@ForAll("names") String name, @ForAll("points") List<Double> numbers) {
        Space<Object> space = space(name);
        Object json = json(space, point(space, numbers));
        assertThat(space.toJson(space.fromJson(json))).isEqualTo(json);
        assertThat(isJson(json)).as("%s is JSON", json).isTrue();
    }

    @Property(tries = 1500, seed = "5")
    void isParsedFromItsDescription(@ForAll("names") String name, @ForAll("points") List<Double> numbers) {
        Space<Object> space = space(name);
        assertThat(isJson(space.describe())).isTrue();
        Space<?> parsed = Space.parse(space.describe());
        assertThat(parsed.describe()).isEqualTo(space.describe());
        assertThat(parsed.columns())
                .isEqualTo(space.columns().stream()
                        .map(c -> name.equals("named")
                                ? Space.real(0, 1).columns().getFirst()
                                : c)
                        .toList());
        @SuppressWarnings("unchecked")
        Space<Object> same = (Space<Object>) parsed;
        double[] x = point(space, numbers);
        assertThat(json(same, x)).isEqualTo(json(space, x));
    }

    @Property(tries = 3000, seed = "6")
    void samplesMutatesAndRecombinesWithinBounds(@ForAll("names") String name, @ForAll long seed) {
        Space<Object> space = space(name);
        Rng rng = Rng.of(seed);
        double[] x = new double[space.dimension()];
        double[] other = new double[space.dimension()];
        space.sample(x, 0, rng);
        space.sample(other, 0, rng);
        checkWithin(space, x);
        for (int i = 0; i < 3; i++) {
            space.recombine(x, other, 0, rng);
            checkWithin(space, x);
            Object before = json(space, x);
            space.mutate(x, 0, rng);
            checkWithin(space, x);
            if (!space.columns().isEmpty()) {
                assertThat(json(space, x)).as("a mutation changes the value").isNotEqualTo(before);
            }
        }
    }

    @Property(tries = 500, seed = "7")
    void worksAnywhereInALargerVector(@ForAll("names") String name, @ForAll("points") List<Double> numbers) {
        Space<Object> space = space(name);
        double[] x = point(space, numbers);
        double[] wide = new double[x.length + 5];
        java.util.Arrays.fill(wide, 7);
        System.arraycopy(x, 0, wide, 3, x.length);
        assertThat(space.toJson(space.decode(wide, 3))).isEqualTo(json(space, x));
        space.canonicalize(wide, 3);
        space.sample(wide, 3, Rng.of(1));
        space.mutate(wide, 3, Rng.of(2));
        space.recombine(wide, wide.clone(), 3, Rng.of(3));
        space.encode(space.initial(), wide, 3);
        assertThat(wide).startsWith(7, 7, 7).endsWith(7, 7);
    }

    private static void checkWithin(Space<Object> space, double[] x) {
        checkInside(space.columns(), x);
        space.encode(space.decode(x));
    }

    private static void checkInside(List<Column> columns, double[] x) {
        for (int j = 0; j < x.length; j++) {
            if (columns.get(j).boundary() != Boundary.NONE) {
                assertThat(x[j]).isBetween(columns.get(j).low(), columns.get(j).high());
            }
        }
    }

    private static boolean isJson(Object value) {
        return switch (value) {
            case String s -> true;
            case Boolean b -> true;
            case Integer i -> true;
            case Double d -> Double.isFinite(d);
            case List<?> list -> list.stream().allMatch(SpaceContractTest::isJson);
            case Map<?, ?> map ->
                Stream.concat(map.keySet().stream(), map.values().stream()).allMatch(SpaceContractTest::isJson);
            default -> false;
        };
    }
}
