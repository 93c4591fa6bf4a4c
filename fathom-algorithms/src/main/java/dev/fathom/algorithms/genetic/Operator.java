package dev.fathom.algorithms.genetic;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Tensor;
import java.util.List;

/// Makes children of parents, for the whole population at once. A function of the rows is enough:
///
/// ```java
/// Operator shrink = (parents, noise) -> parents.x().times(0.9);
/// ```
///
/// Bounds are the engine's: children may lie outside. The name of a search says what its operators are, so operators
/// are best written as records.
@FunctionalInterface
public interface Operator {

    /// New rows, search by search; their number may differ from that of the parents.
    ///
    /// @param noise the only source of randomness, to be forked for each use
    /// @return `[k·c × d]`
    Tensor of(Breeding parents, Noise noise);

    /// Whether it mixes several parents.
    default boolean isCrossover() {
        return false;
    }

    /// Applies operators one after the other. Where they make another number of children than wanted, children are
    /// drawn from these at random.
    ///
    /// @return `[k·children × d]`
    static Tensor apply(List<Operator> operators, Breeding parents, Noise noise) {
        Breeding now = parents;
        for (int i = 0; i < operators.size(); i++) {
            now = now.with(operators.get(i).of(now, noise.fork(i)));
        }
        return now.perSearch() == parents.children()
                ? now.x()
                : now.winners(1, parents.children(), noise.fork(operators.size()));
    }
}
