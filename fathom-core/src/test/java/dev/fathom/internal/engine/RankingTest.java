package dev.fathom.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Row;
import dev.fathom.math.Rng;
import dev.fathom.tensor.Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {

    /// Rows of every kind: coarse values make ties and equal rows.
    private static Row[] rows(int count, int m, int levels, boolean constrained, long seed) {
        Rng rng = Rng.of(seed);
        Row[] rows = new Row[count];
        for (int i = 0; i < count; i++) {
            rows[i] = new Row(i, new double[0], 0);
            double[] f = rng.doubles(m)
                    .map(u -> levels == 0 ? u : Math.floor(u * levels))
                    .toArray();
            if (constrained && rng.nextInt(10) == 0) {
                rows[i].fail();
            } else {
                rows[i].tell(f, constrained ? Math.max(0, rng.nextInt(8) - 4) : 0);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"2,0", "2,7", "3,0", "3,4", "4,0", "5,3"})
    void ordersAsTheDefinitionDoes(int m, int levels) {
        for (int count : new int[] {1, 2, 3, 9, 64, 200, 333}) {
            for (int seed = 0; seed < 4; seed++) {
                Row[] rows = rows(count, m, levels, seed % 2 == 1, seed);
                List<Row> expected = byDefinition(rows, m);
                Ranking.sort(rows, count, m);
                assertThat(rows).as("count %d, seed %d", count, seed).containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void peelsFrontsOneByOne() {
        // two chains and a lone row: (0,3) (1,1) (3,0) | (1,4) (2,2) (2,2) | (3,3)
        double[] f = {3, 3, 1, 4, 0, 3, 2, 2, 1, 1, 2, 2, 3, 0};
        int[] rows = IntStream.range(0, 7).toArray();
        assertThat(Fronts.of(f, 2, rows)).containsExactly(2, 1, 0, 1, 0, 1, 0);
    }

    @Test
    void crowdsByTheDistanceOfNeighbours() {
        double[] f = {0, 10, 1, 6, 2, 5, 10, 0};
        int[] rows = {0, 1, 2, 3};
        double[] distance = Crowding.of(f, 2, rows, new int[4]);
        // (2 − 0)/10 + (10 − 5)/10 and (10 − 1)/10 + (6 − 0)/10
        assertThat(distance).containsExactly(Double.POSITIVE_INFINITY, 0.7, 1.5, Double.POSITIVE_INFINITY);
        assertThat(Ranking.order(f, new double[4], 2, 0, 4)).containsExactly(0, 3, 2, 1);
    }

    @Test
    void ranksSearchesSideBySide() {
        double[] f = {2, 1, 3, 5, 4, 6};
        double[] violation = {0, 1, 0, 2, 0, 1};
        var ranks = PopulationRanking.of(
                Heap.single().column(f), f, violation, null, Heap.single().column(f), 2);
        assertThat(ranks.toArray()).containsExactly(0, 2, 1, 2, 0, 1);
    }

    @Test
    void keepsTheFirstFrontWhateverComes() {
        for (int m = 2; m < 4; m++) {
            Row[] rows = rows(300, m, m == 2 ? 12 : 5, false, m);
            Nondominated front = new Nondominated(m);
            for (int i = 0; i < rows.length; i++) {
                front.add(rows[i]);
                List<Row> seen = List.of(rows).subList(0, i + 1);
                List<Row> expected = seen.stream()
                        .filter(r -> seen.stream().noneMatch(o -> o.compareTo(r) < 0))
                        .sorted(Comparator.comparingDouble(Row::value))
                        .toList();
                assertThat(front.members())
                        .hasSameElementsAs(expected)
                        .isSortedAccordingTo(Comparator.comparingDouble(Row::value));
                assertThat(expected).allMatch(front::contains);
                assertThat(Stream.of(rows).filter(front::contains)).hasSize(expected.size());
            }
        }
    }

    // ---- the definition, slowly ----

    private static List<Row> byDefinition(Row[] rows, int m) {
        List<Row> rest = new ArrayList<>(List.of(rows));
        List<Row> sorted = new ArrayList<>();
        while (!rest.isEmpty()) {
            List<Row> front = rest.stream()
                    .filter(r -> rest.stream().noneMatch(o -> o.compareTo(r) < 0))
                    .toList();
            rest.removeAll(front);
            sorted.addAll(front.getFirst().isFeasible() ? bySpread(front, m) : front);
        }
        return sorted;
    }

    private static List<Row> bySpread(List<Row> front, int m) {
        double[] distance = new double[front.size()];
        for (int k = 0; k < m; k++) {
            int objective = k;
            Integer[] order = new Integer[front.size()];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> front.get(i).value(objective)));
            int last = order.length - 1;
            double range = front.get(order[last]).value(k) - front.get(order[0]).value(k);
            distance[order[0]] = Double.POSITIVE_INFINITY;
            distance[order[last]] = Double.POSITIVE_INFINITY;
            for (int i = 1; i < last && range > 0; i++) {
                distance[order[i]] += (front.get(order[i + 1]).value(k)
                                - front.get(order[i - 1]).value(k))
                        / range;
            }
        }
        return IntStream.range(0, front.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -distance[i]))
                .map(front::get)
                .toList();
    }
}
