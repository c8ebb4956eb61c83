package cn.citybrain.parking.onboarding.nodes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.internal.http.HttpMethod;

/**
 * A small HTTP proxy before nodes that share a database. Calls go to the nodes in turn, whoever calls: nothing of a session
 * is in a node. A node that cannot be reached is passed over. What a node took and did
 * not answer goes to another one only if it may be repeated: reads, and the calls of lots and channels.
 */
public final class FrontDoor implements AutoCloseable {

    private static final String MACHINES = "/(api/v2/(cp|tcjg)|tcjg|callbacks)/.*";
    /** What ends at the proxy, on either side. */
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "upgrade", "te", "trailer");

    private final List<Integer> ports;
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final OkHttpClient nodes = new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .connectTimeout(Duration.ofSeconds(2))
            .readTimeout(Duration.ofSeconds(60))
            .build();
    private final HttpServer server;

    private FrontDoor(int port, List<Integer> ports) {
        this.ports = ports;
        try {
            server = HttpServer.create(new InetSocketAddress(port), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * @param port where it listens; 0 takes any free one
     * @param ports of the nodes, on this machine
     */
    public static FrontDoor open(int port, List<Integer> ports) {
        return new FrontDoor(port, List.copyOf(ports));
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean machine = exchange.getRequestURI().getPath().matches(MACHINES);
            int first = Math.floorMod(turn.getAndIncrement(), ports.size());
            byte[] body = exchange.getRequestBody().readAllBytes();
            for (int node : IntStream.range(0, ports.size())
                    .map(n -> (first + n) % ports.size())
                    .toArray()) {
                if (answered(exchange, body, node, machine)) {
                    return;
                }
            }
            refuse(exchange);
        }
    }

    /** Whether there is nothing more to try. */
    private boolean answered(HttpExchange exchange, byte[] body, int node, boolean machine) throws IOException {
        try (Response answer =
                nodes.newCall(request(exchange, body, ports.get(node))).execute()) {
            byte[] content = answer.body().bytes();
            write(exchange, answer, content);
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (SocketTimeoutException e) {
            refuse(exchange);
            return true;
        } catch (IOException e) {
            boolean repeatable = machine || Set.of("GET", "HEAD", "OPTIONS").contains(exchange.getRequestMethod());
            if (!repeatable) {
                refuse(exchange);
            }
            return !repeatable;
        }
    }

    private static Request request(HttpExchange exchange, byte[] body, int port) {
        String method = exchange.getRequestMethod();
        Request.Builder request = new Request.Builder()
                .url("http://127.0.0.1:" + port + exchange.getRequestURI())
                .method(method, HttpMethod.permitsRequestBody(method) ? RequestBody.create(body) : null);
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase())) {
                values.forEach(value -> request.addHeader(name, value));
            }
        });
        return request.build();
    }

    private static void write(HttpExchange exchange, Response answer, byte[] content) throws IOException {
        answer.headers().forEach(header -> {
            if (!HOP_BY_HOP.contains(header.getFirst().toLowerCase())) {
                exchange.getResponseHeaders().add(header.getFirst(), header.getSecond());
            }
        });
        exchange.sendResponseHeaders(answer.code(), content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    /** No node could be asked, or one took what must not be repeated and fell silent. */
    private static void refuse(HttpExchange exchange) throws IOException {
        byte[] text = "服务暂时不可用，请稍后刷新页面，确认刚才的操作是否已生效。".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(502, text.length);
        exchange.getResponseBody().write(text);
    }
}
