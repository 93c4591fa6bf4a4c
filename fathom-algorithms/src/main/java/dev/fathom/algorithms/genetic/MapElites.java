package dev.fathom.algorithms.genetic;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// MAP-Elites: an archive with the best row of every cell of a space of features (Mouret and Clune, "Illuminating
/// search
/// spaces by mapping elites", arXiv 1504.04909, 2015).
///
/// The first objective is the loss, the others are the features. Without [Niches] there is a grid over the first one or
/// two coordinates, whatever the objectives. Children that fall into a cell compete with its elite; the work of a
/// generation is that of sorting archive and children. Parents are drawn among filled cells only.
///
/// Deviation: with tournaments better cells breed more; the paper draws them alike, which is a tournament of one.
///
/// @param population λ ≥ 2, children of a generation, or 0, as in [GeneticAlgorithm]
/// @param niches over objectives 2 … m; null for a grid over coordinates
/// @param tournament cells that compete to be a parent, at least 1
/// @param operators applied in this order, at least one
public record MapElites(int population, @Nullable Niches niches, int tournament, List<Operator> operators)
        implements Vectorized<MapElites.State> {

    private static final int BINS = 5;

    public MapElites {
        operators = List.copyOf(operators);
        Sizes.check(population);
        Pairs.check(tournament);
        if (operators.isEmpty()) {
            throw new IllegalArgumentException(
                    "MAP-Elites needs an operator, but has none. Maybe new" + " GaussianMutation(0.1)?");
        }
    }

    /// A grid over coordinates, tournaments of four, Gaussian mutation by 0.1 natural steps.
    public MapElites() {
        this(0, null, 4, List.of(new GaussianMutation(0.1)));
    }

    public MapElites withPopulation(int lambda) {
        return new MapElites(lambda, niches, tournament, operators);
    }

    public MapElites withNiches(Niches other) {
        return new MapElites(population, other, tournament, operators);
    }

    public MapElites withTournament(int cells) {
        return new MapElites(population, niches, cells, operators);
    }

    public MapElites withOperators(Operator... inOrder) {
        return new MapElites(population, niches, tournament, List.of(inOrder));
    }

    /// The archive: C rows of each search, one for each cell.
    ///
    /// @param lambda λ
    /// @param begin where and how the first rows are drawn
    /// @param niches the cells
    /// @param ofColumns whether features are coordinates
    /// @param elites best row of each cell with its loss and its features, in the order of cells; the loss is `+∞`
    ///     where a cell is empty
    public record State(int lambda, Beginning begin, Niches niches, boolean ofColumns, Population elites) {

        /// 1 for filled cells `[k·C × 1]`.
        public Tensor filled() {
            return elites.f().columns(0, 1).isFinite();
        }
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.SIDE_BY_SIDE);
    }

    @Override
    public State start(Shape shape, Tensor starts, Noise noise) {
        if (niches != null && niches.features() != shape.objectives() - 1) {
            throw new IllegalArgumentException("the cells have " + niches.features() + " features, but there are "
                    + shape.objectives() + " objectives. Maybe return the loss first, then the features?");
        }
        Niches cells = niches != null ? niches : overColumns(shape);
        int k = starts.rows();
        int c = cells.count();
        Substrate on = starts.substrate();
        Tensor x = on.full(k * c, starts.columns(), 0).plus(starts);
        Tensor none = on.full(k * c, shape.objectives(), Double.POSITIVE_INFINITY);
        Population empty = new Population(x, none, on.full(k * c, 1, 0), on.full(k * c, 1, 0), k);
        return new State(Sizes.of(population, shape), Beginning.of(shape, starts), cells, niches == null, empty);
    }

    /// Five parts of each of the first two coordinates, open where there are no bounds.
    private static Niches overColumns(Shape shape) {
        List<Grid.Range> ranges = IntStream.range(0, Math.min(2, shape.dimension()))
                .mapToObj(shape.columns()::get)
                .map(c -> c.isBounded() ? new Grid.Range(c.low(), c.high(), BINS) : new Grid.Range(-1.5, 1.5, BINS))
                .toList();
        return new Grid(ranges, !shape.isBounded());
    }

    @Override
    public int size(State s) {
        return s.lambda();
    }

    @Override
    public Tensor sample(State s, int rows, Noise noise) {
        Population elites = s.elites();
        int k = elites.searches();
        Tensor filled = s.filled().columnSums(k);
        Tensor fresh = s.begin().sample(rows, noise.fork(0));
        if (filled.columnMax(1).at(0, 0) == 0) {
            return fresh;
        }
        Tensor u = fresh.substrate().uniform(k * rows, 1, noise.fork(1));
        Tensor place = Breeding.places(u, tournament, filled).clamp(0, elites.perSearch() - 1); // best cells first
        Tensor order = elites.ranks().argsort(k);
        Tensor parents = elites.x().gather(order.gather(Groups.indices(place, elites.perSearch(), k)));
        Breeding breeding = new Breeding(parents, u.times(0), k, rows, s.begin().domain());
        Tensor children = Operator.apply(operators, breeding, noise.fork(2));
        boolean everywhere = filled.times(-1).columnMax(1).at(0, 0) < 0;
        return everywhere ? children : children.times(0).plus(filled).choose(children, fresh);
    }

    @Override
    public State update(State s, Population told, Noise noise) {
        Population old = s.elites();
        int k = told.searches();
        int c = old.perSearch();
        Tensor loss = told.f().columns(0, 1);
        Tensor features = s.ofColumns()
                ? told.x().columns(0, s.niches().features())
                : told.f().columns(1, told.f().columns());
        Tensor nowhere = loss.substrate().full(1, 1, c);
        Tensor cells = loss.isFinite().choose(s.niches().cells(features), nowhere);
        Tensor x = Groups.join(old.x(), told.x(), k);
        Tensor f = Groups.join(old.f(), told.f(), k);
        Tensor violation = Groups.join(old.violation(), told.violation(), k);
        Tensor ranks = Population.ranked(x, f.columns(0, 1), violation, k).ranks(); // features count for nothing
        Tensor chosen = bestOfEach(Groups.join(numbers(loss, c, k), cells, k), ranks, c, k);
        Population elites = new Population(x, f, violation, ranks, k).rows(chosen);
        return new State(s.lambda(), s.begin(), s.niches(), s.ofColumns(), elites);
    }

    @Override
    public Optional<Population> population(State s) {
        return Optional.of(s.elites());
    }

    /// 0 … c − 1 for each search.
    private static Tensor numbers(Tensor like, int c, int searches) {
        Tensor once = Groups.numbers(like, c).reshape(1, c);
        return like.substrate().full(searches, c, 0).plus(once).reshape(searches * c, 1);
    }

    /// The index of the best row of each cell, all of which have a row `[k·c × 1]`.
    ///
    /// Rows sorted by cell, then by rank: the best are those whose cell is not that of the row before.
    private static Tensor bestOfEach(Tensor cells, Tensor ranks, int c, int k) {
        int n = cells.rows() / k;
        Tensor order = cells.times(n).plus(ranks).argsort(k);
        Tensor sorted = cells.gather(order);
        Tensor before = Groups.join(cells.substrate().full(k, 1, -1), Groups.first(sorted, n - 1, k), k);
        Tensor firsts = sorted.same(before).argsort(k); // 0 for the best of a cell
        return order.gather(Groups.first(firsts, c, k));
    }
}
