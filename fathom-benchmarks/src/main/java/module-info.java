/// Benchmarks of the engine and the algorithms.
@org.jspecify.annotations.NullMarked
module dev.fathom.benchmarks {
    requires static transitive org.jspecify;
    requires transitive dev.fathom.core;
    requires dev.fathom.algorithms;
    requires dev.fathom.problems;
    requires jdk.management;
    requires jmh.core;

    exports dev.fathom.benchmarks;
}
