package dev.fathom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Population;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Heap HEAP = Heap.single();

    /// Four rows, one of them without a value.
    private static Population population() {
        Tensor x = HEAP.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 4, 2);
        Tensor f = HEAP.column(30, 10, Double.POSITIVE_INFINITY, 20);
        return new Population(x, f, HEAP.column(0, 0, 0, 0.5), HEAP.column(1, 0, 3, 2), 1);
    }

    @Test
    void rowsWithValuesKeepTheirOrder() {
        List<Evaluation<String>> all = Evaluation.of(population(), x -> x[0] + ":" + x[1], Goal.maximize());
        assertThat(all).extracting(Evaluation::value).containsExactly("1.0:2.0", "3.0:4.0", "7.0:8.0");
        assertThat(all).extracting(Evaluation::loss).containsExactly(-30.0, -10.0, -20.0);
        assertThat(all).extracting(Evaluation::violation).containsExactly(0.0, 0.0, 0.5);
    }

    @Test
    void ofTooManyTheBestStay() {
        List<Evaluation<Double>> best = Evaluation.of(population(), x -> x[0], Goal.minimize(), 2);
        assertThat(best).extracting(Evaluation::value).containsExactly(3.0, 1.0);
    }
}
