package dev.fathom.torch.internal.shim;

import java.util.List;

/// The operators of libtorch that are reached through its dispatcher, with their overloads. None takes a list or a
/// `Scalar`, which the dispatcher of 2.7 cannot carry: numbers go in as tensors without dimensions.
///
/// The last string of each says what it takes: `T` a tensor, `i` a whole number, `b` a truth value, `d` a type; `?`
/// after
/// one says that it may be missing. A wrong argument would not be refused by libtorch but end the process.
public enum Operator {
    MULTIPLY("mul", "Tensor", "TT"),
    DIVIDE("div", "Tensor", "TT"),
    MINIMUM("minimum", "", "TT"),
    MAXIMUM("maximum", "", "TT"),
    POWER("pow", "Tensor_Tensor", "TT"),
    NEGATE("neg", "", "T"),
    SQRT("sqrt", "", "T"),
    EXP("exp", "", "T"),
    LOG("log", "", "T"),
    SIN("sin", "", "T"),
    COS("cos", "", "T"),
    ABS("abs", "", "T"),
    FLOOR("floor", "", "T"),
    IS_NAN("isnan", "", "T"),
    IS_FINITE("isfinite", "", "T"),
    LESS("lt", "Tensor", "TT"),
    LESS_OR_EQUAL("le", "Tensor", "TT"),
    GREATER("gt", "Tensor", "TT"),
    GREATER_OR_EQUAL("ge", "Tensor", "TT"),
    EQUAL("eq", "Tensor", "TT"),
    NOT_EQUAL("ne", "Tensor", "TT"),
    AND("bitwise_and", "Tensor", "TT"),
    OR("bitwise_or", "Tensor", "TT"),
    XOR("bitwise_xor", "Tensor", "TT"),
    NOT("bitwise_not", "", "T"),
    SHIFT_LEFT("bitwise_left_shift", "Tensor", "TT"),
    SHIFT_RIGHT("bitwise_right_shift", "Tensor", "TT"),

    /// condition, value where true, value where false
    WHERE("where", "self", "TTT"),

    /// tensor, type, non-blocking, copy, memory format or nothing
    TO("to", "dtype", "Tdbbi?"),

    /// tensor, then four things or nothing: type, layout, device, pinned; memory format or nothing
    ZEROS_LIKE("zeros_like", "", "Td?i?i?b?i?"),
    ONES_LIKE("ones_like", "", "Td?i?i?b?i?"),

    /// tensor, dimension, type or nothing
    RUNNING_SUM("cumsum", "", "Tid?"),

    /// tensor, type or nothing
    SUM("sum", "", "Td?"),

    /// tensor, dimension, whether it stays with size 1; gives largest numbers and positions
    MAX("max", "dim", "Tib"),

    /// tensor, how often, dimension, what to prepend or nothing, what to append or nothing
    DIFFERENCE("diff", "", "TiiT?T?"),

    PRODUCT("mm", "", "TT"),
    BATCHED_PRODUCT("bmm", "", "TT"),

    /// tensor, stable, dimension, descending
    ARGSORT("argsort", "stable", "Tbib"),

    /// tensor, stable or nothing, dimension, descending; gives values and positions
    SORT("sort", "stable", "Tb?ib"),

    /// tensor, dimension, positions of the same shape, whether a gradient would be sparse
    GATHER("gather", "", "TiTb"),

    /// tensor to copy and write into, dimension, positions, what is written there
    SCATTER("scatter", "src", "TiTT"),

    /// tensor, dimension, positions in one dimension
    SELECT("index_select", "", "TiT"),

    /// tensor, dimension, from or nothing, to or nothing, step
    SLICE("slice", "Tensor", "Tii?i?i");

    private final String base;
    private final String overload;
    private final List<Parameter> parameters;

    Operator(String base, String overload, String parameters) {
        this.base = base;
        this.overload = overload;
        this.parameters = Parameter.parse(parameters);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    String base() {
        return "aten::" + base;
    }

    String overload() {
        return overload;
    }

    @Override
    public String toString() {
        return overload.isEmpty() ? base() : base() + "." + overload;
    }
}
