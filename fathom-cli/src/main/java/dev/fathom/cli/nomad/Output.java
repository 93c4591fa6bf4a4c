package dev.fathom.cli.nomad;

import dev.fathom.algorithms.mads.Choices.ViolationNorm;
import dev.fathom.algorithms.mads.OutputType;
import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.algorithms.mads.Settings;
import dev.fathom.cli.report.JournalResult;
import dev.fathom.event.Observer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// What a parameter file wants written besides the journal.
///
/// @param settings the parameters
/// @param variables in order
/// @param outputs what the black box answers
/// @param folder where the files are
/// @param seed of the run
/// @param answers the words of the answers that were not yet written, by the number of the trial
/// @param known points of the cache file, written again
/// @param uncounted how many evaluations do not count for the budget, kept up to date
public record Output(
        Settings settings,
        List<Variable> variables,
        List<OutputType> outputs,
        Path folder,
        long seed,
        ConcurrentMap<Long, List<String>> answers,
        List<CacheFile.Point> known,
        AtomicLong uncounted) {

    /// What writes it.
    ///
    /// @param earlier the results of an earlier session
    /// @param show takes lines for the screen
    public Observer open(List<JournalResult> earlier, Consumer<String> show) {
        return new OutputFiles(this, earlier, isShown() ? show : line -> {});
    }

    /// Whether lines are shown in place of a progress bar: where the file asks for them.
    public boolean isShown() {
        boolean asked = settings.has(Parameters.DISPLAY_STATS)
                || settings.has(Parameters.DISPLAY_DEGREE)
                || settings.has(Parameters.DISPLAY_ALL_EVAL);
        return asked && settings.get(Parameters.DISPLAY_DEGREE) >= 2;
    }

    /// Whether nothing is to be shown while the run goes on.
    public boolean isSilent() {
        return settings.get(Parameters.DISPLAY_DEGREE) < 2;
    }

    /// The line that is shown.
    StatsLine shown() {
        return new StatsLine(
                settings.has(Parameters.DISPLAY_STATS) ? words(Parameters.DISPLAY_STATS.name()) : List.of());
    }

    /// The line of the statistics file.
    StatsLine stats() {
        List<String> words = words(Parameters.STATS_FILE.name());
        return new StatsLine(words.isEmpty() ? List.of() : words.subList(1, words.size()));
    }

    private List<String> words(String name) {
        return new Line(name, (String) settings.get(Parameters.named(name)), 0).words();
    }

    Optional<Path> statsFile() {
        return words(Parameters.STATS_FILE.name()).stream().findFirst().map(this::seeded);
    }

    Optional<Path> historyFile() {
        return file(settings.get(Parameters.HISTORY_FILE)).map(this::seeded);
    }

    Optional<Path> solutionFile() {
        return file(settings.get(Parameters.SOLUTION_FILE)).map(this::seeded);
    }

    Optional<Path> cacheFile() {
        return file(settings.get(Parameters.CACHE_FILE)).map(folder::resolve);
    }

    private static Optional<String> file(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /// `stats.txt` becomes `stats.7.txt` for the seed 7.
    private Path seeded(String name) {
        Path plain = folder.resolve(name);
        if (!settings.get(Parameters.ADD_SEED_TO_FILE_NAMES)) {
            return plain;
        }
        String last = String.valueOf(plain.getFileName());
        int dot = last.lastIndexOf('.');
        return plain.resolveSibling(
                dot < 0 ? last + "." + seed : last.substring(0, dot) + "." + seed + last.substring(dot));
    }

    /// All files that are to be written.
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        statsFile().ifPresent(files::add);
        historyFile().ifPresent(files::add);
        solutionFile().ifPresent(files::add);
        cacheFile().ifPresent(files::add);
        return files;
    }

    /// Whether the words of an answer say that the evaluation does not count.
    boolean isUncounted(List<String> words) {
        int at = outputs.indexOf(OutputType.CNT_EVAL);
        return at >= 0 && words.size() == outputs.size() && words.get(at).matches("[+-]?0+(\\.0*)?([eE].*)?");
    }

    /// An evaluated point.
    ///
    /// @param losses empty if the evaluation failed
    Point point(Map<?, ?> parameters, List<Double> losses, List<Double> constraints, List<String> words) {
        double[] x = parameters.values().stream()
                .mapToDouble(value -> value instanceof Number number ? number.doubleValue() : Double.NaN)
                .toArray();
        List<String> texts = new ArrayList<>();
        for (int j = 0; j < x.length; j++) {
            texts.add(variables.get(j).text(x[j]));
        }
        double h = losses.isEmpty() ? Double.POSITIVE_INFINITY : violation(constraints);
        return new Point(x, texts, losses, h, words.isEmpty() ? words(losses, constraints) : words);
    }

    /// The outputs as far as they are known from losses and constraints; what is ignored is `-`.
    private List<String> words(List<Double> losses, List<Double> constraints) {
        List<String> words = new ArrayList<>();
        int loss = 0;
        int constraint = 0;
        for (OutputType type : losses.isEmpty() ? List.<OutputType>of() : outputs) {
            words.add(
                    type == OutputType.OBJ
                            ? Variable.number(losses.get(loss++))
                            : type.isConstraint() ? Variable.number(constraints.get(constraint++)) : "-");
        }
        return words;
    }

    private double violation(List<Double> constraints) {
        List<OutputType> types =
                outputs.stream().filter(OutputType::isConstraint).toList();
        ViolationNorm norm = settings.get(Parameters.H_NORM);
        double h = 0;
        for (int i = 0; i < types.size(); i++) {
            double c = Math.max(0, constraints.get(i));
            if (c > 0 && types.get(i) == OutputType.EB) {
                return Double.POSITIVE_INFINITY;
            }
            h = switch (norm) {
                case L1 -> h + c;
                case L2 -> h + c * c;
                case LINF -> Math.max(h, c);
            };
        }
        return h <= settings.get(Parameters.H_MIN) ? 0 : h;
    }
}
