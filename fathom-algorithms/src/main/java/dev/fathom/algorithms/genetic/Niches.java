package dev.fathom.algorithms.genetic;

import dev.fathom.tensor.Tensor;

/// How the space of features is cut into cells, of which [MapElites] fills each with its best row.
public interface Niches {

    /// Number of cells, C.
    int count();

    /// Number of features, b.
    int features();

    /// The one cell that each row lies in.
    ///
    /// @param features `[n×b]`
    /// @return whole numbers from 0, C for rows in no cell `[n×1]`
    Tensor cells(Tensor features);
}
