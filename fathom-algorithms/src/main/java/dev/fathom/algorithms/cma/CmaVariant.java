package dev.fathom.algorithms.cma;

/// Departures from the CMA-ES of Hansen's tutorial (2016) that need no state of their own but the best row.
///
/// @param elitist whether the best row so far takes part in every update (Hansen's pycma, option CMA_elitist)
/// @param stepSize how long a path is compared with a random one
/// @param narrowest least standard deviation of a column in natural steps, `[0, widest)`
/// @param widest largest standard deviation of a column in natural steps, `(0, ∞]`
/// @param lazy whether an eigendecomposition serves several generations, see [CmaParameters#gap]
public record CmaVariant(boolean elitist, StepSize stepSize, double narrowest, double widest, boolean lazy) {

    public CmaVariant {
        if (!(narrowest >= 0) || !(widest > narrowest)) {
            throw new IllegalArgumentException("standard deviations cannot lie between " + narrowest + " and " + widest
                    + ". Maybe 0 and infinity, which limit nothing?");
        }
    }

    /// The tutorial's.
    public CmaVariant() {
        this(false, StepSize.LENGTH, 0, Double.POSITIVE_INFINITY, true);
    }

    public CmaVariant withElitist(boolean bestStays) {
        return new CmaVariant(bestStays, stepSize, narrowest, widest, lazy);
    }

    public CmaVariant withStepSize(StepSize rule) {
        return new CmaVariant(elitist, rule, narrowest, widest, lazy);
    }

    public CmaVariant withDeviations(double least, double largest) {
        return new CmaVariant(elitist, stepSize, least, largest, lazy);
    }

    public CmaVariant withLazy(boolean rarely) {
        return new CmaVariant(elitist, stepSize, narrowest, widest, rarely);
    }

    boolean isLimited() {
        return narrowest > 0 || widest < Double.POSITIVE_INFINITY;
    }
}
