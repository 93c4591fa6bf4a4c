/// Optimization algorithms, one file each, and their registered names.
@org.jspecify.annotations.NullMarked
module dev.fathom.algorithms {
    requires static transitive org.jspecify;
    requires transitive dev.fathom.core;
    requires ejml.core;
    requires ejml.ddense;

    exports dev.fathom.algorithms.cma;
    exports dev.fathom.algorithms.direct;
    exports dev.fathom.algorithms.distribution;
    exports dev.fathom.algorithms.enomad;
    exports dev.fathom.algorithms.evolution;
    exports dev.fathom.algorithms.largescale;
    exports dev.fathom.algorithms.genetic;
    exports dev.fathom.algorithms.mads;
    exports dev.fathom.algorithms.model;
    exports dev.fathom.algorithms.nes;
    exports dev.fathom.algorithms.sampling;
    exports dev.fathom.algorithms.swarm;
    exports dev.fathom.algorithms.catalog;

    provides dev.fathom.algorithm.Catalog with
            dev.fathom.algorithms.catalog.Names;
}
