package dev.fathom.algorithms.mads;

import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithms.direct.NelderMead;
import java.util.List;

/// The algorithms that parameter files ask for: MADS, or one of those that `…_OPTIMIZATION` parameters name.
public final class Variants {

    /// Points of a Latin hypercube that a search by models alone begins with.
    private static final long FIRST = 20;

    private Variants() {}

    /// The algorithm of some settings.
    ///
    /// - `CS_OPTIMIZATION`: coordinate search: polls along the axes, no searches, a mesh that is never enlarged.
    /// Deviation:
    ///   its frame shrinks by 5, 2, 1 rather than by halves.
    /// - `NM_OPTIMIZATION`: the simplex method.
    /// - `PSD_MADS_OPTIMIZATION`: [PsdMads].
    /// - `QUAD_MODEL_OPTIMIZATION`: only the quadratic model search.
    /// - `LH_EVAL`: the start and so many points of a Latin hypercube.
    /// - `VNS_MADS_OPTIMIZATION`: MADS with variable neighbourhood search.
    public static Sequential of(Settings settings) {
        if (settings.get(Parameters.NM_OPTIMIZATION)) {
            return new NelderMead();
        }
        if (settings.get(Parameters.PSD_MADS_OPTIMIZATION)) {
            return new PsdMads(settings);
        }
        return Mads.of(adapted(settings));
    }

    private static Settings adapted(Settings settings) {
        long points = settings.get(Parameters.LH_EVAL);
        if (points > 0) {
            return bare(settings, List.of())
                    .with(Parameters.LH_SEARCH, List.of(points, 0L))
                    .with(Parameters.SEARCH_METHOD_MESH_PROJECTION, false)
                    .with(Parameters.EVAL_OPPORTUNISTIC, false)
                    .with(Parameters.MAX_ITERATIONS, 1L);
        }
        if (settings.get(Parameters.CS_OPTIMIZATION)) {
            return bare(settings, List.of(DirectionType.CS))
                    .with(Parameters.ANISOTROPY_FACTOR, Double.POSITIVE_INFINITY)
                    .with(Parameters.EVAL_QUEUE_SORT, Choices.QueueSort.DIR_LAST_SUCCESS);
        }
        if (settings.get(Parameters.QUAD_MODEL_OPTIMIZATION)) {
            return bare(settings, List.of())
                    .with(Parameters.LH_SEARCH, List.of(FIRST, 0L))
                    .with(Parameters.EVAL_OPPORTUNISTIC, false)
                    .with(Parameters.QUAD_MODEL_SEARCH, true);
        }
        return settings.get(Parameters.VNS_MADS_OPTIMIZATION)
                ? settings.with(Parameters.VNS_MADS_SEARCH, true)
                : settings;
    }

    /// Without searches.
    private static Settings bare(Settings settings, List<DirectionType> directions) {
        return settings.with(Parameters.DIRECTION_TYPE, directions)
                .with(Parameters.DIRECTION_TYPE_SECONDARY_POLL, directions)
                .with(Parameters.SPECULATIVE_SEARCH, false)
                .with(Parameters.SIMPLE_LINE_SEARCH, false)
                .with(Parameters.QUAD_MODEL_SEARCH, false)
                .with(Parameters.NM_SEARCH, false);
    }
}
