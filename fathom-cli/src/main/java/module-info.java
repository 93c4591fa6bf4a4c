/// The command `fathom`.
@org.jspecify.annotations.NullMarked
module dev.fathom.cli {
    requires static transitive org.jspecify;
    requires transitive dev.fathom.core;
    requires dev.fathom.algorithms;
    requires dev.fathom.benchmarks;
    requires dev.fathom.lab;
    requires dev.fathom.problems;
    requires dev.fathom.torch;
    requires EvalEx;
    requires info.picocli;
    requires me.tongfei.progressbar;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;

    exports dev.fathom.cli;

    opens dev.fathom.cli to
            info.picocli;
}
