package dev.fathom.mlflow;

import dev.fathom.observe.Summary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mlflow.api.proto.Service;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;

/// A run on the server, and what it has not taken yet.
final class Session {

    /// The most metrics that a request may carry.
    private static final int BATCH = 1_000;

    /// The most metrics that wait; older ones are dropped.
    private static final int BACKLOG = 100_000;

    private final MlflowClient client;
    private final Delivery delivery;
    private final boolean own;
    private final Deque<Metric> waiting = new ArrayDeque<>();
    private final List<Param> parameters = new ArrayList<>();
    private final List<RunTag> tags = new ArrayList<>();
    private final CreateRun.Builder creation = CreateRun.newBuilder().setStartTime(System.currentTimeMillis());
    private @Nullable String experiment;
    private @Nullable String run;
    private boolean described;
    private long dropped;

    Session(MlflowClient client, Delivery delivery, @Nullable String run) {
        this.client = client;
        this.delivery = delivery;
        this.run = run;
        own = run == null;
    }

    /// Makes the run, or tries to.
    void open(
            @Nullable String inExperiment,
            @Nullable String name,
            Map<String, String> withParameters,
            Map<String, String> withTags) {
        experiment = inExperiment;
        if (name != null) {
            creation.setRunName(name);
        }
        withParameters.forEach((key, value) ->
                parameters.add(Param.newBuilder().setKey(key).setValue(value).build()));
        withTags.forEach((key, value) -> tags.add(tag(key, value)));
        send();
    }

    private static RunTag tag(String key, String value) {
        return RunTag.newBuilder().setKey(key).setValue(value).build();
    }

    void add(Summary summary) {
        long now = System.currentTimeMillis();
        summary.columns().forEach((key, value) -> {
            if (!key.equals("iter") && Double.isFinite(value.doubleValue())) {
                waiting.add(Metric.newBuilder()
                        .setKey(key)
                        .setValue(value.doubleValue())
                        .setTimestamp(now)
                        .setStep(summary.iteration())
                        .build());
            }
        });
        while (waiting.size() > BACKLOG) {
            waiting.remove();
            dropped++;
        }
        if (delivery.isDue() || (waiting.size() >= BATCH && !delivery.isFailing())) {
            send();
        }
    }

    void close(String reason) {
        if (send() && run != null) {
            String id = run;
            boolean interrupted = reason.equals("interrupted");
            delivery.attempt(() -> {
                client.setTag(id, "fathom.stopped", Description.cut(reason, 500));
                if (own) {
                    client.setTerminated(id, interrupted ? RunStatus.KILLED : RunStatus.FINISHED);
                }
                return true;
            });
        }
    }

    /// Sends what waits, until something fails.
    private boolean send() {
        if (run == null) {
            run = delivery.attempt(this::create).orElse(null);
        }
        String id = run;
        if (id == null) {
            return false;
        }
        if (!described) {
            described = delivery.attempt(() -> describe(id)).isPresent();
        }
        return described && sendMetrics(id);
    }

    private String create() {
        CreateRun.Builder creation = this.creation.clone(); // an earlier attempt may still be under way
        if (experiment != null) {
            String name = experiment;
            Optional<Service.Experiment> known = client.getExperimentByName(name);
            creation.setExperimentId(known.isPresent() ? known.get().getExperimentId() : client.createExperiment(name));
        } else {
            creation.setExperimentId("0");
        }
        return client.createRun(creation.build()).getRunId();
    }

    /// A server that refuses the description may still take metrics: a run that is gone on with has parameters, and
    /// they
    /// cannot be changed.
    private boolean describe(String id) {
        try {
            client.logBatch(id, List.of(), parameters, tags);
        } catch (MlflowHttpException e) {
            if (e.getStatusCode() >= 500 || e.getStatusCode() == 429) {
                throw e;
            }
            delivery.warn("it refuses the parameters: " + e.getMessage());
        }
        return true;
    }

    private boolean sendMetrics(String id) {
        while (!waiting.isEmpty()) {
            List<Metric> batch = waiting.stream().limit(BATCH).toList();
            boolean taken = delivery.attempt(() -> {
                        client.logBatch(id, batch, List.of(), List.of());
                        return true;
                    })
                    .isPresent();
            if (!taken) {
                return false;
            }
            batch.forEach(sent -> waiting.remove());
        }
        return true;
    }

    Optional<String> run() {
        return Optional.ofNullable(run);
    }

    long unsent() {
        return dropped + waiting.size();
    }
}
