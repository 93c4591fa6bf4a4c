package dev.fathom.algorithms.mads;

import java.util.List;
import java.util.Locale;

/// What an output of a black box means.
public enum OutputType {
    /// To be minimized.
    OBJ,
    /// Constraint, satisfied where `≤ 0`: points that violate it are rejected (extreme barrier).
    EB,
    /// Constraint, satisfied where `≤ 0`: its violation is limited more and more (progressive barrier).
    PB,
    /// Constraint treated as `PB` until a point satisfies it, then as `EB`.
    PEB,
    /// Constraint whose non-dominated violations are all kept (filter): polls start from both ends.
    F,
    /// 1 where the evaluation counts against the budget, 0 where not.
    CNT_EVAL,
    /// Ignored.
    NOTHING;

    /// Whether it is a constraint.
    public boolean isConstraint() {
        return this == EB || this == PB || this == PEB || this == F;
    }

    /// The outputs of a black box in order; `CSTR` is read as `PB`, other unknown words of the original as `NOTHING`.
    static Format<List<OutputType>> format() {
        Format<OutputType> one = Format.word(OutputType.class);
        Format<OutputType> tolerant = new Format<>(
                one.type(), one.range(), text -> one.read(synonym(text.toUpperCase(Locale.ROOT))), one.writer());
        return Format.sequence(tolerant);
    }

    /// A trailing `-R` marks outputs that DiscoMADS watches.
    private static String synonym(String word) {
        return switch (word.replaceFirst("-R$", "")) {
            case "CSTR", "PEB_P" -> "PB";
            case "PEB_E" -> "EB";
            case "-", "EXTRA_O", "STAT_AVG", "STAT_SUM", "UNDEF_BBO", "BBO_UNDEFINED", "NOTHING" -> "NOTHING";
            default -> word.replaceFirst("-R$", "");
        };
    }
}
