package dev.fathom.space;

import org.jspecify.annotations.Nullable;

/// A leaf at its place in a tree.
///
/// @param leaf the parameter
/// @param path its name within the tree
/// @param offset its first column
/// @param guard when it matters, null for always
record Slot(
        Parameter<?> leaf,
        String path,
        int offset,
        @Nullable Guard guard) {

    /// Matters only while a choice has taken one of its options.
    ///
    /// @param choice the choice
    /// @param offset its first column
    /// @param option number of the option
    /// @param outer a further condition, null for none
    record Guard(
            Choice<?> choice,
            int offset,
            int option,
            @Nullable Guard outer) {

        boolean isOpen(double[] x, int from) {
            return choice.index(x, from + offset) == option && (outer == null || outer.isOpen(x, from));
        }

        Guard shifted(int by) {
            return new Guard(choice, offset + by, option, outer == null ? null : outer.shifted(by));
        }

        Guard inside(Guard wider) {
            return new Guard(choice, offset, option, outer == null ? wider : outer.inside(wider));
        }
    }

    /// Whether the parameter matters at the point `x`.
    boolean isActive(double[] x, int from) {
        return guard == null || guard.isOpen(x, from);
    }

    /// The same leaf as part of a larger tree.
    Slot within(String prefix, int by) {
        return new Slot(leaf, Column.join(prefix, path), offset + by, guard == null ? null : guard.shifted(by));
    }

    /// The same leaf under a further condition.
    Slot under(Guard wider) {
        return new Slot(leaf, path, offset, guard == null ? wider : guard.inside(wider));
    }
}
