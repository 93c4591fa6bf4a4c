package dev.fathom.cli.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    private static Outcome.Values values(String line) throws Reply.Garbage {
        return (Outcome.Values) Reply.parse(line);
    }

    @ParameterizedTest
    @CsvSource({"1.5,1.5", "-3,-3", "1e-3,0.001", "' 7 ',7", "inf,Infinity", "-Infinity,-Infinity", "nan,NaN"})
    void numbers(String line, double loss) throws Reply.Garbage {
        assertThat(values(line).losses()).containsExactly(loss);
    }

    @Test
    void objects() throws Reply.Garbage {
        assertThat(values("{\"loss\": 2, \"note\": \"x\"}").losses()).containsExactly(2);
        Outcome.Values both = values("{\"loss\": [1, NaN], \"constraints\": [-1.0, 3], \"status\": \"ok\"}");
        assertThat(both.losses()).containsExactly(1, Double.NaN);
        assertThat(both.constraints()).containsExactly(-1, 3);
    }

    @Test
    void otherStatesAreFailures() throws Reply.Garbage {
        assertThat(Reply.parse("{\"status\": \"diverged\", \"loss\": 3}"))
                .isEqualTo(Outcome.failed("the program answers status diverged"));
        assertThat(Reply.parse("{\"status\": \"failed\", \"reason\": \"too hot\"}"))
                .isEqualTo(Outcome.failed("too hot"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "1.5 s",
                "3f",
                "{\"loss\": ",
                "{}",
                "{\"loss\": null}",
                "{\"loss\": \"low\"}",
                "[1, 2]",
                "{\"loss\": 1, \"constraints\": [true]}"
            })
    void anythingElseIsGarbage(String line) {
        assertThatThrownBy(() -> Reply.parse(line)).isInstanceOf(Reply.Garbage.class);
    }
}
