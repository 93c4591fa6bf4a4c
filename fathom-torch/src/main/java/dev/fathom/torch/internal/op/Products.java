package dev.fathom.torch.internal.op;

import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Operator;
import dev.fathom.torch.internal.shim.Session;

/// Matrix products and sums. The dispatcher of 2.7 cannot name dimensions to sum over, so that a sum is a product with
/// ones.
///
/// @param session where the tensors lie
public record Products(Session session) {

    /// a [n×m] · b [m×p].
    public Native product(Native a, Native b) {
        return session.call(Operator.PRODUCT, a, b);
    }

    /// a_i [n×m] · b_i [m×p] for each i of [k×n×m] and [k×m×p].
    public Native batched(Native a, Native b) {
        return session.call(Operator.BATCHED_PRODUCT, a, b);
    }

    /// Σ_j x_ij of x [n×d] as [n×1].
    public Native sumOfColumns(Native x) {
        try (Native ones = ones(x, x.size(1), 1)) {
            return product(x, ones);
        }
    }

    /// Σ_i x_ij over the rows of each of k groups of x [k·λ×d] as [k×d].
    public Native sumOfRows(Native x, long k) {
        try (Native ones = ones(x, x.size(0), 1)) {
            return weightedSum(ones, x, k);
        }
    }

    /// Σ_i w_i x_ij over the rows of each of k groups, w [k·λ×1], x [k·λ×d], as [k×d].
    public Native weightedSum(Native weights, Native x, long k) {
        Views views = new Views(session);
        if (k == 1) {
            try (Native row = views.reshape(weights, 1, x.size(0))) {
                return product(row, x);
            }
        }
        long lambda = k == 0 ? 0 : x.size(0) / k;
        try (Native w = views.reshape(weights, k, 1, lambda);
                Native groups = views.groups(x, k);
                Native sums = batched(w, groups)) {
            return views.flat(sums);
        }
    }

    /// The largest number of each column within each of k groups of x [k·λ×d] as [k×d]; NaN if one is.
    public Native largestOfRows(Native x, long k) {
        try (Native groups = new Views(session).groups(x, k)) {
            Native[] found = session.callForTwo(Operator.MAX, groups, 1, false);
            found[1].close();
            return found[0];
        }
    }

    /// Σ w_ij v_ij over the columns of [n×d], as [n×1].
    public Native dot(Native w, Native v) {
        try (Native terms = new Elementwise(session).multiply(w, v)) {
            return sumOfColumns(terms);
        }
    }

    /// Ones [n×d] of the type of x.
    public Native ones(Native x, long n, long d) {
        return filled(Operator.ONES_LIKE, x, n, d);
    }

    /// Zeros [n×d] of the type of x.
    public Native zeros(Native x, long n, long d) {
        return filled(Operator.ZEROS_LIKE, x, n, d);
    }

    private Native filled(Operator operator, Native x, long n, long d) {
        try (Native shape = session.empty(x.dtype(), n, d)) {
            return session.call(operator, shape, null, null, null, null, null);
        }
    }
}
