package dev.fathom.cli;

import dev.fathom.cli.study.BadInput;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command `fathom`.
@Command(
        name = "fathom",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        header = {"Finds good settings of any program by trying them: gradient-free optimization.", ""},
        description = {
            "",
            "A study file names the parameters, the program and the number of evaluations. "
                    + "Every evaluation is written to a journal at once, so that a run can be killed and resumed.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fathom run study.yaml                 tune a program",
            "  fathom resume study.journal           go on exactly where it was interrupted",
            "  fathom best study.journal --json      the best setting, for other programs",
            "  fathom explain study.yaml             which method it would use, and why",
            "  fathom list optimizers                all methods",
            "",
            "A study file:",
            "  space:",
            "    rate:   {type: log, low: 1e-5, high: 1e-1}",
            "    layers: {type: integer, low: 1, high: 8}",
            "    kind:   {type: choice, values: [relu, tanh]}",
            "  objective:",
            "    command: \"./train --rate {rate} --layers {layers} --kind {kind}\"",
            "  budget: 200",
            "  workers: 4",
            "",
            "`fathom run --help` tells all keys."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:done",
            "  1:the run failed, for example because all evaluations failed",
            "  2:the command line, a study file or a journal cannot be used",
            "130:interrupted; the run can be resumed"
        },
        subcommands = {
            RunCommand.class,
            ResumeCommand.class,
            BestCommand.class,
            ReportCommand.class,
            ExplainCommand.class,
            ListCommand.class,
            EvaluateCommand.class,
            BenchCommand.class
        })
public final class Fathom implements Runnable {

    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int INTERRUPTED = 130;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where errors come from.", hidden = true)
    private boolean debug;

    /// Runs the command and ends the process with its exit code.
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /// The command with its subcommands; what it prints goes to `setOut` and `setErr`.
    public static CommandLine commandLine() {
        Fathom fathom = new Fathom();
        return new CommandLine(fathom)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((error, line, parsed) -> fathom.explain(error, line))
                .setParameterExceptionHandler(Fathom::explain);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private int explain(Exception error, CommandLine line) {
        PrintWriter err = line.getErr();
        boolean mistake = error instanceof IllegalArgumentException || error instanceof IllegalStateException;
        if (mistake || error instanceof UncheckedIOException) {
            err.println("fathom: " + message(error));
        } else {
            err.println("fathom: internal error: " + error + ". Maybe --debug tells more?");
        }
        if (debug) {
            error.printStackTrace(err);
        }
        err.flush();
        return mistake ? BAD_INPUT : FAILED;
    }

    private static String message(Exception error) {
        Throwable cause = error.getCause();
        return String.valueOf(
                error instanceof UncheckedIOException && cause != null ? cause.getMessage() : error.getMessage());
    }

    private static int explain(ParameterException error, String[] args) {
        CommandLine line = error.getCommandLine();
        if (error.getCause() instanceof BadInput cause) {
            line.getErr().println("fathom: " + cause.getMessage());
        } else {
            line.getErr().println("fathom: " + error.getMessage());
            UnmatchedArgumentException.printSuggestions(error, line.getErr());
        }
        line.getErr().println("`" + line.getCommandSpec().qualifiedName() + " --help` tells how it is used.");
        line.getErr().flush();
        return BAD_INPUT;
    }
}
