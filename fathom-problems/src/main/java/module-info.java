/// Test problems with known optima.
@org.jspecify.annotations.NullMarked
module dev.fathom.problems {
    requires static transitive org.jspecify;
    requires transitive dev.fathom.core;

    exports dev.fathom.problems;
    exports dev.fathom.problems.tensor;
    exports dev.fathom.problems.nist;
}
