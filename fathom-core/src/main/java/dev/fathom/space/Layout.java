package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The leaves of a space in the order of their columns, and what can be done with coordinates leaf by leaf.
final class Layout {

    private final Slot[] slots;
    private final int dimension;

    Layout(List<Slot> slots) {
        this.slots = slots.toArray(Slot[]::new);
        dimension = slots.stream().mapToInt(s -> s.leaf().dimension()).sum();
    }

    /// The leaves of any space.
    static Layout of(Space<?> space) {
        return switch (space) {
            case Parameter<?> leaf -> new Layout(List.of(new Slot(leaf, "", 0, null)));
            case Composite<?> composite -> composite.layout();
        };
    }

    int dimension() {
        return dimension;
    }

    /// The slots inside a larger tree, whose column `offset` is the first one here.
    List<Slot> slotsWithin(String prefix, int offset) {
        return Arrays.stream(slots).map(s -> s.within(prefix, offset)).toList();
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>(dimension);
        int group = 0;
        for (Slot slot : slots) {
            for (Column column : slot.leaf().columns()) {
                columns.add(column.within(slot.path(), group));
            }
            group += slot.leaf().count();
        }
        return List.copyOf(columns);
    }

    void sample(double[] x, int from, Rng rng) {
        for (Slot slot : slots) {
            slot.leaf().sample(x, from + slot.offset(), rng);
        }
    }

    /// Changes each parameter that matters with probability 1/(their number), at least one. What a changed choice
    /// brings in or leaves out is seen by the parameters behind it.
    void mutate(double[] x, int from, Rng rng) {
        int active = countActive(x, from);
        boolean changed = active == 0;
        for (Slot slot : slots) {
            if (slot.isActive(x, from)) {
                changed |= mutate(slot, 1.0 / active, x, from, rng);
            }
        }
        if (!changed) {
            changeOne(rng.nextInt(active), x, from, rng);
        }
    }

    private static boolean mutate(Slot slot, double rate, double[] x, int from, Rng rng) {
        boolean changed = false;
        Parameter<?> leaf = slot.leaf();
        for (int k = 0; k < leaf.count(); k++) {
            if (rng.nextDouble() < rate) {
                leaf.change(k, x, from + slot.offset() + k * leaf.width(), rng);
                changed = true;
            }
        }
        return changed;
    }

    private int countActive(double[] x, int from) {
        int count = 0;
        for (Slot slot : slots) {
            count += slot.isActive(x, from) ? slot.leaf().count() : 0;
        }
        return count;
    }

    private void changeOne(int number, double[] x, int from, Rng rng) {
        int k = number;
        for (Slot slot : slots) {
            Parameter<?> leaf = slot.leaf();
            int count = slot.isActive(x, from) ? leaf.count() : 0;
            if (k < count) {
                leaf.change(k, x, from + slot.offset() + k * leaf.width(), rng);
                return;
            }
            k -= count;
        }
    }

    /// Takes each parameter, with all its columns, from `other` with probability one half.
    void recombine(double[] x, double[] other, int from, Rng rng) {
        for (Slot slot : slots) {
            int width = slot.leaf().width();
            for (int k = 0; k < slot.leaf().count(); k++) {
                if (rng.nextBoolean()) {
                    int at = from + slot.offset() + k * width;
                    System.arraycopy(other, at, x, at, width);
                }
            }
        }
    }

    /// Canonical coordinates for what matters, 0 for what does not. A choice stands before what depends on it.
    void canonicalize(double[] x, int from) {
        for (Slot slot : slots) {
            int at = from + slot.offset();
            if (slot.isActive(x, from)) {
                slot.leaf().canonicalize(x, at);
            } else {
                Arrays.fill(x, at, at + slot.leaf().dimension(), 0);
            }
        }
    }
}
