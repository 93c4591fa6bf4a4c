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
        return !constraints.isEmpty();
    }

    @Override
    public double violation(double[] x) {
        if (constraints.isEmpty()) {
            return 0;
        }
        T value = space.decode(x, 0);
        double sum = 0;
        for (Constraint<T> constraint : constraints) {
            double violation = constraint.violation().applyAsDouble(value);
            sum += violation <= 0 ? 0 : Double.isNaN(violation) ? Double.POSITIVE_INFINITY : violation;
        }
        return sum;
    }

    @Override
    public String violated(double[] x) {
        T value = space.decode(x, 0);
        return constraints.stream()
                .filter(c -> !c.allows(value))
                .map(c -> "'" + c.name() + "'")
                .collect(Collectors.joining(" and "));
    }
}
