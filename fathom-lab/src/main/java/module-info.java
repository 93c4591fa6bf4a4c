/// Experiments, measures and pictures.
@org.jspecify.annotations.NullMarked
module dev.fathom.lab {
    requires static transitive org.jspecify;
    requires transitive dev.fathom.core;
    requires transitive dev.fathom.problems;
    requires dev.fathom.algorithms;

    exports dev.fathom.lab;
}
