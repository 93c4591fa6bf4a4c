package dev.fathom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContractTest {

    /// A sound algorithm, with a flaw on demand.
    record Walk(Flaw flaw) implements Incremental<Walk.State> {

        static final class State {
            @Nullable
            Row best;

            double sigma = 1;
        }

        @Override
        public State start(Shape shape, Rng rng) {
            return new State();
        }

        @Override
        public void propose(State state, Row out, Rng rng) {
            if (flaw == Flaw.STANDS_STILL) {
                return;
            }
            double extra = flaw == Flaw.FORGETS_ITS_SEED ? OUTSIDE.incrementAndGet() * 1e-9 : 0;
            for (int j = 0; j < out.x.length; j++) {
                out.x[j] = (state.best == null ? 0 : state.best.x[j]) + state.sigma * rng.nextGaussian() + extra;
            }
        }

        @Override
        public State learn(State state, Row told, Rng rng) {
            if (flaw == Flaw.CANNOT_BEAR_FAILURES && told.isFailed()) {
                throw new IllegalStateException("a failure");
            }
            boolean better = state.best == null || told.compareTo(state.best) < 0;
            state.sigma = Math.max(1e-9, state.sigma * (better ? 1.5 : 0.9));
            if (better || flaw == Flaw.TAKES_ANYTHING) {
                state.best = told;
            }
            return state;
        }
    }

    private static final AtomicLong OUTSIDE = new AtomicLong();

    enum Flaw {
        NONE,
        STANDS_STILL,
        FORGETS_ITS_SEED,
        CANNOT_BEAR_FAILURES,
        TAKES_ANYTHING
    }

    private static Contract contract(Flaw flaw) {
        return Contract.of("Walk with " + flaw, Recipe.use(new Walk(flaw)));
    }

    @TestFactory
    Stream<DynamicTest> aSoundAlgorithmKeepsAllPromises() {
        return contract(Flaw.NONE).tests();
    }

    @Test
    void theKitFindsFlaws() {
        assertThatCode(contract(Flaw.NONE)::solvesItsEasyProblem).doesNotThrowAnyException();
        assertThatThrownBy(contract(Flaw.STANDS_STILL)::solvesItsEasyProblem).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract(Flaw.TAKES_ANYTHING)::solvesItsEasyProblem).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract(Flaw.FORGETS_ITS_SEED)::repeatsWithItsSeed).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract(Flaw.CANNOT_BEAR_FAILURES)::survivesFailures)
                .hasMessageContaining("a failure");
        assertThatThrownBy(() -> new Resumption(Recipe.use(new Walk(Flaw.FORGETS_ITS_SEED)), 60).sequential())
                .hasMessageContaining("cannot be repeated");
        assertThat(OUTSIDE.get()).isPositive();
    }
}
