package dev.fathom.algorithms.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.SymmetricQRAlgorithmDecomposition_DDRM;
import org.ejml.dense.row.decomposition.hessenberg.TridiagonalDecompositionHouseholder_DDRM;

/// Eigenvalues and eigenvectors of symmetric matrices, `A = Σ_k λ_k v_k v_kᵀ`, in no particular order.
///
/// Householder tridiagonalization and the implicit QR algorithm of EJML, constructed directly rather than through its
/// factory so that one thread computes the same bits on every machine.
public final class Eigensystem {

    private final int dimension;
    private final DMatrixRMaj matrix;
    private final double[] values;
    private final double[] vectors;
    private final SymmetricQRAlgorithmDecomposition_DDRM solver =
            new SymmetricQRAlgorithmDecomposition_DDRM(new TridiagonalDecompositionHouseholder_DDRM(), true);

    /// The system of the identity.
    ///
    /// @param dimension d
    public Eigensystem(int dimension) {
        this.dimension = dimension;
        matrix = new DMatrixRMaj(dimension, dimension);
        values = new double[dimension];
        vectors = new double[dimension * dimension];
        for (int k = 0; k < dimension; k++) {
            values[k] = 1;
            vectors[k * dimension + k] = 1;
        }
    }

    /// Eigenvalues `λ [d]`, the array itself.
    public double[] values() {
        return values;
    }

    /// Eigenvectors of length 1 `v [d×d]`, one per row, the array itself: row `k` belongs to `values()[k]`.
    public double[] vectors() {
        return vectors;
    }

    /// Decomposes another matrix.
    ///
    /// @param lower `A [d×d]`, of which the lower triangle is read
    /// @return whether it succeeded; the old system remains otherwise
    public boolean decompose(double[] lower) {
        mirror(lower);
        if (!solver.decompose(matrix)) {
            return false;
        }
        for (int k = 0; k < dimension; k++) {
            values[k] = solver.getEigenvalue(k).getReal();
            System.arraycopy(solver.getEigenVector(k).data, 0, vectors, k * dimension, dimension);
        }
        return true;
    }

    private void mirror(double[] lower) {
        double[] full = matrix.data;
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j <= i; j++) {
                full[i * dimension + j] = lower[i * dimension + j];
                full[j * dimension + i] = lower[i * dimension + j];
            }
        }
    }
}
