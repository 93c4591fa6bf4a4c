package dev.fathom.torch.internal.shim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fathom.torch.TorchMissingException;
import dev.fathom.torch.internal.LoadedTorch;
import dev.fathom.torch.internal.find.Library;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

    private final Session session = LoadedTorch.onCpu();

    @Test
    void makesContiguousTensors() {
        try (Native x = session.empty(Dtype.FLOAT32, 3, 4, 5)) {
            assertThat(x).hasToString("[3×4×5] float32");
            assertThat(x.isContiguous()).isTrue();
            assertThat(x.stride(0)).isEqualTo(20);
            assertThat(x.count()).isEqualTo(60);
            assertThat(session.memory(x).byteSize()).isEqualTo(240);
        }
    }

    @Test
    void makesTensorsWithoutRows() {
        try (Native x = session.empty(Dtype.FLOAT64, 0, 4);
                Native y = session.add(x, x, 1)) {
            assertThat(y).hasToString("[0×4] float64");
        }
    }

    @Test
    void freesWhatAScopeMade() {
        Native x;
        Native kept;
        try (Scope scope = session.open()) {
            x = session.empty(Dtype.FLOAT64, 2, 2);
            kept = scope.keep(session.empty(Dtype.FLOAT64, 2, 2));
            assertThat(scope.size()).isEqualTo(1);
        }
        assertThat(x.isFreed()).isTrue();
        assertThat(kept.isFreed()).isFalse();
        assertThatThrownBy(() -> session.call(Operator.SQRT, x))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[2×2] float64")
                .hasMessageContaining("Maybe keep it");
        kept.close();
        kept.close();
        assertThat(kept.isFreed()).isTrue();
    }

    @Test
    void keptTensorsBelongToTheOuterScope() {
        Native kept;
        try (Scope outer = session.open()) {
            try (Scope inner = session.open()) {
                kept = inner.keep(session.empty(Dtype.FLOAT64, 1, 1));
            }
            assertThat(kept.isFreed()).isFalse();
            assertThat(outer.size()).isEqualTo(1);
        }
        assertThat(kept.isFreed()).isTrue();
    }

    @Test
    void refusesToCloseScopesInTheWrongOrder() {
        Session own = LoadedTorch.onCpu();
        Scope outer = own.open();
        Scope inner = own.open();
        assertThatThrownBy(outer::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe close the inner one first");
        inner.close();
        outer.close();
    }

    @Test
    void aLongScopeDoesNotGrowWithFreedTensors() {
        try (Scope scope = session.open()) {
            for (int k = 0; k < 5000; k++) {
                session.empty(Dtype.FLOAT64, 1, 1).close();
            }
            assertThat(scope.remembered()).isLessThan(2000);
        }
    }

    @Test
    void freesWhatNobodyHolds() {
        List<Handle> handles = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            handles.add(session.empty(Dtype.FLOAT64, 10, 10).handle());
        }
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (handles.stream().anyMatch(h -> h.address() != 0)) {
                System.gc();
            }
        });
    }

    @Test
    void saysWhichOperatorRefusedWhichShapes() {
        try (Native a = session.empty(Dtype.FLOAT64, 2, 3);
                Native b = session.empty(Dtype.FLOAT64, 2, 4)) {
            assertThatThrownBy(() -> session.call(Operator.PRODUCT, a, b))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("aten::mm([2×3] float64, [2×4] float64)")
                    .hasMessageContaining("Maybe");
            assertThatThrownBy(() -> session.add(a, b, 1)).hasMessageContaining("add([2×3] float64, [2×4] float64");
        }
    }

    @Test
    void passesOptionalArguments() {
        try (Native x = session.empty(Dtype.INT64, 10, 1);
                Native middle = session.call(Operator.SLICE, x, 0, 2, 8, 3);
                Native all = session.call(Operator.SLICE, x, 0, null, null, 1);
                Native sum = session.call(Operator.SUM, x, Dtype.FLOAT64)) {
            assertThat(middle).hasToString("[2×1] int64");
            assertThat(middle.stride(0)).isEqualTo(3);
            assertThat(all).hasToString("[10×1] int64");
            assertThat(sum).hasToString("[] float64");
        }
    }

    /// libtorch would take an address for a number, and the process would end.
    @Test
    void refusesArgumentsOfTheWrongKind() {
        try (Native x = session.empty(Dtype.INT64, 10, 1)) {
            assertThatThrownBy(() -> session.call(Operator.SQRT, 3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("aten::sqrt takes")
                    .hasMessageContaining("not [3]");
            assertThatThrownBy(() -> session.call(Operator.MULTIPLY, x, null))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> session.call(Operator.MULTIPLY, x)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void readsTwoResults() {
        try (Native x = session.empty(Dtype.FLOAT64, 3, 1)) {
            session.memory(x).copyFrom(MemorySegment.ofArray(new double[] {3, 1, 2}));
            Native[] sorted = session.callForTwo(Operator.SORT, x, true, 0, false);
            assertThat(session.memory(sorted[0]).toArray(ValueLayout.JAVA_DOUBLE))
                    .containsExactly(1, 2, 3);
            assertThat(session.memory(sorted[1]).toArray(ValueLayout.JAVA_LONG)).containsExactly(1, 2, 0);
        }
    }

    @Test
    void saysWhichDeviceIsMissing() {
        int gpus = LoadedTorch.get().gpus();
        assertThatThrownBy(() -> LoadedTorch.get().on(Device.cuda(gpus)))
                .isInstanceOf(TorchMissingException.class)
                .hasMessageContaining("sees " + gpus + " GPUs, so there is no cuda:" + gpus)
                .hasMessageContaining("Maybe");
    }

    @Test
    void saysWhatCannotBeLoaded(@TempDir Path folder) throws IOException {
        Library broken = new Library(folder, "9.9", "test");
        Files.writeString(broken.part("c10"), "this is no library");
        assertThatThrownBy(() -> LibTorch.open(broken))
                .isInstanceOf(TorchMissingException.class)
                .hasMessageContaining("PyTorch 9.9 in " + folder)
                .hasMessageContaining(broken.part("c10").toString())
                .hasMessageContaining("Maybe a library that it needs is missing");
    }

    @Test
    void setsTheNumberOfThreads() {
        assertThat(LoadedTorch.get().setThreads(2)).isTrue();
        assertThatThrownBy(() -> LoadedTorch.get().setThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 threads");
    }
}
