package dev.fathom.torch.internal.shim;

/// Where tensors live.
///
/// @param type libtorch's `DeviceType`: 0 is the CPU, 1 is CUDA
/// @param index which of them, from 0
public record Device(int type, int index) {

    public static Device cpu() {
        return new Device(0, 0);
    }

    /// A GPU, counted from 0.
    public static Device cuda(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("There is no GPU " + index + ". Maybe 0, the first one?");
        }
        return new Device(1, index);
    }

    public boolean isCpu() {
        return type == 0;
    }

    /// How the direct functions for this kind of device begin, after `aoti_torch_`.
    String prefix() {
        return isCpu() ? "cpu_" : "cuda_";
    }

    @Override
    public String toString() {
        return isCpu() ? "cpu" : "cuda:" + index;
    }
}
