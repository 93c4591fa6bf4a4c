/// Experiments, measures and pictures.
@org.jspecify.annotations.NullMarked
module dev.fathom.lab {
    requires static transitive org.jspecify;
    requires transitive dev.fathom.core;
    requires transitive dev.fathom.problems;
    requires dev.fathom.algorithms;
    requires java.desktop;
    requires org.apache.commons.statistics.distribution;
    requires org.apache.commons.statistics.inference;

    exports dev.fathom.lab;
    exports dev.fathom.lab.measure;
    exports dev.fathom.lab.report;
}
