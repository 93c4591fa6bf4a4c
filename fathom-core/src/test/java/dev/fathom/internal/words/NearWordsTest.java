package dev.fathom.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearWordsTest {

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "'', abc, 3", "abc, '', 3", "same, same, 0", "flaw, lawn, 2"})
    void distanceCountsLetters(String a, String b, int distance) {
        assertThat(NearWords.distance(a, b)).isEqualTo(distance);
    }

    @Test
    void proposesTheNearestThenAFewThenNothing() {
        List<String> words = List.of("budget", "seed", "workers");
        assertThat(NearWords.maybe("Budgett", words)).isEqualTo(" Maybe budget?");
        assertThat(NearWords.maybe("xyz", words)).isEqualTo(" Maybe one of budget, seed, workers?");
        assertThat(NearWords.maybe("xyz", List.of())).isEmpty();
        assertThat(NearWords.near("work", words)).containsExactly("workers");
    }
}
