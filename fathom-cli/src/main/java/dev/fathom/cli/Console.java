package dev.fathom.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/// Where a command writes: results to standard output, everything else to standard error.
///
/// @param out results
/// @param err progress, remarks, errors
/// @param width columns of the terminal behind `err`; 0 if it is none
record Console(PrintWriter out, PrintWriter err, int width) {

    /// The console of a command. The launcher tells the width of the terminal by the property `fathom.columns`.
    static Console of(CommandSpec spec) {
        return new Console(
                spec.commandLine().getOut(), spec.commandLine().getErr(), Integer.getInteger("fathom.columns", 0));
    }

    /// Whether somebody watches.
    boolean isTerminal() {
        return width > 0;
    }

    /// A line on standard error.
    void remark(String line) {
        err.println(line);
        err.flush();
    }

    /// A line on standard output.
    void print(String line) {
        out.println(line);
        out.flush();
    }
}
