/// Small programs that show what Fathom is used for. Each is a test.
@org.jspecify.annotations.NullMarked
module dev.fathom.examples {
    requires static org.jspecify;
    requires dev.fathom.algorithms;
    requires dev.fathom.problems;
    requires dev.fathom.lab;
    requires dev.fathom.cli;
    requires dev.fathom.torch;
    requires jdk.management;

    exports dev.fathom.examples;

    opens dev.fathom.examples to
            dev.fathom.core;
}
