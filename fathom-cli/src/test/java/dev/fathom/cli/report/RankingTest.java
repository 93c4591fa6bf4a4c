package dev.fathom.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static Journal journal(List<String> directions, JournalResult... results) {
        return new Journal(
                Map.of("goal", Map.of("directions", directions)), List.of(results), List.of(), Optional.empty(), false);
    }

    private static JournalResult result(Object parameters, List<Double> losses, double... constraints) {
        List<Double> values = new ArrayList<>();
        for (double constraint : constraints) {
            values.add(constraint);
        }
        Optional<String> failed = losses.isEmpty() ? Optional.of("broken") : Optional.empty();
        return new JournalResult(0, parameters, losses, values, failed, 0, 0);
    }

    @Test
    void putsFeasibleResultsFirst() {
        Journal journal = journal(
                List.of("minimize"),
                result("violates", List.of(1.0), 0.5),
                result("failed", List.of()),
                result("good", List.of(3.0), -1),
                result("better", List.of(2.0), 0),
                result("better", List.of(2.5), 0));
        Ranking ranking = new Ranking(journal);
        assertThat(ranking.best(journal.results(), 10))
                .extracting(JournalResult::parameters)
                .containsExactly("better", "good", "violates");
        assertThat(ranking.improvements(journal.results())).containsExactly(2, 3);
    }

    @Test
    void maximizes() {
        Journal journal = journal(
                List.of("maximize"),
                result(1, List.of(1.0)),
                result(2, List.of(-3.0)),
                result(3, List.of(1.0)),
                result(4, List.of(5.0)));
        Ranking ranking = new Ranking(journal);
        assertThat(ranking.best(journal.results())).contains(journal.results().get(3));
        assertThat(ranking.improvements(journal.results())).containsExactly(0, 3);
    }

    @Test
    void findsTheFrontOfMixedDirections() {
        Journal journal = journal(
                List.of("minimize", "maximize"),
                result("a", List.of(1.0, 1.0)),
                result("b", List.of(2.0, 4.0)),
                result("dominated", List.of(2.5, 3.0)),
                result("c", List.of(0.5, 0.5)),
                result("a", List.of(1.0, 1.0)),
                result("infeasible", List.of(0.0, 9.0), 1));
        assertThat(new Ranking(journal).front(journal.results()))
                .extracting(JournalResult::parameters)
                .containsExactly("c", "a", "b");
    }

    @Test
    void hasNoBestWithoutValues() {
        Journal journal = journal(List.of("minimize"), result("failed", List.of()));
        assertThat(new Ranking(journal).best(journal.results())).isEmpty();
        assertThat(new Ranking(journal).improvements(journal.results())).isEmpty();
    }
}
