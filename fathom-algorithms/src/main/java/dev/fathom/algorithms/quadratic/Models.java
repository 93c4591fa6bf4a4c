package dev.fathom.algorithms.quadratic;

import org.jspecify.annotations.Nullable;

/// Quadratic models of several outputs, fitted to the same points.
public final class Models {

    private static final int FULL = 50;

    final Scaling scaling;
    final Form[] forms;

    private Models(Scaling scaling, Form[] forms) {
        this.scaling = scaling;
        this.forms = forms;
    }

    /// Fits one quadratic to each output.
    ///
    /// Columns in which the points do not differ do not count: the models are constant in them. Sets of points that do
    /// not determine what `how` asks for are fitted with regularization.
    ///
    /// @param points `x [k×n]`
    /// @param outputs `[k×m]`, finite
    /// @return null if there are too few points, all points are equal, or numbers are not finite
    public static @Nullable Models fit(double[][] points, double[][] outputs, Fitting how) {
        Sample sample = Sample.of(points, outputs);
        if (sample == null) {
            return null;
        }
        Form[] forms = fit(sample, how);
        return forms == null ? null : new Models(sample.scaling, forms);
    }

    private static Form @Nullable [] fit(Sample sample, Fitting how) {
        boolean determined = sample.count >= sample.coefficients();
        return switch (how) {
            case RIDGE -> ridge(sample, false).forms();
            case DIAGONAL -> ridge(sample, true).forms();
            case REGRESSION -> determined ? ridge(sample, false).forms() : null;
            case MINIMUM_FROBENIUS -> (determined ? ridge(sample, false) : frobenius(sample)).forms();
            case AUTO -> automatic(sample);
        };
    }

    /// With as many points as coefficients none can be left out of a least-squares fit: so a fit with a least norm or a
    /// ridge is made, which is the same, or nearly so.
    private static Form @Nullable [] automatic(Sample sample) {
        if (sample.count < Math.max(2, sample.width)) {
            return null;
        }
        if (sample.width >= FULL || sample.width == 1) {
            return ridge(sample, true).forms();
        }
        boolean exact = sample.count == 2 * sample.width + 1;
        Fit simple = exact ? Kernel.ridge(sample, true) : ridge(sample, true);
        return simple.or(sample.count > sample.coefficients() ? ridge(sample, false) : frobenius(sample));
    }

    private static Fit frobenius(Sample sample) {
        Fit fit = Frobenius.fit(sample);
        return fit != null ? fit : ridge(sample, false);
    }

    private static Fit ridge(Sample sample, boolean diagonal) {
        int coefficients = diagonal ? 2 * sample.width + 1 : sample.coefficients();
        if (sample.count < coefficients) {
            return Kernel.ridge(sample, diagonal);
        }
        Fit fit = Monomials.fit(sample, diagonal, 0);
        if (fit == null) {
            fit = Monomials.fit(sample, diagonal, Kernel.RIDGE);
        }
        return fit != null ? fit : Kernel.ridge(sample, diagonal);
    }

    /// Number of outputs, m.
    public int outputs() {
        return forms.length;
    }

    /// The model of one output.
    ///
    /// @param output `[0, m)`
    public Quadratic output(int output) {
        return new Quadratic(scaling, forms[output]);
    }

    /// What the models say at a point.
    ///
    /// @param x `[n]`
    /// @param out `[m]`
    public void predict(double[] x, double[] out) {
        double[] u = scaling.inward(x);
        for (int i = 0; i < forms.length; i++) {
            out[i] = forms[i].value(u);
        }
    }
}
