package dev.fathom.torch.internal.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.torch.internal.LoadedTorch;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Operator;
import dev.fathom.torch.internal.shim.Scope;
import dev.fathom.torch.internal.shim.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final Session session = LoadedTorch.session();
    private final Scope scope = session.open();
    private final Comparison comparison = new Comparison(session);
    private final Native x = Matrices.tensor(session, new double[] {1, 2, 3, Double.NaN}, 2, 2);
    private final Native row = Matrices.tensor(session, new double[] {2, 2}, 1, 2);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void comparesAndNaNIsNeverTrue() {
        check(Operator.LESS, true, false, false, false);
        check(Operator.LESS_OR_EQUAL, true, true, false, false);
        check(Operator.GREATER, false, false, true, false);
        check(Operator.GREATER_OR_EQUAL, false, true, true, false);
        check(Operator.EQUAL, false, true, false, false);
        check(Operator.NOT_EQUAL, true, false, true, true);
    }

    @Test
    void combinesTruthValues() {
        Native nan = comparison.isNan(x);
        Native small = comparison.compare(Operator.LESS, x, 2);
        assertThat(read(nan)).containsExactly(false, false, false, true);
        assertThat(read(comparison.or(nan, small))).containsExactly(true, false, false, true);
        assertThat(read(comparison.and(nan, small))).containsExactly(false, false, false, false);
        assertThat(read(comparison.not(nan))).containsExactly(true, true, true, false);
    }

    @Test
    void choosesByTruthValues() {
        Native nan = comparison.isNan(x);
        assertThat(Matrices.read(session, comparison.choose(nan, row, x))).containsExactly(1, 2, 3, 2);
        Native not = comparison.not(nan);
        assertThat(Matrices.read(session, comparison.choose(not, x, 9))).containsExactly(1, 2, 3, 9);
    }

    private void check(Operator operator, boolean... expected) {
        assertThat(read(comparison.compare(operator, x, row))).isEqualTo(expected);
        assertThat(read(comparison.compare(operator, x, 2))).isEqualTo(expected);
    }

    private boolean[] read(Native tensor) {
        return new Transfer(session).booleans(tensor);
    }
}
