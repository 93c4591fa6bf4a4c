package dev.fathom.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.space.Space;
import org.junit.jupiter.api.Test;

class ProblemSetsTest {

    @Test
    void everyMemberOfEverySetIsAProblem() {
        for (ProblemSet set : Problems.sets()) {
            assertThat(set.functions())
                    .as(set.name())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allSatisfy(name -> {
                        TestProblem problem = Problems.of(name);
                        assertThat(Problems.of(problem.name()).box().start())
                                .isEqualTo(problem.box().start());
                        Space<double[]> space = problem.box().space();
                        assertThat(space.decode(space.encode(problem.box().start())))
                                .containsExactly(problem.box().start(), within(1e-6));
                    });
        }
    }
}
