package dev.fathom.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void blanksSeparate() {
        assertThat(Words.split("  train --rate\t{rate}\n x ")).containsExactly("train", "--rate", "{rate}", "x");
    }

    @Test
    void singleQuotesKeepEverything() {
        assertThat(Words.split("sh -c 'echo \"$x\" \\n | wc'")).containsExactly("sh", "-c", "echo \"$x\" \\n | wc");
    }

    @Test
    void doubleQuotesKnowTheBackslash() {
        assertThat(Words.split("a \"b \\\" \\$c \\n\" \"\"")).containsExactly("a", "b \" $c \\n", "");
    }

    @Test
    void partsOfOneWordJoin() {
        assertThat(Words.split("a'b c'\"d e\"\\ f")).containsExactly("ab cd e f");
    }

    @Test
    void anOpenQuoteIsRefused() {
        assertThatThrownBy(() -> Words.split("sh -c 'echo"))
                .hasMessage("the quote ' before 'echo' is not closed. Maybe add another one?");
    }

    @Test
    void nothingIsRefused() {
        assertThatThrownBy(() -> Words.split("  ")).hasMessageContaining("the command is empty. Maybe");
    }
}
