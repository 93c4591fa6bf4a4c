package dev.fathom;

import dev.fathom.internal.engine.Geometry;
import dev.fathom.space.Constraint;
import dev.fathom.space.Kind;
import dev.fathom.space.Space;
import java.util.List;
import java.util.stream.Collectors;

/// A space as the engine sees it.
final class SpaceGeometry<T> implements Geometry {

    private final Space<T> space;
    private final List<Constraint<T>> constraints;
    private final boolean discrete;
    private boolean refusing;

    SpaceGeometry(Space<T> space) {
        this.space = space;
        constraints = space.constraints();
        discrete = space.columns().stream().anyMatch(c -> c.kind() != Kind.REAL);
    }

    @Override
    public boolean isDiscrete() {
        return discrete;
    }

    @Override
    public void canonicalize(double[] x) {
        space.canonicalize(x, 0);
    }

    @Override
    public boolean isConstrained() {
        return refusing || !constraints.isEmpty();
    }

    /// Some points have no value, because a constructor refuses its arguments: they count as infeasible from now on.
    void expectRefusals() {
        refusing = true;
    }

    @Override
    public double violation(double[] x) {
        if (!isConstrained()) {
            return 0;
        }
        T value;
        try {
            value = space.decode(x, 0);
        } catch (RuntimeException e) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (Constraint<T> constraint : constraints) {
            double violation = constraint.violation().applyAsDouble(value);
            sum += violation <= 0 ? 0 : Double.isNaN(violation) ? Double.POSITIVE_INFINITY : violation;
        }
        return sum;
    }

    @Override
    public String violated(double[] x) {
        T value;
        try {
            value = space.decode(x, 0);
        } catch (RuntimeException e) {
            return "the constructor that says '" + e.getMessage() + "'";
        }
        return constraints.stream()
                .filter(c -> !c.allows(value))
                .map(c -> "'" + c.name() + "'")
                .collect(Collectors.joining(" and "));
    }
}
