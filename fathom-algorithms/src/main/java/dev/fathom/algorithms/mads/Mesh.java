package dev.fathom.algorithms.mads;

/// The granular mesh: Audet, Le Digabel and Tribes, "The mesh adaptive direct search algorithm for granular and
/// discrete
/// variables" (SIAM J. Optimization 2019), section 3, with the anisotropic enlargement of Audet, Le Digabel and Tribes,
/// "Dynamic scaling in the mesh adaptive direct search algorithm for blackbox optimization" (Optimization and
/// Engineering 2016).
///
/// Variable j has a frame of size Δ = g·a·10^b with a ∈ {1, 2, 5}, and a mesh of size δ = 10^(b − |b − b⁰|), or
/// g·max(1, 10^(b − |b − b⁰|)) where it has a granularity g > 0 (g = 1 in Δ where it has none). So δ shrinks as Δ²
/// does.
final class Mesh {

    /// Mesh indices beyond which a run ends.
    private static final int LIMIT = 50;
    /// By how much shares of a frame may differ and still be equal.
    private static final double ROUNDING = 1e-12;

    private final Variables variables;
    private final int[] mantissa;
    private final int[] exponent;
    private final int[] first;
    private final int[] index;

    /// The initial mesh.
    Mesh(Variables variables) {
        this(variables, variables.frame);
    }

    /// A mesh of given frame sizes, rounded to a mantissa and an exponent.
    Mesh(Variables variables, double[] frame) {
        this.variables = variables;
        int d = variables.d;
        mantissa = new int[d];
        exponent = new int[d];
        index = new int[d];
        for (int j = 0; j < d; j++) {
            double ratio = frame[j] / unit(j);
            exponent[j] = (int) StrictMath.log10(ratio); // toward zero
            double share = ratio / power(exponent[j]);
            mantissa[j] = share < 1.5 ? 1 : share < 3.5 ? 2 : 5;
        }
        first = exponent.clone();
    }

    private Mesh(Mesh other) {
        variables = other.variables;
        mantissa = other.mantissa.clone();
        exponent = other.exponent.clone();
        first = other.first.clone();
        index = other.index.clone();
    }

    Mesh copy() {
        return new Mesh(this);
    }

    /// 10^k, correctly rounded.
    private static double power(int k) {
        return k >= 0 && k <= 22 ? POWERS[k] : Double.parseDouble("1e" + k);
    }

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private double unit(int j) {
        return variables.isGranular(j) ? variables.granularity[j] : 1;
    }

    /// b − |b − b⁰|, the exponent of the mesh size.
    private int meshExponent(int j) {
        int e = exponent[j] - Math.abs(exponent[j] - first[j]);
        return variables.isGranular(j) ? Math.max(0, e) : e;
    }

    /// Δ_j
    double frame(int j) {
        int b = exponent[j];
        return unit(j)
                * (b >= 0 ? mantissa[j] * power(b) : b >= -22 ? mantissa[j] / POWERS[-b] : mantissa[j] * power(b));
    }

    /// δ_j
    double size(int j) {
        int e = meshExponent(j);
        return unit(j) * (e >= -22 && e < 0 ? 1 / POWERS[-e] : power(e));
    }

    /// ρ_j = Δ_j / δ_j
    double ratio(int j) {
        return mantissa[j] * power(exponent[j] - meshExponent(j));
    }

    /// The mesh index of variable j: 0 at first, one more per enlargement, one less per refinement.
    int index(int j) {
        return index[j];
    }

    /// All frame sizes, `[d]`.
    double[] frames() {
        double[] frames = new double[variables.d];
        for (int j = 0; j < frames.length; j++) {
            frames[j] = frame(j);
        }
        return frames;
    }

    /// The step of direction component `u ∈ [-1, 1]`, a multiple of the mesh size at most as long as the frame.
    double step(int j, double u) {
        return round(ratio(j) * u) * size(j);
    }

    /// Half away from zero.
    private static double round(double x) {
        return Math.abs(x) >= 0x1p52 ? x : Math.copySign(Math.floor(Math.abs(x) + 0.5), x);
    }

