package dev.fathom.torch.internal.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.torch.internal.LoadedTorch;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Scope;
import dev.fathom.torch.internal.shim.Session;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderingTest {

    private final Session session = LoadedTorch.session();
    private final Scope scope = session.open();
    private final Ordering ordering = new Ordering(session);
    private final Transfer transfer = new Transfer(session);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void ordersWithTiesInPlaceAndNaNLast() {
        Native x = column(3, Double.NaN, 1, 3, Double.NEGATIVE_INFINITY, 1, Double.POSITIVE_INFINITY, 0.0, -0.0);
        assertThat(transfer.longs(ordering.order(x, 1))).containsExactly(4, 7, 8, 2, 5, 0, 3, 6, 1);
        assertThat(transfer.longs(ordering.orderDescending(x, 1))).containsExactly(6, 0, 3, 2, 5, 7, 8, 4, 1);
    }

    @Test
    void ordersManyStably() {
        double[] values = new double[20_000];
        double[] noise = Matrices.gaussian(8, values.length);
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.rint(10 * noise[k]);
        }
        long[] expected = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> values[k] + 0.0))
                .mapToLong(k -> k)
                .toArray();
        assertThat(transfer.longs(ordering.order(column(values), 1))).isEqualTo(expected);
    }

    @Test
    void ordersEachGroup() {
        Native x = column(3, 1, 2, 10, 30, 20);
        Native order = ordering.order(x, 2);
        assertThat(order).hasToString("[6×1] int64");
        assertThat(transfer.longs(order)).containsExactly(1, 2, 0, 0, 2, 1);
        Native whole = ordering.inWhole(order, 2);
        assertThat(transfer.longs(whole)).containsExactly(1, 2, 0, 3, 5, 4);
        assertThat(Matrices.read(session, ordering.rows(x, whole))).containsExactly(1, 2, 3, 10, 20, 30);
    }

    @Test
    void picksRowsAlsoTwice() {
        Native x = Matrices.tensor(session, new double[] {1, 2, 3, 4, 5, 6}, 3, 2);
        Native index = transfer.upload(new long[] {2, 0, 2}, 3, 1);
        assertThat(Matrices.read(session, ordering.rows(x, index))).containsExactly(5, 6, 1, 2, 5, 6);
        Native each = transfer.upload(new long[] {2, 0, 0, 1}, 2, 2);
        assertThat(Matrices.read(session, ordering.gather(x, each))).containsExactly(5, 2, 1, 4);
    }

    @Test
    void sortsEachColumn() {
        Native x = Matrices.tensor(session, new double[] {3, 1, Double.NaN, 3, 1, 2}, 3, 2);
        assertThat(Matrices.read(session, ordering.sortColumns(x))).containsExactly(1, 1, 3, 2, Double.NaN, 3);
    }

    @Test
    void putsPartsTogether() {
        Native a = Matrices.tensor(session, new double[] {1, 2}, 1, 2);
        Native b = Matrices.tensor(session, new double[] {3, 4, 5, 6}, 2, 2);
        assertThat(Matrices.read(session, ordering.below(a, b, a))).containsExactly(1, 2, 3, 4, 5, 6, 1, 2);
        assertThat(Matrices.read(session, ordering.beside(a, a))).containsExactly(1, 2, 1, 2);
    }

    private Native column(double... values) {
        return Matrices.tensor(session, values, values.length, 1);
    }
}
