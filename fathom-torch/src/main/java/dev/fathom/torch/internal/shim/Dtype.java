package dev.fathom.torch.internal.shim;

/// What a number of a tensor is. The codes are libtorch's `ScalarType`.
public enum Dtype {
    FLOAT64(7, 8),
    FLOAT32(6, 4),
    INT64(4, 8),
    BOOL(11, 1);

    private final int code;
    private final int bytes;

    Dtype(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    public int code() {
        return code;
    }

    public int bytes() {
        return bytes;
    }

    public boolean isFloating() {
        return this == FLOAT64 || this == FLOAT32;
    }

    static Dtype of(int code) {
        for (Dtype dtype : values()) {
            if (dtype.code == code) {
                return dtype;
            }
        }
        throw new IllegalStateException("PyTorch answered with a tensor of type " + code
                + ", which Fathom does not use. Maybe two operands had types that do not go together?");
    }
}