    /// The nearest multiple of the mesh size, as a decimal number that does not depend on the way to it; where the
    /// centre
    /// is not a multiple, the nearest point of the mesh around it.
    double project(int j, double v, double centre) {
        double delta = size(j);
        double lines = round(v / delta);
        if (Math.abs(lines) >= 0x1p52) {
            return v;
        }
        if (!isMultiple(centre, delta)) {
            return centre + round((v - centre) / delta) * delta;
        }
        int e = meshExponent(j);
        if (variables.isGranular(j)) {
            return Variables.multiple(lines * power(e), unit(j));
        }
        return e < 0 && e >= -22 ? lines / POWERS[-e] : lines * delta;
    }

    private static boolean isMultiple(double v, double delta) {
        double nearest = round(v / delta) * delta;
        return Math.abs(v - nearest) <= Math.max(1e-14, 4 * Math.ulp(v));
    }

    /// Brings a point to the mesh around a centre and inside the bounds, in place. Variables that are not free keep the
    /// value of the centre.
    double[] project(double[] v, double[] centre) {
        for (int j = 0; j < v.length; j++) {
            v[j] = Double.isFinite(v[j]) ? project(j, v[j], centre[j]) : centre[j];
        }
        return variables.snap(v);
    }

    /// Enlarges the frame after a success.
    ///
    /// @param step from the old centre to the new one, `[d]`
    /// @param isotropic whether all variables are enlarged
    /// @param factor the share of its frame that a variable must have moved otherwise
    void enlarge(double[] step, boolean isotropic, double factor) {
        double least = leastRatio();
        boolean[] chosen = new boolean[step.length];
        for (int j : variables.free) {
            chosen[j] = isotropic
                    || Math.abs(step[j]) / frame(j) > factor + ROUNDING
                    || (!variables.isGranular(j) && exponent[j] < first[j] && ratio(j) > least * least);
        }
        for (int j : variables.free) {
            if (chosen[j]) {
                enlarge(j);
            }
        }
    }

    private double leastRatio() {
        double least = Double.POSITIVE_INFINITY;
        for (int j : variables.free) {
            least = variables.isGranular(j) ? least : Math.min(least, ratio(j));
        }
        return least;
    }

    private void enlarge(int j) {
        if (exponent[j] >= 300) {
            return;
        }
        index[j]++;
        exponent[j] += mantissa[j] == 5 ? 1 : 0;
        mantissa[j] = mantissa[j] == 1 ? 2 : mantissa[j] == 2 ? 5 : 1;
    }

    /// Makes the frame smaller after a failure.
    void refine() {
        for (int j : variables.free) {
            boolean least =
                    variables.isGranular(j) ? mantissa[j] == 1 && exponent[j] == 0 : size(j) < variables.minMesh[j];
            if (!least && meshExponent(j) > -300) {
                index[j]--;
                exponent[j] -= mantissa[j] == 1 ? 1 : 0;
                mantissa[j] = mantissa[j] == 5 ? 2 : mantissa[j] == 2 ? 1 : 5;
            }
        }
    }

    /// Why the mesh cannot serve any longer, in words; empty while it can.
    String end() {
        if (all(j -> !variables.isGranular(j) && size(j) < variables.minMesh[j])) {
            return "the mesh is finer than MIN_MESH_SIZE in all continuous variables";
        }
        if (all(j -> frame(j) < variables.minFrame[j])) {
            return "the frame is smaller than MIN_FRAME_SIZE in all variables";
        }
        if (hasContinuous() && all(j -> variables.isGranular(j) ? frame(j) <= unit(j) : index[j] < -LIMIT)) {
            return "the mesh was refined more than " + LIMIT + " times";
        }
        if (all(j -> index[j] > LIMIT)) {
            return "the mesh was enlarged more than " + LIMIT + " times. Maybe the objective is unbounded?";
        }
        return "";
    }

    private boolean hasContinuous() {
        return !all(variables::isGranular);
    }

    private boolean all(java.util.function.IntPredicate holds) {
        boolean all = true;
        for (int j : variables.free) {
            all &= holds.test(j);
        }
        return all;
    }
}
