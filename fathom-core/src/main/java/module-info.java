/// Spaces, engine, journal: everything of Fathom that is not an algorithm.
@org.jspecify.annotations.NullMarked
module dev.fathom.core {
    requires static transitive org.jspecify;
    requires static jdk.incubator.vector;
    requires tools.jackson.core;

    exports dev.fathom;
    exports dev.fathom.algorithm;
    exports dev.fathom.event;
    exports dev.fathom.math;
    exports dev.fathom.observe;
    exports dev.fathom.space;
    exports dev.fathom.tensor;
    exports dev.fathom.internal.json to
            dev.fathom.mlflow;
    exports dev.fathom.internal.words to
            dev.fathom.algorithms,
            dev.fathom.cli,
            dev.fathom.lab,
            dev.fathom.problems;

    uses dev.fathom.algorithm.Catalog;
}
