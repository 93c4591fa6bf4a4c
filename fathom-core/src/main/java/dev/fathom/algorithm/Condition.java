package dev.fathom.algorithm;

import java.util.List;
import java.util.stream.Collectors;

/// A condition of a competence map, as data: it can be tested, printed and compared.
public sealed interface Condition {

    /// Whether it holds for a shape.
    boolean holds(Shape shape);

    /// Why it holds or not: the facts with their values, such as `d = 10 ≤ 20`.
    String because(Shape shape);

    /// `fact ≥ bound`.
    record AtLeast(Fact fact, double bound) implements Condition {
        @Override
        public boolean holds(Shape shape) {
            return fact.of(shape) >= bound;
        }

        @Override
        public String because(Shape shape) {
            return compare(fact, shape, holds(shape) ? "≥" : "<", bound);
        }

        @Override
        public String toString() {
            return fact.label() + " ≥ " + number(bound);
        }
    }

    /// `fact < bound`.
    record Below(Fact fact, double bound) implements Condition {
        @Override
        public boolean holds(Shape shape) {
            return fact.of(shape) < bound;
        }

        @Override
        public String because(Shape shape) {
            return compare(fact, shape, holds(shape) ? "<" : "≥", bound);
        }

        @Override
        public String toString() {
            return fact.label() + " < " + number(bound);
        }
    }

    /// A truth such as [Fact#CONTINUOUS].
    record Is(Fact fact) implements Condition {
        @Override
        public boolean holds(Shape shape) {
            return fact.of(shape) != 0;
        }

        @Override
        public String because(Shape shape) {
            return (holds(shape) ? "" : "not ") + fact.label();
        }

        @Override
        public String toString() {
            return fact.label();
        }
    }

    /// Holds where the other does not.
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Shape shape) {
            return !condition.holds(shape);
        }

        @Override
        public String because(Shape shape) {
            return condition.because(shape);
        }

        @Override
        public String toString() {
            return "not " + condition;
        }
    }

    /// Holds where all hold; an empty list always holds.
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean holds(Shape shape) {
            return conditions.stream().allMatch(c -> c.holds(shape));
        }

        @Override
        public String because(Shape shape) {
            return conditions.stream().map(c -> c.because(shape)).collect(Collectors.joining(", "));
        }

        @Override
        public String toString() {
            return conditions.stream().map(Condition::toString).collect(Collectors.joining(" and "));
        }
    }

    /// `fact ≥ bound`.
    static Condition atLeast(Fact fact, double bound) {
        return new AtLeast(fact, bound);
    }

    /// `fact < bound`.
    static Condition below(Fact fact, double bound) {
        return new Below(fact, bound);
    }

    /// A truth.
    static Condition is(Fact fact) {
        return new Is(fact);
    }

    /// The opposite.
    static Condition not(Condition condition) {
        return new Not(condition);
    }

    /// All of them.
    static Condition all(Condition... conditions) {
        return new All(List.of(conditions));
    }

    private static String compare(Fact fact, Shape shape, String relation, double bound) {
        return fact.label() + " = " + number(fact.of(shape)) + " " + relation + " " + number(bound);
    }

    /// Whole numbers as such, others with three decimals at most.
    private static String number(double value) {
        double shown = Math.rint(value * 1000) / 1000;
        return shown == Math.rint(shown) && Math.abs(shown) < 1e15
                ? String.valueOf((long) shown)
                : String.valueOf(shown);
    }
}
