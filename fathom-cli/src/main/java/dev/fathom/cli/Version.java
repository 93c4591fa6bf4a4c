package dev.fathom.cli;

import dev.fathom.tensor.Heap;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class Version implements IVersionProvider {

    private static final String NUMBER = "0.1.0";

    @Override
    public String[] getVersion() {
        return new String[] {"fathom " + NUMBER, "Java " + Runtime.version(), "tensors on the heap: " + Heap.loops()};
    }
}
