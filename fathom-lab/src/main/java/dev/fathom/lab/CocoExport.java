package dev.fathom.lab;

import dev.fathom.problems.Problems;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts the logs of runs together to the folders that the post-processing of the COCO platform reads: one for each
/// optimizer and budget, with a file `bbobexp_fF.info` for each function F and the files `bbobexp_fF_DIMd.dat` and
/// `.tdat` below `data_fF`.
///
/// Source: Hansen et al., "COCO: a platform for comparing continuous optimizers in a black-box setting", 2021, and the
/// files of its data archive.
final class CocoExport {

    private static final String SUITES = "bbob";

    private final Experiment experiment;
    private final Folder folder;

    CocoExport(Experiment experiment, Folder folder) {
        this.experiment = experiment;
        this.folder = folder;
    }

    /// @throws IllegalArgumentException if there is no such format for the problems
    static void check(Experiment experiment, List<Planned> plan) {
        boolean numbered = experiment.functions().stream().allMatch(label -> label.matches("\\d+"));
        boolean single = Problems.of(plan.getFirst().key().problem()).goal().objectives() == 1;
        if (!experiment.set().name().startsWith(SUITES) || !numbered || !single) {
            throw new IllegalArgumentException("the logs of the COCO platform are for suites of numbered functions with"
                    + " one objective, which " + experiment.set().name() + " is not. Maybe leave them out?");
        }
    }

    /// Writes all folders.
    ///
    /// @param runs finished ones
    void write(List<Planned> runs) throws IOException {
        Path coco = folder.made("coco");
        for (Contestant contestant : experiment.contestants()) {
            for (Allowance budget : experiment.budgets()) {
                String name = contestant.name() + (experiment.budgets().size() == 1 ? "" : "-" + suffix(budget));
                List<Planned> own = runs.stream()
                        .filter(run -> run.key().optimizer().equals(contestant.name())
                                && run.key().budget() == budget.of(run.dimension()))
                        .toList();
                write(Files.createDirectories(coco.resolve(name)), name, own);
            }
        }
    }

    private static String suffix(Allowance budget) {
        return budget.perDimension() ? budget.toString().replace(" per dimension", "D") : budget.toString();
    }

    private void write(Path own, String name, List<Planned> runs) throws IOException {
        Map<String, Map<Integer, List<Planned>>> functions = runs.stream()
                .collect(Collectors.groupingBy(
                        Planned::function,
                        LinkedHashMap::new,
                        Collectors.groupingBy(Planned::dimension, LinkedHashMap::new, Collectors.toList())));
        for (Map.Entry<String, Map<Integer, List<Planned>>> entry : functions.entrySet()) {
            Files.createDirectories(own.resolve("data_f" + entry.getKey()));
            StringBuilder info = new StringBuilder();
            for (List<Planned> runsOfDimension : entry.getValue().values()) {
                info.append(info.isEmpty() ? "" : "\n").append(info(own, name, runsOfDimension));
            }
            Files.writeString(own.resolve("bbobexp_f" + entry.getKey() + ".info"), info);
        }
    }

    /// Writes the data files of one function and dimension.
    ///
    /// @return their lines in the info file
    private String info(Path own, String name, List<Planned> runs) throws IOException {
        Planned first = runs.getFirst();
        String stem = "data_f" + first.function() + "/bbobexp_f" + first.function() + "_DIM" + first.dimension();
        StringBuilder info = new StringBuilder()
                .append("suite = '" + experiment.set().name() + "', funcId = " + first.function())
                .append(", DIM = " + first.dimension() + ", Precision = 1.000e-08, algId = '" + name + "'")
                .append(", coco_version = '', logger = 'bbob', data_format = 'bbob-new2'")
                .append(", settings = '" + experiment.workers() + "'\n")
                .append("% " + name + " of Fathom, seed " + experiment.seed() + "\n")
                .append(stem + ".dat");
        try (Writer dat = Files.newBufferedWriter(own.resolve(stem + ".dat"));
                Writer tdat = Files.newBufferedWriter(own.resolve(stem + ".tdat"))) {
            for (Planned run : runs) {
                String log = Files.readString(folder.log(run.key()));
                int begin = log.indexOf('\n') + 1;
                int middle = log.indexOf(CocoTrace.SEPARATOR + "\n");
                dat.write(log.substring(begin, middle));
                tdat.write(log.substring(middle + CocoTrace.SEPARATOR.length() + 1));
                info.append(", " + run.instance() + ":" + evaluations(log) + "|" + log.substring(0, begin - 1));
            }
        }
        return info.append('\n').toString();
    }

    /// The first number of the last line.
    private static String evaluations(String log) {
        int begin = log.lastIndexOf('\n', log.length() - 2) + 1;
        return log.substring(begin, log.indexOf(' ', begin));
    }
}
