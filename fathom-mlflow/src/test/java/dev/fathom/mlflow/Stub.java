package dev.fathom.mlflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fathom.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/// Answers like a tracking server, and remembers what it was asked.
final class Stub implements AutoCloseable {

    /// @param path behind `/api/2.0/mlflow/`
    record Request(String path, Map<String, Object> body) {

        List<Map<String, Object>> list(String name) {
            List<Map<String, Object>> maps = new ArrayList<>();
            if (body.get(name) instanceof List<?> list) {
                list.forEach(member -> maps.add(Json.parseObject(Json.write(member))));
            }
            return maps;
        }
    }

    private static final String PREFIX = "/api/2.0/mlflow/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile Predicate<String> fails = path -> false;
    private volatile Predicate<String> hangs = path -> false;

    Stub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PREFIX, this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void failIf(Predicate<String> path) {
        fails = path;
    }

    void hangIf(Predicate<String> path) {
        hangs = path;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /// Those that were answered well.
    List<Request> requests(String path) {
        return requests().stream().filter(r -> r.path.equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (hangs.test(path)) {
                end.await();
            } else if (fails.test(path)) {
                answer(exchange, 500, "{\"error_code\":\"INTERNAL_ERROR\",\"message\":\"disk full\"}");
            } else {
                requests.add(new Request(path, body.isEmpty() ? Map.of() : Json.parseObject(body)));
                boolean missing = path.equals("experiments/get-by-name");
                answer(
                        exchange,
                        missing ? 404 : 200,
                        missing ? "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\"}" : of(path));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String of(String path) {
        return switch (path) {
            case "experiments/create" -> "{\"experiment_id\":\"7\"}";
            case "runs/create" ->
                "{\"run\":{\"info\":{\"run_id\":\"r1\",\"run_uuid\":\"r1\",\"experiment_id\":\"7\"}}}";
            default -> "{}";
        };
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
