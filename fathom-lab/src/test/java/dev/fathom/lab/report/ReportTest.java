package dev.fathom.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.lab.Run;
import dev.fathom.lab.Solving;
import dev.fathom.lab.measure.RuntimeProfile;
import dev.fathom.math.Rng;
import dev.fathom.problems.ProblemSet;
import dev.fathom.problems.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final ProblemSet SET = new ProblemSet(
            "little",
            "three <functions>",
            List.of("sphere", "cigar", "ackley"),
            List.of("1", "2", "3"),
            List.of("smooth", "smooth", "rough"),
            List.of(2, 3),
            2);

    private static final String PROFILE_HEADER =
            "algorithm,dimension,run_budget_per_dim,group,runs,evals_per_dim,fraction_solved,auc\n";

    @TempDir
    private Path directory;

    /// Runs in which each algorithm is a factor slower than the one before.
    static List<Run> runs(List<String> algorithms, double budget) {
        return runs(algorithms, budget, 2);
    }

    private static List<Run> runs(List<String> algorithms, double budget, int most) {
        List<Run> runs = new ArrayList<>();
        Rng rng = Rng.of(1);
        for (int d = 2; d <= most; d++) {
            for (int f = 1; f <= 3; f++) {
                for (int i = 1; i <= 2; i++) {
                    for (int a = 0; a < algorithms.size(); a++) {
                        runs.add(run(algorithms.get(a), d, f, i, budget, (1 + a) * (0.5 + rng.nextDouble() / 10)));
                    }
                }
            }
        }
        return runs;
    }

    private static Run run(String algorithm, int d, int f, int i, double budget, double slowness) {
        long[] hits = new long[51];
        int reached = 0;
        for (int j = 0; j < 51; j++) {
            long at = 1 + (long) (slowness * d * j);
            hits[j] = at <= budget * d ? at : 0;
            reached += hits[j] > 0 ? 1 : 0;
        }
        double delta = StrictMath.pow(10, 2 - (reached - 0.5) / 5);
        return new Run(algorithm, d, String.valueOf(f), i, budget, (long) (budget * d), delta, 0.01, hits);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private String write(List<Run> runs, Peers peers, Presentation how) throws IOException {
        return Files.readString(
                Report.write(runs, peers, SET, how, directory.resolve("out")).page());
    }

    @Test
    void thePageHasTablesPicturesAndDefinitions() throws IOException {
        List<Run> runs = new ArrayList<>(runs(List.of("Quick", "Middle", "Slow"), 20, 3));
        runs.addAll(runs(List.of("Quick", "Slow"), 100, 2));
        String page = write(runs, Peers.none(), Presentation.of("A <title>", Map.of("seed", "17")));
        assertThat(page)
                .contains("<h1>A &lt;title&gt;</h1>", "three &lt;functions&gt;", "<dt>seed</dt>", "<dd>17</dd>")
                .contains("Budget 20·D evaluations", "Budget 100·D evaluations", "Who beats whom")
                .contains("Expected running times", "What the measures mean", "Groups of functions in 3 dimensions")
                .doesNotContain("Best of ours against the best peer", "href=", "src=");
        assertThat(page.indexOf("class=\"name\">Quick<")).isLessThan(page.indexOf("class=\"name\">Middle<"));
        assertThat(page.indexOf("class=\"name\">Middle<")).isLessThan(page.indexOf("class=\"name\">Slow<"));
        Path pictures = directory.resolve("out/pictures");
        for (String stem : List.of(
                "profile-b20-d2",
                "profile-b20-d3-rough",
                "wins-b20",
                "ranks-b20-d2",
                "functions-b100-d2",
                "convergence-b100-d2")) {
            assertThat(pictures.resolve(stem + ".svg")).isNotEmptyFile();
            assertThat(ImageIO.read(pictures.resolve(stem + ".png").toFile()).getWidth())
                    .isGreaterThan(400);
        }
    }

    @Test
    void theNumbersOfTheTableAreThoseOfTheMeasure() throws IOException {
        List<Run> runs = runs(List.of("Quick", "Slow"), 20);
        String page = write(runs, Peers.none(), Presentation.of("T", Map.of()));
        for (String algorithm : List.of("Quick", "Slow")) {
            List<Run> own = runs.stream()
                    .filter(run -> run.algorithm().equals(algorithm) && run.dimension() == 2)
                    .toList();
            RuntimeProfile profile = RuntimeProfile.of(own);
            Matcher row = Pattern.compile(
                            "class=\"name\">" + algorithm + "</td><td[^>]*>([0-9.]+)</td><td>([0-9.]+)</td>")
                    .matcher(page);
            assertThat(row.find()).isTrue();
            assertThat(row.group(1)).isEqualTo(Format.fixed(profile.area(20), 3));
            assertThat(row.group(2)).isEqualTo(Format.fixed(profile.fractionSolved(20), 3));
        }
    }

    @Test
    void everySvgIsWellFormed() throws Exception {
        write(runs(List.of("A & B", "C<D", "E\"F"), 20), Peers.none(), Presentation.of("T", Map.of()));
        var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        try (var files = Files.list(directory.resolve("out/pictures"))) {
            for (Path svg :
                    files.filter(file -> file.toString().endsWith(".svg")).toList()) {
                var root = parser.parse(
                                new ByteArrayInputStream(Files.readString(svg).getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement();
                assertThat(root.getTagName()).isEqualTo("svg");
                assertThat(root.getTextContent()).doesNotContain("NaN");
                assertThat(Files.readString(svg)).doesNotContain("NaN", "Infinity");
            }
        }
    }

    @Test
    void theBestPeersAreDrawnAndTheOthersHidden() throws IOException {
        StringBuilder rows = new StringBuilder(PROFILE_HEADER);
        for (int p = 0; p < 6; p++) {
            for (int at : new int[] {10, 20}) {
                for (String group : List.of("all", "rough")) {
                    rows.append(String.join(",", "peer-" + p, "2", "20", group, "6", "" + at, "0." + p, "0.0" + p + at))
                            .append('\n');
                }
            }
        }
        rows.append("peer-9,2,10,all,6,10,0.9,0.9\n~virtual,2,20,all,6,20,0.95,0.9\n");
        Peers peers = Peers.read(List.of(file("peers.csv", rows.toString())));
        Presentation how = new Presentation("T", Map.of(), Set.of("peer-0"), 10, 2);
        String page = write(runs(List.of("Quick", "Slow"), 20), peers, how);
        String picture = Files.readString(directory.resolve("out/pictures/profile-b20-d2.svg"));
        assertThat(picture)
                .contains("peer-5 0.50", "peer-4 0.40", "peer-0 0.00", "~virtual")
                .doesNotContain("peer-3");
        assertThat(page)
                .contains("Best of ours against the best peer", "<small>Quick")
                .doesNotContain("peer-9");
        assertThat(page).containsPattern("class=\"peer more\">\\s*<td>\\d</td><td class=\"name\"[^>]*>peer-3<");
    }

    @Test
    void runsOfAnotherExperimentJoin() throws IOException {
        String csv = Run.HEADER + "\n"
                + String.join(
                        "\n",
                        runs(List.of("Quick", "Guest"), 20).stream()
                                .map(Run::toCsv)
                                .toList());
        Peers peers = Peers.read(List.of(file("other.csv", csv)));
        write(runs(List.of("Quick", "Slow"), 20), peers, Presentation.of("T", Map.of()));
        assertThat(Files.readString(directory.resolve("out/pictures/wins-b20.svg")))
                .contains(">Guest<", ">Quick (peer)<", ">Slow<");
    }

    @Test
    void oneRunIsEnough() throws IOException {
        String page = write(List.of(run("Alone", 2, 3, 1, 1, 1)), Peers.none(), Presentation.of("T", Map.of()));
        assertThat(page).contains("Budget 1·D", ">Alone<").doesNotContain("Who beats whom</h3>");
        assertThatThrownBy(() -> write(List.of(), Peers.none(), Presentation.of("T", Map.of())))
                .hasMessageContaining("no runs of little");
    }

    @Test
    void functionsWithDimensionsOfTheirOwnAreShownTogether() throws IOException {
        ProblemSet set = Problems.set("multiobjective");
        List<Run> runs = new ArrayList<>();
        for (Run run : runs(List.of("Quick", "Slow"), 20, 3)) {
            String function = run.dimension() == 2 ? "kursawe" : "zdt" + run.function();
            runs.add(new Run(
                    run.algorithm(),
                    run.dimension(),
                    function,
                    run.instance(),
                    20,
                    run.evaluations(),
                    1,
                    1,
                    run.hits()));
        }
        String page = Files.readString(Report.write(runs, Peers.none(), set, Presentation.of("T", Map.of()), directory)
                .page());
        assertThat(page)
                .contains("all functions, all dimensions", "missing hypervolume in all dimensions", "10⁻⁵")
                .doesNotContain("2 dimensions", "A loss above the minimum");
        assertThat(directory.resolve("pictures/profile-b20-all.svg")).isNotEmptyFile();
        assertThat(directory.resolve("pictures/profile-b20-d2.svg")).doesNotExist();
    }

    @Test
    void pointsOfPeersAreShownOnTheWholeSetOnly() throws IOException {
        String rows = PROFILE_HEADER + "peer,2,20,all,6,20,0.9,0.5\npeer,2,20,smooth,6,20,0.9,0.5\n";
        Peers peers = Peers.read(List.of(file("peers.csv", rows)));
        Presentation how = Presentation.of("T", Map.of());
        assertThat(write(runs(List.of("A"), 20), peers, how)).contains(">peer<").doesNotContain("Points of peers");
        List<Run> some = runs(List.of("A"), 20).stream()
                .filter(run -> !run.function().equals("1"))
                .toList();
        assertThat(write(some, peers, how))
                .contains("Points of peers are left out where")
                .doesNotContain(">peer<");
        Peers strange = Peers.read(List.of(file("strange.csv", rows.replace("smooth", "separ"))));
        assertThat(write(runs(List.of("A"), 20), strange, how))
                .contains("little does not have", "Points of peers are left out")
                .doesNotContain(">peer<");
    }

    @Test
    void realSuitesAreKnown() throws IOException {
        List<Run> runs = List.of(run("A", 2, 24, 1, 50, 1), run("B", 2, 24, 1, 50, 2));
        Path page = Report.write(runs, Peers.none(), Problems.set("bbob"), Presentation.of("T", Map.of()), directory)
                .page();
        assertThat(Files.readString(page)).contains("bbob: 24 noiseless functions");
    }

    private static List<Solving> solvings(List<Run> runs) {
        return runs.stream()
                .map(run -> new Solving(
                        run.algorithm(),
                        run.function() + "/" + run.instance() + "/" + run.dimension(),
                        run.dimension(),
                        run.budgetPerDimension(),
                        new long[] {run.hits()[5], run.hits()[10], run.hits()[20], run.hits()[30]}))
                .toList();
    }

    private String withSolvings(List<Run> runs, ProblemSet set) throws IOException {
        Presentation how = Presentation.of("T", Map.of());
        return Files.readString(Report.write(runs, solvings(runs), Peers.none(), set, how, directory.resolve("out"))
                .page());
    }

    @Test
    void dataProfilesAndPerformanceProfilesAreShown() throws IOException {
        List<Run> runs = new ArrayList<>(runs(List.of("Quick", "Slow"), 20, 3));
        runs.addAll(runs(List.of("Quick", "Slow"), 100, 2));
        String page = withSolvings(runs, SET);
        assertThat(page.split("<h3>Data profiles and performance profiles</h3>", -1))
                .hasSize(3);
        assertThat(page).contains("Data profiles, τ = 10⁻³, 12 problems, 20·D", "Performance profiles, τ = 10⁻⁵, 6");
        for (String budget : List.of("20", "100")) {
            for (String kind : List.of("data", "performance")) {
                for (int digits : new int[] {1, 3, 5}) {
                    Path svg = directory.resolve(
                            "out/pictures/" + kind + "-profile-b" + budget + "-tau1e-" + digits + ".svg");
                    assertThat(page).contains(Files.readString(svg).strip());
                    assertThat(svg.resolveSibling(svg.getFileName().toString().replace(".svg", ".png")))
                            .isNotEmptyFile();
                }
            }
        }
    }

    @Test
    void profilesOfSuitesAreFolded() throws IOException {
        String page = withSolvings(runs(List.of("Quick", "Slow"), 20), Problems.set("bbob"));
        assertThat(page)
                .contains("<summary>Data profiles and performance profiles</summary>")
                .doesNotContain("<h3>Data profiles");
    }

    @Test
    void profilesNeedSolvingTimesAndPerformanceACompetitor() throws IOException {
        String without = write(runs(List.of("Quick", "Slow"), 20), Peers.none(), Presentation.of("T", Map.of()));
        assertThat(without).doesNotContain("Data profiles");
        assertThat(withSolvings(runs(List.of("Quick"), 20), SET))
                .contains("<h3>Data profiles", "Data profiles, τ = 10⁻¹")
                .doesNotContain("Performance profiles, τ");
    }
}
