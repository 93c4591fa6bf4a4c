package dev.fathom.algorithms.mads;

/// How a poll chooses its directions. All but the coordinate directions are dense in the unit sphere over the
/// iterations.
public enum DirectionType {
    /// ± the columns of a Householder matrix: Abramson, Audet, Dennis and Le Digabel, "OrthoMADS: a deterministic MADS
    /// instance with orthogonal directions" (SIAM J. Optimization 2009).
    ORTHO_2N("ORTHO 2N"),
    /// n of these 2n and the negative of their sum: Audet, Ianni, Le Digabel and Tribes, "Reducing the number of
    /// function evaluations in mesh adaptive direct search algorithms" (SIAM J. Optimization 2014).
    ORTHO_NP1_NEG("ORTHO N+1 NEG"),
    /// n of these 2n and the minimizer of a quadratic model among their negatives, as above.
    ORTHO_NP1_QUAD("ORTHO N+1 QUAD"),
    /// n + 1 directions with equal angles.
    NP1_UNI("N+1 UNI"),
    /// ± the columns of an orthogonal matrix from a QR factorization: Van Dyke and Asaki, "Using QR decomposition to
    /// obtain a new instance of mesh adaptive direct search with uniformly distributed polling directions" (J.
    /// Optimization Theory and Applications 2013).
    QR_2N("QR 2N"),
    /// ± the columns of a random lower triangular integer matrix: Audet and Dennis, "Mesh adaptive direct search
    /// algorithms for constrained optimization" (SIAM J. Optimization 2006), section 4.
    LT_2N("LT 2N"),
    /// The columns of such a matrix and the negative of their sum.
    LT_NP1("LT N+1"),
    /// One random direction and its opposite.
    DOUBLE("DOUBLE"),
    /// One random direction.
    SINGLE("SINGLE"),
    /// ± the coordinate directions: coordinate search.
    CS("CS");

    private final String words;

    DirectionType(String words) {
        this.words = words;
    }

    /// Whether the directions come from a Householder matrix.
    boolean isOrtho() {
        return this == ORTHO_2N || this == ORTHO_NP1_NEG || this == ORTHO_NP1_QUAD;
    }

    /// Whether n of 2n directions are polled first, and one more after them.
    boolean isCompleted() {
        return this == ORTHO_NP1_NEG || this == ORTHO_NP1_QUAD;
    }

    /// The words used in parameter files, such as `ORTHO N+1 QUAD`.
    @Override
    public String toString() {
        return words;
    }
}
