package dev.fathom.algorithms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithms.model.Line.Proposal;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LineTest {

    private static Line line(DoubleUnaryOperator f, double low, double high, double... places) {
        Line line = new Line(low, high);
        for (double place : places) {
            line.add(place, f.applyAsDouble(place));
        }
        return line;
    }

    /// Number of looks until nothing is to be gained near the best place.
    private static int converge(Line line, DoubleUnaryOperator f) {
        int looks = 0;
        for (Proposal p = line.near(); p != null && p.gain() > 1e-15; p = line.near()) {
            line.add(p.t(), f.applyAsDouble(p.t()));
            looks++;
            assertThat(looks).isLessThan(100);
        }
        return looks;
    }

    @Test
    void oneLookFindsTheMinimumOfAParabola() {
        DoubleUnaryOperator f = t -> 3 * (t - 0.4) * (t - 0.4);
        Proposal proposal = Objects.requireNonNull(line(f, -3, 3, -1, 0, 1).near());
        assertThat(proposal.t()).isCloseTo(0.4, within(1e-14));
        assertThat(proposal.gain()).isCloseTo(f.applyAsDouble(0), within(1e-14));
    }

    @Test
    void convergesOnSkewedFunctions() {
        DoubleUnaryOperator f = t -> StrictMath.exp(3 * t) - 2 * t;
        Line line = line(f, -3, 3, -1, 0, 1);
        assertThat(converge(line, f)).isLessThan(15);
        assertThat(line.place()).isCloseTo(StrictMath.log(2 / 3.0) / 3, within(1e-6));
    }

    @Test
    void goesStraightToTheBoundOfALinearFunction() {
        DoubleUnaryOperator f = t -> -2 * t;
        Line line = line(f, -3, 3, -1, 0, 1);
        assertThat(converge(line, f)).isEqualTo(1);
        assertThat(line.place()).isEqualTo(3);
    }

    @Test
    void reachesFarWhereThereIsNoBound() {
        DoubleUnaryOperator f = t -> Math.abs(t - 900);
        Line line = line(f, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -1, 0, 1);
        converge(line, f);
        assertThat(line.place()).isCloseTo(900, within(1e-3));
    }

    @Test
    void theEasiestIntervalIsWideAndLow() {
        DoubleUnaryOperator f = t -> t * t;
        Line line = line(f, -4, 4, -4, -1, 0, 1, 4);
        assertThat(line.easiest()).isIn(-0.5, 0.5);
        Line flat = line(t -> 0, -4, 4, -4, -1, 0, 1, 4);
        assertThat(flat.easiest()).isIn(-2.5, 2.5);
    }

    @Test
    void steppingFindsTheBestOfManyMinima() {
        DoubleUnaryOperator f = t -> t * t + 10 - 10 * StrictMath.cos(2 * Math.PI * t);
        Line line = line(f, -4, 5, -4, 1.9, 5);
        for (int i = 0; i < 60; i++) {
            Proposal near = line.near();
            double place = near != null && near.gain() > 1e-10 ? near.t() : line.easiest();
            line.add(place, f.applyAsDouble(place));
        }
        assertThat(line.place()).isCloseTo(0, within(1e-5));
    }
}
