package dev.fathom.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {

    private static final double[] AROUND = {0, 1, 2, 3, 4};
    private static final Slice SLICE = new Slice(new int[] {3, 1}, AROUND);

    @Test
    void projectsAndLifts() {
        assertThat(SLICE.project(AROUND)).containsExactly(3, 1);
        assertThat(SLICE.lift(new double[] {30, 10})).containsExactly(0, 10, 2, 30, 4);
        assertThat(SLICE.project(SLICE.lift(new double[] {7, 8}))).containsExactly(7, 8);
        assertThat(AROUND).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void hasTheFreeColumnsAndStartsAtItsPoint() {
        Start start = new Start(new double[5], 0.3, 2);
        Shape whole = new Shape(Space.reals(5, -1, 1).columns(), 2, 1, 77, 3, true, start);
        Shape part = SLICE.shape(whole);
        assertThat(part.columns())
                .containsExactly(whole.columns().get(3), whole.columns().get(1));
        assertThat(part.start().x()).containsExactly(3, 1);
        assertThat(part.start().spread()).isEqualTo(0.3);
        assertThat(part.start().population()).isEqualTo(2);
        assertThat(part)
                .usingRecursiveComparison()
                .ignoringFields("columns", "start")
                .isEqualTo(whole);
    }

    @Test
    void evaluatesWholePointsAndShowsTheirParts() {
        Counting f = new Counting(x -> x[0] + 10 * x[1] + 100 * x[2] + 1000 * x[3] + 10_000 * x[4]);
        Oracle part = SLICE.oracle(f);
        Row row = part.at(new double[] {5, 6});
        assertThat(row.value()).isEqualTo(45_260);
        assertThat(row.x).containsExactly(5, 6);
        assertThat(f.rows.getFirst().x).containsExactly(0, 6, 2, 5, 4);
        Row[] rows = part.all(new double[][] {{1, 1}, {2, 2}});
        assertThat(rows).extracting(Row::value).containsExactly(41_210.0, 42_220.0);
        assertThat(f.blocks).containsExactly(1, 2);
    }

    @Test
    void branchesWithinThePart() {
        List<Oracle> given = new ArrayList<>();
        Oracle branching = new Oracle() {
            private final Counting f = new Counting(x -> x[3]);

            @Override
            public Row at(double[] x) {
                return f.at(x);
            }

            @Override
            public Row[] all(double[][] points) {
                return f.all(points);
            }

            @Override
            public void together(List<? extends Branch> branches) {
                for (Branch branch : branches) {
                    given.add(new Counting(x -> 100 + x[3]));
                    branch.run(given.getLast());
                }
            }
        };
        List<Double> values = new ArrayList<>();
        SLICE.oracle(branching)
                .together(List.of(f -> values.add(f.at(new double[] {7, 8}).value())));
        assertThat(values).containsExactly(107.0);
        assertThat(given).hasSize(1);
    }
}
