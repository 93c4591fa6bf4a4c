package dev.fathom.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.observe.DataTable;
import dev.fathom.space.Space;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MlflowLogTest {

    private static final String BATCH = "runs/log-batch";

    private final Stub server = new Stub();
    private final List<String> warnings = new ArrayList<>();
    private final MlflowLog log = MlflowLog.to(server.address())
            .interval(Duration.ofHours(1))
            .patience(Duration.ofSeconds(60))
            .warnings(warnings::add);
    private final DataTable table = DataTable.all();

    private final Study<double[]> study = Study.maximize(Space.reals(3, -5, 5), x -> -x[0] * x[0] - x[1] + x[2])
            .optimizer("SNES")
            .budget(200)
            .seed(11)
            .observe(table);

    @AfterEach
    void close() {
        server.close();
    }

    private static Map<String, Object> pairs(List<Map<String, Object>> entries) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        entries.forEach(e -> pairs.put(String.valueOf(e.get("key")), e.get("value")));
        return pairs;
    }

    /// The logged values of a metric in order, checked to have the generations as steps.
    private double[] metric(String name) {
        List<Map<String, Object>> points = server.requests(BATCH).stream()
                .flatMap(request -> request.list("metrics").stream())
                .filter(metric -> name.equals(metric.get("key")))
                .toList();
        assertThat(points.stream().mapToDouble(p -> Double.parseDouble(String.valueOf(p.get("step")))))
                .containsExactly(
                        java.util.Arrays.stream(table.column("iter")).boxed().toArray(Double[]::new));
        return points.stream()
                .mapToDouble(p -> Double.parseDouble(String.valueOf(p.get("value"))))
                .toArray();
    }

    @Test
    void logsParametersThenMetricsThenTheEnd() {
        MlflowLog own =
                log.experiment("hills").runName("first").parameter("layers", 2).tag("team", "blue");
        Result<double[]> result = study.observe(own).run();
        assertThat(server.requests()).extracting(Stub.Request::path).last().isEqualTo("runs/update");
        assertThat(server.requests().stream().map(Stub.Request::path).distinct())
                .containsExactly(
                        "experiments/get-by-name",
                        "experiments/create",
                        "runs/create",
                        BATCH,
                        "runs/set-tag",
                        "runs/update");
        assertThat(server.requests("runs/create").getFirst().body())
                .containsEntry("experiment_id", "7")
                .containsEntry("run_name", "first");
        List<Stub.Request> batches = server.requests(BATCH);
        assertThat(batches)
                .hasSize(2)
                .allMatch(batch -> "r1".equals(batch.body().get("run_id")));
        assertThat(pairs(batches.getFirst().list("params")))
                .containsEntry("optimizer", "SNES")
                .containsEntry("budget", "200")
                .containsEntry("workers", "1")
                .containsEntry("seed", "11")
                .containsEntry("goal", "maximize")
                .containsEntry("dimension", "3")
                .containsEntry("layers", "2")
                .containsKey("space");
        assertThat(pairs(batches.getFirst().list("tags")))
                .containsEntry("team", "blue")
                .containsKey("fathom.space");
        assertThat(metric("best_eval"))
                .containsExactly(table.column("best_eval"))
                .endsWith(result.value());
        assertThat(metric("mean_eval")).containsExactly(table.column("mean_eval"));
        assertThat(server.requests("runs/set-tag").getFirst().body()).containsEntry("value", result.reason());
        assertThat(server.requests("runs/update").getFirst().body())
                .containsEntry("status", "FINISHED")
                .containsKey("end_time");
        assertThat(own.runId()).contains("r1");
        assertThat(own.unsent()).isZero();
        assertThat(warnings).isEmpty();
    }

    @Test
    void goesOnWithARunOfTheServerAndLeavesItOpen() {
        MlflowLog into = log.into("r9").interval(Duration.ZERO);
        study.observe(into).run();
        assertThat(server.requests("runs/create")).isEmpty();
        assertThat(server.requests("runs/update")).isEmpty();
        assertThat(server.requests(BATCH))
                .hasSize(1 + table.rows().size())
                .allMatch(batch -> "r9".equals(batch.body().get("run_id")));
    }

    @Test
    void splitsWhatIsTooMuchForARequest() {
        study.budget(2_500).observe(log).run();
        assertThat(server.requests(BATCH))
                .hasSizeGreaterThan(2)
                .allMatch(batch -> batch.list("metrics").size() <= 1_000);
        assertThat(metric("median_eval")).containsExactly(table.column("median_eval"));
    }

    @Test
    void aFailingServerCostsNoResult() {
        double[] alone = study.run().best();
        server.failIf(path -> true);
        MlflowLog lost = log.interval(Duration.ZERO);
        Result<double[]> result = study.observe(lost).run();
        assertThat(result.best()).isEqualTo(alone);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.getFirst()).contains(server.address(), "500", "disk full", "the study goes on");
        assertThat(lost.runId()).isEmpty();
        assertThat(lost.unsent()).isEqualTo(8L * table.rows().size());
    }

    @Test
    void whatFailedIsTriedAgain() {
        server.failIf(path -> path.equals(BATCH) && table.rows().size() < 5);
        study.observe(log.interval(Duration.ZERO)).run();
        assertThat(warnings).hasSize(1);
        assertThat(metric("best_eval")).containsExactly(table.column("best_eval"));
        assertThat(server.requests("runs/create")).hasSize(1);
        assertThat(server.requests("runs/update")).hasSize(1);
    }

    @Test
    void aServerThatHangsIsWaitedForOnlySoLong() {
        server.hangIf(BATCH::equals);
        Result<double[]> result =
                study.observe(log.patience(Duration.ofMillis(200))).run();
        assertThat(result.evaluations()).isEqualTo(200);
        assertThat(warnings).hasSize(1).first().asString().contains("no answer within 0.2 s");
    }

    @Test
    void anAddressWithoutServerCostsNoResult() {
        server.close();
        assertThat(study.observe(log).run().evaluations()).isEqualTo(200);
        assertThat(warnings).hasSize(1).first().asString().contains(server.address());
    }

    @Test
    void valuesThatAreNotThereAreNotLogged() {
        Study.minimize(Space.reals(2, -5, 5), x -> Double.NaN)
                .optimizer("SNES")
                .budget(30)
                .observe(log)
                .run();
        assertThat(server.requests(BATCH).getLast().list("metrics"))
                .extracting(metric -> metric.get("key"))
                .contains("failures")
                .doesNotContain("best_eval");
        assertThat(Description.cut("abcdef", 4)).isEqualTo("abc…");
    }
}
