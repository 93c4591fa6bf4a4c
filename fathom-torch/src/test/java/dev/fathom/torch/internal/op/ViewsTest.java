package dev.fathom.torch.internal.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.torch.internal.LoadedTorch;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Scope;
import dev.fathom.torch.internal.shim.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewsTest {

    private final Session session = LoadedTorch.session();
    private final Scope scope = session.open();
    private final Views views = new Views(session);
    private final Native x = Matrices.tensor(session, new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 4, 2);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void sliceRowsOfSlices() {
        Native tail = views.rows(x, 1, 4);
        assertThat(read(tail)).containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(read(views.rows(tail, 1, 2))).containsExactly(5, 6);
        assertThat(views.rows(x, 2, 2)).hasToString("[0×2] float64");
    }

    @Test
    void sliceColumns() {
        assertThat(read(views.columns(x, 1, 2))).containsExactly(2, 4, 6, 8);
        assertThat(read(views.columns(views.rows(x, 2, 4), 1, 2))).containsExactly(6, 8);
    }

    @Test
    void regroupRows() {
        Native groups = views.groups(x, 2);
        assertThat(groups).hasToString("[2×2×2] float64");
        assertThat(views.flat(groups)).hasToString("[4×2] float64");
        assertThat(read(views.reshape(views.transpose(x), 1, 8))).containsExactly(1, 3, 5, 7, 2, 4, 6, 8);
    }

    @Test
    void repeatRowsAndColumns() {
        assertThat(read(views.expand(views.rows(x, 0, 1), 2, 2))).containsExactly(1, 2, 1, 2);
        assertThat(read(views.expand(views.columns(x, 0, 1), 4, 3)))
                .containsExactly(1, 1, 1, 3, 3, 3, 5, 5, 5, 7, 7, 7);
    }

    @Test
    void refuseWhatDoesNotFit() {
        assertThatThrownBy(() -> views.groups(x, 3)).hasMessageContaining("Maybe the groups do not divide the rows?");
        assertThatThrownBy(() -> views.expand(x, 8, 2)).hasMessageContaining("Maybe it should be transposed?");
        assertThatThrownBy(() -> views.rows(x, 3, 5)).hasMessageContaining("has no rows 3 to 5");
    }

    private double[] read(Native tensor) {
        return Matrices.read(session, tensor);
    }
}
