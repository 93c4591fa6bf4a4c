package dev.fathom.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {

    private static final String HEADER = """
            {"fathom":"journal","format":1,"version":"0.1.0","space":{"a":{"type":"log","low":1e-5,"high":1},"c":{"type":"choice","values":["x","y"]}},"goal":{"directions":["minimize"],"constraints":0,"noisy":false},"optimizer":"DE","budget":400,"workers":4,"seed":11,"asynchronous":false}
            """;
    private static final String RESULTS = """
            {"id":0,"asked":4,"parameters":{"a":0.5,"c":"x"},"loss":120.5,"at":0.1,"seconds":0.1}
            {"id":1,"asked":5,"parameters":{"a":0.01,"c":"y"},"loss":0.03125678901,"at":0.2,"seconds":0.1}
            {"id":2,"asked":6,"parameters":{"a":0.25,"c":"y"},"failed":"exit code 7","at":0.3,"seconds":0.1}
            {"id":3,"asked":7,"parameters":{"a":0.125,"c":"x"},"loss":5,"at":0.4,"seconds":0.1}
            """;
    private static final Set<String> VOID = Set.of("meta", "!doctype");
    private static final Pattern SCRIPT = Pattern.compile("(?s)(<script[^>]*>)(.*?)</script>");

    private static String report(String text) {
        return HtmlReport.of(JournalReader.parse("run.journal", text), "run.journal");
    }

    /// The page without the contents of scripts, styles and comments, checked to have balanced tags.
    private static String markup(String html) {
        String markup = SCRIPT.matcher(html)
                .replaceAll("$1</script>")
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("(?s)<style>.*?</style>", "<style></style>");
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = Pattern.compile("<(/?)([a-z!][a-z0-9]*)[^<>]*>").matcher(markup);
        while (tags.find()) {
            String tag = tags.group(2);
            if (!tags.group(1).isEmpty()) {
                assertThat(open.pop()).as(tags.group()).isEqualTo(tag);
            } else if (!VOID.contains(tag)) {
                open.push(tag);
            }
        }
        assertThat(open).isEmpty();
        assertThat(tags.reset().replaceAll("")).doesNotContain("<", ">");
        return markup;
    }

    private static JsonNode json(String html, String id) {
        Matcher script = Pattern.compile("(?s)<script type=\"application/json\" id=\"" + id + "\">(.*?)</script>")
                .matcher(html);
        assertThat(script.find()).as(id).isTrue();
        return JsonMapper.shared().readTree(script.group(1));
    }

    /// A column of the shared rows.
    private static List<JsonNode> column(String html, String name) {
        JsonNode rows = json(html, "rows");
        int index = rows.get("columns")
                .valueStream()
                .map(JsonNode::asString)
                .toList()
                .indexOf(name);
        assertThat(index).isNotNegative();
        return rows.get("rows").valueStream().map(row -> row.get(index)).toList();
    }

    @Test
    void tellsTheRunWithoutScripts() {
        String markup = markup(report(HEADER + RESULTS + "{\"stopped\":\"budget of 4 evaluations used up\"}\n"));
        assertThat(markup)
                .contains("<title>run.journal</title>")
                .contains("The least loss is 0.03125678901, found by evaluation 2 of 4.")
                .contains(
                        "<dt>Optimizer</dt>\n<dd>DE</dd>",
                        "<dt>Failures</dt>\n<dd>1</dd>",
                        "<dt>Seed</dt>\n<dd>11</dd>")
                .contains("budget of 4 evaluations used up")
                .contains("<td>exit code 7</td><td>a = 0.25, c = y</td>")
                .containsSubsequence("Best settings", ">0.0312568<", ">5<", ">120.5<", "Parameters");
    }

    @Test
    void loadsNothing() {
        String html = report(HEADER + RESULTS);
        String markup = markup(html);
        assertThat(markup)
                .contains("content=\"default-src 'none'; ")
                .doesNotContain("<link", "<img", "<iframe", "src=", "href=", "http:", "https:");
        assertThat(HtmlReport.resource("report.css")).doesNotContain("url(", "@import");
        assertThat(HtmlReport.resource("report.js")).doesNotContain("http", "fetch(");
    }

    @Test
    void drawsWhatTheJournalHolds() {
        String html = report(HEADER + RESULTS);
        assertThat(column(html, "y").stream().map(JsonNode::toString))
                .containsExactlyInAnyOrder("120.5", "5.0", "0.03125678901", "null");
        assertThat(column(html, "s").stream().filter(status -> status.asString().equals("failed")))
                .hasSize(1);
        JsonNode charts = json(html, "charts");
        assertThat(charts.propertyNames()).containsExactly("convergence", "p0", "p1", "parallel", "times");
        assertThat(charts.at("/convergence/layer/0/encoding/y/scale/type").asString())
                .isEqualTo("log");
        assertThat(charts.at("/p0/layer/0/encoding/x/scale/type").asString()).isEqualTo("log");
        assertThat(charts.propertyNames()).allSatisfy(name -> assertThat(html).contains("data-chart=\"" + name + "\""));
    }

    @Test
    void escapesWhatOthersWrote() {
        String attack = "</script><script>alert('1')</script>&<!--\"";
        String quoted = JsonMapper.shared().writeValueAsString(attack);
        String html = report(HEADER.replace("\"seed\"", "\"study\":{\"name\":" + quoted + "},\"seed\"")
                + "{\"id\":0,\"asked\":1,\"parameters\":{" + quoted + ":" + quoted + "},\"loss\":1}\n"
                + "{\"id\":1,\"asked\":2,\"parameters\":{" + quoted + ":\"other\"},\"loss\":2}\n"
                + "{\"id\":2,\"asked\":3,\"parameters\":{" + quoted + ":\"other\"},\"failed\":" + quoted + "}\n");
        assertThat(html).doesNotContain("<script>alert").contains("&lt;/script&gt;&lt;script&gt;alert(&#39;1&#39;)");
        assertThat(markup(html).split("<script", -1)).hasSize(6); // two of data, three of code
        assertThat(column(html, "p0").stream().map(JsonNode::asString)).contains(attack);
    }

    @Test
    void worksBeforeTheFirstResult() {
        String html = report(HEADER);
        assertThat(markup(html))
                .contains(
                        "No evaluation has been recorded yet.",
                        "not recorded: running, or interrupted",
                        "<td>a</td><td>log</td>")
                .doesNotContain("<script", "data-chart");
    }

    @Test
    void worksWhenAllFailed() {
        String html = report(HEADER + """
                {"id":0,"asked":1,"parameters":{"a":0.5,"c":"x"},"failed":"no such program","at":0.1,"seconds":0.1}
                {"id":1,"asked":2,"parameters":{"a":0.6,"c":"x"},"failed":"no such program","at":0.2,"seconds":0.1}
                """);
        assertThat(markup(html))
                .contains("2 evaluations recorded; not one gave a value.", "2 evaluations of 2 failed, for 1 reason.")
                .contains("<dt>Best loss</dt>\n<dd>none</dd>")
                .doesNotContain("id=\"convergence\"", "id=\"best\"");
    }

    @Test
    void maximizes() {
        String html = report(HEADER.replace("minimize", "maximize") + RESULTS);
        assertThat(markup(html)).contains("The greatest value is 120.5, found by evaluation 1 of 4.");
        assertThat(column(html, "b").stream().filter(JsonNode::isNumber).map(JsonNode::asDouble))
                .containsOnly(120.5);
    }

    @Test
    void showsTheFrontOfTwoObjectives() {
        String html = report(HEADER.replace("[\"minimize\"]", "[\"minimize\",\"maximize\"]") + """
                {"id":0,"asked":1,"parameters":{"a":0.1,"c":"x"},"loss":[1,1],"at":0.1,"seconds":0.1}
                {"id":1,"asked":2,"parameters":{"a":0.2,"c":"x"},"loss":[2,0.5],"at":0.2,"seconds":0.1}
                {"id":2,"asked":3,"parameters":{"a":0.3,"c":"y"},"loss":[3,7.5],"at":0.3,"seconds":0.1}
                """);
        assertThat(markup(html))
                .contains("2 settings of 3 evaluations are on the front", "<dt>Best value 2</dt>\n<dd>7.5</dd>")
                .doesNotContain("data-chart=\"convergence\"");
        assertThat(column(html, "f").stream().mapToInt(JsonNode::asInt).sum()).isEqualTo(2);
        assertThat(json(html, "charts").at("/front/layer/0/encoding/y/title").asString())
                .isEqualTo("value 2 (maximized)");
    }

    @Test
    void saysWhenTheBestViolatesConstraints() {
        String html = report(HEADER.replace("\"constraints\":0", "\"constraints\":1")
                + "{\"id\":0,\"asked\":1,\"parameters\":{\"a\":0.1,\"c\":\"x\"},\"loss\":1,\"constraints\":[0.5]}\n");
        assertThat(markup(html)).contains("No setting satisfies the constraints; this one violates them by 0.5.");
    }

    @Test
    void thinsLongRunsButKeepsImprovements() {
        int evaluations = 45_000;
        StringBuilder text = new StringBuilder(HEADER);
        Set<Integer> improvements = new HashSet<>();
        for (int i = 0; i < evaluations; i++) {
            boolean improves = i % 101 == 0;
            if (improves) {
                improvements.add(i + 1);
            }
            text.append("{\"id\":")
                    .append(i)
                    .append(",\"parameters\":{\"a\":0.1},\"loss\":")
                    .append(improves ? evaluations - i : evaluations + 1)
                    .append("}\n");
        }
        String html = report(text.toString());
        List<Integer> drawn = column(html, "n").stream().map(JsonNode::asInt).toList();
        assertThat(drawn).hasSizeBetween(15_000, 20_100).doesNotHaveDuplicates().containsAll(improvements);
        assertThat(markup(html)).contains("Of 45\u202f000 evaluations " + Numbers.grouped(drawn.size()) + " are drawn");
    }

    @Test
    void writesAFileFromATornJournal(@TempDir Path folder) throws IOException {
        Path journal = folder.resolve("net.journal");
        Path html = folder.resolve("net.html");
        Files.writeString(journal, HEADER + RESULTS + "{\"id\":4,\"asked\":8,\"parame");
        HtmlReport.write(journal, html);
        assertThat(markup(Files.readString(html)))
                .contains("<title>net.journal</title>", "<dt>Evaluations</dt>\n<dd>4</dd>");
    }
}
