package dev.fathom.algorithms.mads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fathom.algorithm.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarrierTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    private static Row row(double f, double... g) {
        Row row = new Row(0, new double[] {f}, 0);
        row.tell(f, g);
        return row;
    }

    private static Violation violation(String types, int constraints) {
        return new Violation(Settings.STANDARD.with("BB_OUTPUT_TYPE", types), constraints);
    }

    private final Violation violation = violation("OBJ PB", 1);
    private final Barrier barrier = new Barrier(violation, INF);

    private Point point(double f, double h) {
        return point(violation, f, h);
    }

    /// A point whose violation is h.
    private static Point point(Violation violation, double f, double h) {
        Row row = row(f, h > 0 ? Math.sqrt(h) : -1);
        return new Point(row.x, row, f, h > 0 && violation.of(row) < INF ? h : violation.of(row), null);
    }

    private void add(Point... points) {
        barrier.add(List.of(points));
    }

    @ParameterizedTest
    @CsvSource({"L1, 5", "L2, 13", "LINF, 3"})
    void theViolationIsANormOfWhatIsViolated(String norm, double h) {
        Settings settings = Settings.STANDARD.with("H_NORM", norm);
        assertThat(new Violation(settings, 4).of(row(7, 2, -5, 3, 0))).isEqualTo(h);
    }

    @Test
    void aViolationTooSmallToBeSquaredIsStillOne() {
        assertThat(violation("OBJ PB", 1).of(row(1, 1e-200))).isPositive();
    }

    @Test
    void violationsUpToTheLeastCountAsNone() {
        Settings settings = Settings.STANDARD.with("H_MIN", "0.5");
        assertThat(new Violation(settings, 1).of(row(1, 0.7))).isZero();
        assertThat(new Violation(settings, 1).of(row(1, 0.8))).isPositive();
    }

    @Test
    void anExtremeBarrierRejects() {
        Violation mixed = violation("OBJ EB PB", 2);
        assertThat(mixed.of(row(1, 1e-9, 0))).isEqualTo(INF);
        assertThat(mixed.of(row(1, 0, 2))).isEqualTo(4);
        assertThat(mixed.extreme(row(1, 3, 2))).isEqualTo(9);
        assertThat(mixed.extreme(row(1, 0, 2))).isZero();
    }

    @Test
    void failuresAreNeverUsable() {
        Row failed = new Row(0, new double[1], 0);
        failed.fail();
        assertThat(violation.of(failed)).isEqualTo(INF);
        assertThat(violation.extreme(failed)).isEqualTo(INF);
    }

    @Test
    void moreTypesThanConstraintsAreAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> violation("OBJ EB PB", 1))
                .withMessageContaining("2 constraints, but the problem has 1");
    }

    @Test
    void theFirstPointsAreSuccesses() {
        assertThat(barrier.judge(point(1, 1))).isEqualTo(Success.PARTIAL);
        assertThat(barrier.judge(point(1, 0))).isEqualTo(Success.FULL);
        assertThat(barrier.judge(point(INF, 0))).isEqualTo(Success.NONE);
    }

    @Test
    void pointsAreJudgedAgainstTheIncumbentOfTheirKind() {
        add(point(5, 4), point(7, 0));
        assertThat(barrier.judge(point(4, 4))).isEqualTo(Success.FULL);
        assertThat(barrier.judge(point(9, 3))).isEqualTo(Success.PARTIAL);
        assertThat(barrier.judge(point(5, 4))).isEqualTo(Success.NONE);
        assertThat(barrier.judge(point(6, 0))).isEqualTo(Success.FULL);
        assertThat(barrier.judge(point(7, 0))).isEqualTo(Success.NONE);
    }

    @Test
    void theInfeasibleIncumbentHasTheLeastObjectiveBelowTheBarrier() {
        add(point(5, 4), point(3, 9), point(4, 10), point(8, 1));
        assertThat(barrier.infeasible())
                .isNotNull()
                .satisfies(p -> assertThat(p.h()).isEqualTo(9));
        assertThat(barrier.feasible()).isNull();
        assertThat(barrier.best()).isEqualTo(barrier.infeasible());
    }

    @Test
    void aFullSuccessBringsTheBarrierToTheOldIncumbent() {
        add(point(5, 9));
        assertThat(barrier.limit()).isEqualTo(INF);
        add(point(4, 6));
        assertThat(barrier.limit()).isEqualTo(9);
    }

    @Test
    void aPartialSuccessBringsItToTheNextViolationBelow() {
        add(point(5, 9), point(8, 1), point(7, 4));
        add(point(9, 3));
        assertThat(barrier.limit()).isEqualTo(4);
        assertThat(barrier.infeasible())
                .isNotNull()
                .satisfies(p -> assertThat(p.h()).isEqualTo(4));
        assertThat(barrier.judge(point(0, 5))).isEqualTo(Success.NONE);
    }

    @Test
    void aFailureBringsItToTheIncumbent() {
        add(point(5, 9));
        add(point(4, 16));
        assertThat(barrier.limit()).isEqualTo(9);
        assertThat(barrier.infeasible())
                .isNotNull()
                .satisfies(p -> assertThat(p.h()).isEqualTo(9));
    }

    @Test
    void theFeasibleIncumbentHasTheLeastObjective() {
        add(point(5, 0), point(4, 0), point(1, 2), point(4, 0));
        assertThat(barrier.feasible())
                .isNotNull()
                .satisfies(p -> assertThat(p.f()).isEqualTo(4));
        assertThat(barrier.best()).isEqualTo(barrier.feasible());
    }

    @Test
    void aFilterKeepsItsBarrierAndBothEnds() {
        Violation filter = violation("OBJ F", 1);
        Barrier both = new Barrier(filter, INF);
        both.add(List.of(point(filter, 5, 4)));
        both.add(List.of(point(filter, 8, 1)));
        both.add(List.of(point(filter, 3, 9)));
        assertThat(both.limit()).isEqualTo(INF);
        assertThat(both.infeasible())
                .isNotNull()
                .satisfies(p -> assertThat(p.f()).isEqualTo(3));
        assertThat(both.leastInfeasible())
                .isNotNull()
                .satisfies(p -> assertThat(p.f()).isEqualTo(8));
    }

    @Test
    void aProgressiveToExtremeBarrierHardensOnceItIsSatisfied() {
        Violation types = violation("OBJ PEB PB", 2);
        Barrier hardening = new Barrier(types, INF);
        Row outside = row(1, 2, 0);
        hardening.add(List.of(new Point(outside.x, outside, 1, types.of(outside), null)));
        assertThat(hardening.infeasible()).isNotNull();
        Row inside = row(3, -1, 2);
        hardening.add(List.of(new Point(inside.x, inside, 3, types.of(inside), null)));
        assertThat(types.of(outside)).isEqualTo(INF);
        assertThat(hardening.infeasible())
                .isNotNull()
                .satisfies(p -> assertThat(p.f()).isEqualTo(3));
    }
}
