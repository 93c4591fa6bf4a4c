package dev.fathom.torch.internal.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.torch.internal.LoadedTorch;
import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Operator;
import dev.fathom.torch.internal.shim.Scope;
import dev.fathom.torch.internal.shim.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransferTest {

    private final Session session = LoadedTorch.session();
    private final Scope scope = session.open();
    private final Transfer transfer = new Transfer(session);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void bringsDoublesThereAndBackToTheBit() {
        double[] values = {1.1, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e308};
        assertThat(transfer.doubles(transfer.upload(values, Dtype.FLOAT64, 2, 3)))
                .containsExactly(values);
    }

    @Test
    void roundsToFloats() {
        Native x = transfer.upload(new double[] {1.1, 1e-300, 1e300}, Dtype.FLOAT32, 1, 3);
        assertThat(x).hasToString("[1×3] float32");
        assertThat(transfer.floats(x)).containsExactly(1.1f, 0f, Float.POSITIVE_INFINITY);
        assertThat(transfer.doubles(x)).containsExactly(1.1f, 0, Double.POSITIVE_INFINITY);
    }

    @Test
    void bringsWholeNumbersThereAndBack() {
        long[] values = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE};
        assertThat(transfer.longs(transfer.upload(values, 4, 1))).containsExactly(values);
    }

    @Test
    void readsTruthValues() {
        Native x = transfer.upload(new double[] {1, 2, 3}, Dtype.FLOAT64, 3, 1);
        Native small = new Comparison(session).compare(Operator.LESS, x, 2.5);
        assertThat(transfer.booleans(small)).containsExactly(true, true, false);
        assertThat(transfer.doubles(small)).containsExactly(1, 1, 0);
    }

    @Test
    void readsRowAfterRowWhateverTheOrderInMemory() {
        Native x = transfer.upload(new double[] {1, 2, 3, 4, 5, 6}, Dtype.FLOAT64, 2, 3);
        assertThat(transfer.doubles(new Views(session).transpose(x))).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void convertsTowardZero() {
        Native x = transfer.upload(new double[] {1.9, -1.9, 1e15}, Dtype.FLOAT64, 3, 1);
        assertThat(transfer.longs(transfer.as(Dtype.INT64, x))).containsExactly(1, -1, 1_000_000_000_000_000L);
    }

    @Test
    void copiesAreIndependent() {
        Native x = transfer.upload(new double[] {1, 2}, Dtype.FLOAT64, 1, 2);
        Native copy = transfer.copy(x);
        session.copy(x, transfer.upload(new double[] {7, 8}, Dtype.FLOAT64, 1, 2));
        assertThat(transfer.doubles(copy)).containsExactly(1, 2);
        assertThat(transfer.doubles(x)).containsExactly(7, 8);
    }

    @Test
    void refusesTheWrongNumberOfNumbers() {
        assertThatThrownBy(() -> transfer.upload(new double[5], Dtype.FLOAT64, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 numbers do not fill [2×3] float64");
    }
}
