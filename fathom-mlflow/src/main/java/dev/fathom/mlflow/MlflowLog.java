package dev.fathom.mlflow;

import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import dev.fathom.observe.Pace;
import dev.fathom.observe.Summaries;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mlflow.tracking.MlflowClient;

/// Logs a run to an MLflow tracking server: how it searches as parameters, the summary of each generation as metrics
/// with
/// the generation as step, why it ended as a tag.
///
/// ```java
/// MlflowLog log = MlflowLog.to("http://localhost:5000").experiment("pendulum").tag("model", "mlp");
/// study.observe(log).run();
/// ```
///
/// Metrics have the names of [dev.fathom.observe.Summary#columns]. They travel together, some seconds' worth in a
/// request,
/// and the study waits for the answer.
///
/// A server that fails, or does not answer in time, costs the study nothing but that time: there is one warning, what
/// was
/// not logged is kept and tried again at growing intervals and at the end; see [#unsent].
///
/// Every run of the study is a new run of the experiment, also one that goes on from its journal; use [#into] to go on
/// with a run of the server.
public final class MlflowLog implements Observer {

    private final MlflowClient client;
    private final String server;

    // Written only while a copy is made, see [#with].
    private @Nullable String experiment;
    private @Nullable String name;
    private @Nullable String into;
    private Map<String, String> parameters = Map.of();
    private Map<String, String> tags = Map.of();
    private Pace pace = Pace.every(1);
    private Duration interval = Duration.ofSeconds(5);
    private Duration patience = Duration.ofSeconds(10);
    private Consumer<String> warnings = text -> System.err.println("warning: " + text);

    private @Nullable Session session;
    private @Nullable Summaries summaries;

    private MlflowLog(MlflowClient client, String server) {
        this.client = client;
        this.server = server;
    }

    /// A server without authentication.
    ///
    /// @param server its address, for example `http://localhost:5000`
    public static MlflowLog to(String server) {
        return new MlflowLog(new MlflowClient(server), "MLflow at " + server);
    }

    /// A server as MLflow's own client knows it, with credentials; `new MlflowClient()` takes all from the environment.
    /// It
    /// is not closed.
    public static MlflowLog to(MlflowClient client) {
        return new MlflowLog(client, "MLflow");
    }

    /// The experiment of this name, made if there is none; else the server's default.
    public MlflowLog experiment(String called) {
        return with(log -> log.experiment = called);
    }

    /// The name of the run; else the server makes one up.
    public MlflowLog runName(String called) {
        return with(log -> log.name = called);
    }

    /// Logs to a run that exists, and does not end it.
    public MlflowLog into(String runId) {
        return with(log -> log.into = runId);
    }

    /// Adds a parameter.
    public MlflowLog parameter(String key, Object value) {
        return with(log -> log.parameters = plus(parameters, key, value.toString()));
    }

    /// Adds a tag.
    public MlflowLog tag(String key, String value) {
        return with(log -> log.tags = plus(tags, key, value));
    }

    /// Which generations are logged; all by default.
    public MlflowLog pace(Pace generations) {
        return with(log -> log.pace = generations);
    }

    /// Time between two requests, 5 s by default; the first doubling of the time after failures, too.
    public MlflowLog interval(Duration time) {
        return with(log -> log.interval = time);
    }

    /// How long the study waits for an answer, 10 s by default.
    public MlflowLog patience(Duration time) {
        return with(log -> log.patience = time);
    }

    /// Who is told that the server fails; standard error by default.
    public MlflowLog warnings(Consumer<String> reader) {
        return with(log -> log.warnings = reader);
    }

    private MlflowLog with(Consumer<MlflowLog> change) {
        MlflowLog copy = new MlflowLog(client, server);
        copy.experiment = experiment;
        copy.name = name;
        copy.into = into;
        copy.parameters = parameters;
        copy.tags = tags;
        copy.pace = pace;
        copy.interval = interval;
        copy.patience = patience;
        copy.warnings = warnings;
        change.accept(copy);
        return copy;
    }

    private static Map<String, String> plus(Map<String, String> map, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Started started) {
            Session opened = new Session(client, new Delivery(server, interval, patience, warnings), into);
            opened.open(experiment, name, Description.parameters(started, parameters), Description.tags(started, tags));
            session = opened;
            summaries = Summaries.to(pace, opened::add);
        }
        if (summaries != null) {
            summaries.on(event);
        }
        if (event instanceof Event.Stopped stopped && session != null) {
            session.close(stopped.reason());
        }
    }

    /// The server's name of the latest run, empty if it never took one.
    public Optional<String> runId() {
        return session == null ? Optional.empty() : session.run();
    }

    /// Metrics of the latest run that the server has not taken.
    public long unsent() {
        return session == null ? 0 : session.unsent();
    }
}
