package dev.fathom.algorithms.enomad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Slice;
import dev.fathom.algorithm.Start;
import dev.fathom.space.Column;
import dev.fathom.space.Kind;
import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BoxTest {

    private static final Reach NARROW = new Reach.HalfWidth(0.01);

    private static Shape shape(List<Column> columns) {
        int d = columns.size();
        return new Shape(columns, 1, 0, 100, 1, false, Start.origin(d));
    }

    private static Box box(Column column, double x, Reach reach) {
        return Box.around(new double[] {x}, new int[] {0}, reach, shape(List.of(column)));
    }

    @Test
    void isAShareOfTheRangeBetweenBounds() {
        Column column = Space.real(-10, 30).columns().getFirst(); // coordinates -3 … 3
        Box box = box(column, 1, new Reach.HalfWidth(0.1));
        assertThat(box.low()[0]).isCloseTo(0.7, within(1e-12));
        assertThat(box.high()[0]).isCloseTo(1.3, within(1e-12));
        assertThat(box.scale()[0]).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void isCutByTheBounds() {
        Column column = Space.real(-10, 30).columns().getFirst();
        Box box = box(column, 2.9, new Reach.HalfWidth(0.1));
        assertThat(box.low()[0]).isCloseTo(2.6, within(1e-12));
        assertThat(box.high()[0]).isEqualTo(3);
    }

    @Test
    void isAShareOfANaturalStepWithoutBounds() {
        Column column = Space.real().step(100).columns().getFirst();
        Box box = box(column, 5, new Reach.HalfWidth(0.1));
        assertThat(box.low()[0]).isCloseTo(4.9, within(1e-12));
        assertThat(box.high()[0]).isCloseTo(5.1, within(1e-12));
    }

    @Test
    void containsAnIndividualOutsideAFixedBox() {
        Column column = Space.real(-10, 30).columns().getFirst();
        Box box = box(column, 2, new Reach.Fixed(Points.of(new double[] {-1}, new double[] {1})));
        assertThat(box.low()[0]).isEqualTo(-1);
        assertThat(box.high()[0]).isEqualTo(2);
    }

    @Test
    void isNeverEmpty() {
        Box box = box(Space.real().column(), 1e300, NARROW);
        assertThat(box.low()[0]).isLessThan(1e300);
        assertThat(box.high()[0]).isGreaterThan(1e300);
    }

    @Test
    void containsTheNeighboursOfWholeNumbers() {
        for (Space<Integer> parameter :
                List.of(Space.integer(1, 1000), Space.integer(1, 1000).log(), Space.integer())) {
            for (int value : new int[] {1, 2, 500, 999}) {
                double[] x = new double[1];
                parameter.encode(value, x, 0);
                Box box = box(parameter.columns().getFirst(), x[0], NARROW);
                Set<Integer> reached = new TreeSet<>();
                for (double end : new double[] {box.low()[0], box.high()[0]}) {
                    reached.add(parameter.decode(new double[] {end}, 0));
                }
                assertThat(reached).anyMatch(v -> v > value);
                assertThat(reached).anyMatch(v -> v < value || value == 1);
            }
        }
    }

    @Test
    void stepsOfChoicesAndWholeNumbersChangeSomething() {
        for (Column column : Space.choice(List.of("a", "b", "c")).columns()) {
            Box box = box(column, 0.4, NARROW);
            assertThat(box.scale()[0]).isEqualTo(1);
            assertThat(box.low()[0]).isCloseTo(-0.6, within(1e-12));
        }
        Column column = Space.integer(1, 1000).columns().getFirst();
        assertThat(box(column, 0, NARROW).scale()[0] * column.unit()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void columnsKeepWhatTheyStandFor() {
        Column column = Space.integer(1, 1000).columns().getFirst();
        Shape whole = shape(List.of(column, column));
        double[] x = {1, 2};
        int[] second = {1};
        Box box = Box.around(x, second, new Reach.HalfWidth(0.2), whole);
        Column inner = box.shape(new Slice(second, x).shape(whole)).columns().getFirst();
        assertThat(inner.kind()).isEqualTo(Kind.INTEGER);
        assertThat(inner.arity()).isEqualTo(column.arity());
        assertThat(inner.origin()).isCloseTo(column.origin() + 2 * column.unit(), within(1e-9));
        double ends = inner.origin() + inner.unit() * inner.high();
        assertThat(ends).isCloseTo(column.origin() + column.unit() * box.high()[0], within(1e-9));
    }

    @Test
    void evaluatesInTheCoordinatesOfTheSpaceAndAnswersInItsOwn() {
        Shape whole = Shape.reals(3);
        double[] x = {1, 2, 3};
        int[] columns = {2, 0};
        List<double[]> evaluated = new ArrayList<>();
        Oracle f = new Oracle() {
            @Override
            public Row at(double[] point) {
                evaluated.add(point.clone());
                Row row = new Row(0, point.clone(), 0);
                row.tell(1, 0);
                return row;
            }

            @Override
            public Row[] all(double[][] points) {
                return Arrays.stream(points).map(this::at).toArray(Row[]::new);
            }
        };
        Box box = Box.around(x, columns, new Reach.HalfWidth(0.3), whole);
        Row row = box.oracle(new Slice(columns, x).oracle(f)).at(new double[] {0, 3});
        assertThat(row.x).containsExactly(0, 3);
        assertThat(evaluated.getFirst()).containsExactly(new double[] {1.3, 2, 3}, within(1e-12));
    }
}
