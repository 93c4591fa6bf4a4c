package dev.fathom.algorithm;

import java.util.List;

/// How to search, as data: it can be printed, compared and explained before anything runs.
public sealed interface Recipe {

    /// One algorithm with its options.
    record Use(Algorithm algorithm) implements Recipe {}

    /// A registered name, see [Catalog].
    record Named(String name) implements Recipe {}

    /// One search after the other. Each begins at the best point of those before it and is told its result, and those
    /// that come late.
    ///
    /// @param stages at least one; the last one gets what is left of the budget
    record Chain(List<Stage> stages) implements Recipe {
        public Chain {
            stages = List.copyOf(stages);
            if (stages.isEmpty()) {
                throw new IllegalArgumentException("a chain needs at least one stage");
            }
        }
    }

    /// A stage of a [Chain]: it ends when its search is finished or its length is used up, whichever comes first.
    ///
    /// @param recipe how this stage searches
    /// @param length number of evaluations
    /// @param spread factor on the initial step size where the stage begins at the best point of those before it, `(0,
    /// ∞)`
    record Stage(Recipe recipe, Length length, double spread) {}

    /// Several searches side by side, in turn. After the warm-up only the one that found the best point goes on.
    ///
    /// @param members at least one
    /// @param warmUp share of the budget after which the others stop, `[0, 1]`; 1 keeps all to the end
    record Portfolio(List<Recipe> members, double warmUp) implements Recipe {
        public Portfolio {
            members = List.copyOf(members);
            if (members.isEmpty() || !(warmUp >= 0 && warmUp <= 1)) {
                throw new IllegalArgumentException("a portfolio needs members and a warm-up in [0, 1], but has "
                        + members.size() + " members and warm-up " + warmUp);
            }
        }
    }

    /// A competence map: the first rule whose condition holds decides.
    ///
    /// @param rules tried in order
    /// @param otherwise where none holds
    record Choose(List<Rule> rules, Recipe otherwise) implements Recipe {
        public Choose {
            rules = List.copyOf(rules);
        }
    }

    /// A rule of a competence map.
    record Rule(Condition condition, Recipe recipe) {}

    /// The same search again whenever it is finished, until the budget is used up; where the policy says so, only once.
    record Restart(Recipe recipe, Policy policy) implements Recipe {}

    /// What changes from one run to the next.
    enum Policy {
        /// Nothing: the run ends with the search.
        NEVER,
        /// Only the starting point, drawn from the space.
        SAME,
        /// The population doubles: Auger and Hansen, "A restart CMA evolution strategy with increasing population
        /// size", 2005.
        IPOP,
        /// Large and small populations share the budget: Hansen, "Benchmarking a BI-population CMA-ES on the BBOB-2009
        /// function testbed", 2009.
        BIPOP
    }

    /// A number of evaluations, fixed or as a share of what the shape tells.
    ///
    /// @param unit what `factor` multiplies
    /// @param factor `(0, ∞)`
    record Length(Unit unit, double factor) {

        /// What a length is counted in.
        public enum Unit {
            /// Evaluations.
            EVALUATIONS,
            /// Share of the budget; the whole search if the budget is unknown.
            BUDGET,
            /// Columns.
            DIMENSION,
            /// Workers.
            WORKERS
        }

        /// The number of evaluations for a shape, at least 1.
        public long of(Shape shape) {
            double count = factor
                    * switch (unit) {
                        case EVALUATIONS -> 1;
                        case BUDGET -> shape.budget();
                        case DIMENSION -> shape.dimension();
                        case WORKERS -> shape.workers();
                    };
            return Math.max(1, (long) count);
        }

        /// A fixed number.
        public static Length evaluations(long count) {
            return new Length(Unit.EVALUATIONS, count);
        }

        /// A share of the budget, `(0, 1]`.
        public static Length ofBudget(double share) {
            return new Length(Unit.BUDGET, share);
        }
    }

    /// One algorithm.
    static Recipe use(Algorithm algorithm) {
        return new Use(algorithm);
    }

    /// A registered name.
    static Recipe named(String name) {
        return new Named(name);
    }

    /// A competence map.
    static Recipe choose(List<Rule> rules, Recipe otherwise) {
        return new Choose(rules, otherwise);
    }

    /// Members side by side; after the share `warmUp` of the budget only the best goes on.
    static Recipe portfolio(double warmUp, Recipe... members) {
        return new Portfolio(List.of(members), warmUp);
    }

    /// First this recipe for `length` evaluations, then another from the best point found, with a tenth of the spread.
    default Recipe then(Length length, Recipe next) {
        return new Chain(List.of(new Stage(this, length, 1), new Stage(next, Length.ofBudget(1), 0.1)));
    }

    /// This recipe only once: the run ends with it.
    default Recipe once() {
        return new Restart(this, Policy.NEVER);
    }

    /// This recipe again and again.
    default Recipe restarting(Policy policy) {
        return new Restart(this, policy);
    }
}
