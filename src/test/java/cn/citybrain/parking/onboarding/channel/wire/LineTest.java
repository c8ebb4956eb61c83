package cn.citybrain.parking.onboarding.channel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ClosingFront;
import cn.citybrain.parking.onboarding.channel.TestLines;
import cn.citybrain.parking.onboarding.channel.circuit.Circuit;
import cn.citybrain.parking.onboarding.channel.circuit.CircuitOpen;
import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a channel is left alone, and when it is called again. */
class LineTest {

    private static final Deadlines DEADLINES =
            new Deadlines(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofMillis(300));

    private final AtomicInteger arrived = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch holding = new CountDownLatch(1);
    private volatile int status = 200;
    private volatile boolean holds;

    /** Bytes that are announced and never sent. */
    private volatile long promised = -1;

    private volatile String retryAfter;

    private HttpServer channel;
    private String address;

    @BeforeEach
    void startChannel() throws IOException {
        channel = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        channel.setExecutor(threads);
        channel.createContext("/", exchange -> {
            arrived.incrementAndGet();
            await();
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, promised);
            exchange.close();
        });
        channel.start();
        address = "http://localhost:" + channel.getAddress().getPort() + "/";
    }

    private void await() {
        try {
            if (holds) {
                holding.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stopChannel() {
        holding.countDown();
        channel.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429})
    void leavesAChannelAloneThatAnswersThatItIsBroken(int broken) {
        Circuit circuit = circuit(3, Duration.ofMinutes(5));
        OkHttpClient client = client(circuit);
        status = broken;
        for (int call = 0; call < 3; call++) {
            assertThat(circuit.closed()).isTrue();
            assertThat(get(client)).isEqualTo(broken);
        }
        assertThat(circuit.closed()).isFalse();
        assertThat(circuit.passable()).isFalse();
        assertThat(circuit.room(8)).isZero();
        assertThat(circuit.brokenSince()).isPresent();
        assertThatThrownBy(() -> call(client)).isInstanceOf(CircuitOpen.class);
        assertThat(arrived).as("nothing left us after the third").hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 400, 401, 403, 404})
    void keepsCallingAChannelThatSaysNo(int refusal) {
        Circuit circuit = circuit(3, Duration.ofMinutes(5));
        OkHttpClient client = client(circuit);
        status = refusal;
        for (int call = 0; call < 10; call++) {
            assertThat(get(client)).isEqualTo(refusal);
        }
        assertThat(circuit.closed()).isTrue();
        assertThat(circuit.room(8)).isEqualTo(8);
    }

    @Test
    void leavesAChannelAloneThatDoesNotAnswerInTime() {
        Circuit circuit = circuit(3, Duration.ofMinutes(5));
        OkHttpClient client = client(circuit);
        holds = true;
        for (int call = 0; call < 3; call++) {
            assertThatThrownBy(() -> call(client))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(CircuitOpen.class);
        }
        assertThatThrownBy(() -> call(client)).isInstanceOf(CircuitOpen.class);
    }

    @Test
    void leavesAChannelAloneWhoseAnswersBreakOff() {
        Circuit circuit = circuit(3, Duration.ofMinutes(5));
        OkHttpClient client = client(circuit);
        promised = 100;
        for (int call = 0; call < 3; call++) {
            assertThat(circuit.closed()).isTrue();
            assertThatThrownBy(() -> call(client)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> call(client)).isInstanceOf(CircuitOpen.class);
    }

    @Test
    void leavesAChannelAloneThatCannotBeReached() {
        Circuit circuit = circuit(3, Duration.ofMinutes(5));
        OkHttpClient client = client(circuit);
        channel.stop(0);
        for (int call = 0; call < 3; call++) {
            assertThatThrownBy(() -> call(client)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> call(client)).isInstanceOf(CircuitOpen.class);
    }

    @Test
    void triesOneCallAtATimeAndGoesOnByItself() {
        Circuit circuit = circuit(3, Duration.ofMillis(20));
        OkHttpClient client = client(circuit);
        status = 503;
        for (int call = 0; call < 3; call++) {
            get(client);
        }
        Awaitility.await().until(circuit::passable);
        assertThat(circuit.closed()).isFalse();
        assertThat(circuit.room(8)).isEqualTo(1);
        assertThat(get(client)).as("still broken").isEqualTo(503);
        assertThat(circuit.closed()).isFalse();
        status = 200;
        Awaitility.await().until(circuit::passable);
        assertThat(get(client)).isEqualTo(200);
        assertThat(circuit.closed()).isTrue();
        assertThat(circuit.brokenSince()).isEmpty();
        assertThat(circuit.room(8)).isEqualTo(8);
    }

    @Test
    void oneChannelIsNotFeltAtAnother() {
        Circuits circuits = TestLines.circuits(3, Duration.ofMinutes(5));
        OkHttpClient alipay = client(circuits.of(Channel.ALIPAY));
        status = 503;
        for (int call = 0; call < 3; call++) {
            get(alipay);
        }
        assertThat(circuits.of("alipay").closed()).isFalse();
        assertThat(circuits.of("etc").closed()).isTrue();
        assertThat(get(client(circuits.of(Channel.ETC)))).isEqualTo(503);
    }

    @Test
    void aSlowChannelTakesSoManyThreadsAndNoMore() {
        Circuit circuit = circuit(1000, Duration.ofMinutes(5));
        OkHttpClient client = new Line(circuit, new RequestKeeper(request -> {}))
                .client(new Deadlines(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(30)));
        holds = true;
        for (int call = 0; call < TestLines.CONCURRENT_CALLS; call++) {
            threads.submit(() -> call(client));
        }
        Awaitility.await().untilAtomic(arrived, org.hamcrest.Matchers.is(TestLines.CONCURRENT_CALLS));
        assertThatThrownBy(() -> call(client)).isInstanceOf(CircuitOpen.class);
        assertThat(circuit.closed()).as("it is busy, not broken").isTrue();
        holding.countDown();
        holds = false;
        Awaitility.await().ignoreExceptions().until(() -> call(client) == 200);
    }

    @Test
    void asksAgainWhereTheConnectionDiedWhileItLayIdle() throws IOException {
        try (ClosingFront front = new ClosingFront(address)) {
            Circuit circuit = circuit(3, Duration.ofMinutes(5));
            OkHttpClient client = client(circuit);
            for (int call = 0; call < 10; call++) {
                assertThat(call(client, get(front.url()))).isEqualTo(200);
            }
            assertThat(front.requests()).as("none was answered twice").isEqualTo(10);
            assertThat(circuit.closed()).as("the channel is well").isTrue();
        }
    }

    @Test
    void aPostThatOnlyAsksIsAskedAgainToo() throws IOException {
        try (ClosingFront front = new ClosingFront(address)) {
            Line line = new Line(circuit(3, Duration.ofMinutes(5)), new RequestKeeper(request -> {}));
            OkHttpClient client = line.client(DEADLINES);
            for (int call = 0; call < 3; call++) {
                assertThat(line.asking(() -> status(client, post(front.url())))).isEqualTo(200);
            }
            assertThat(front.requests()).isEqualTo(3);
        }
    }

    @Test
    void whatMayChargeTakesNoIdleConnection() throws IOException {
        try (ClosingFront front = new ClosingFront(address)) {
            OkHttpClient client = client(circuit(3, Duration.ofMinutes(5)));
            for (int call = 0; call < 3; call++) {
                assertThat(call(client, get(front.url()))).isEqualTo(200);
                assertThat(call(client, post(front.url()))).isEqualTo(200);
            }
            assertThat(front.requests()).isEqualTo(6);
        }
    }

    /** Nobody knows whether it was read: what breaks a fresh connection is not repeated, a question no more than a charge. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void doesNotRepeatWhatBrokeAFreshConnection(String method) throws IOException {
        try (CuttingServer server = new CuttingServer(0)) {
            OkHttpClient client = client(circuit(3, Duration.ofMinutes(5)));
            Request request = method.equals("GET") ? get(server.url()) : post(server.url());
            assertThatThrownBy(() -> call(client, request)).isInstanceOf(IOException.class);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** The second connection breaks as well: once more, and no oftener. */
    @Test
    void asksNoThirdTime() throws IOException {
        try (CuttingServer server = new CuttingServer(1)) {
            OkHttpClient client = client(circuit(3, Duration.ofMinutes(5)));
            assertThat(call(client, get(server.url()))).isEqualTo(200);
            assertThatThrownBy(() -> call(client, get(server.url()))).isInstanceOf(IOException.class);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void moneyIsNeverAQuestion() throws IOException {
        try (CuttingServer server = new CuttingServer(1)) {
            RequestKeeper keeper = new RequestKeeper(request -> {});
            Line line = new Line(circuit(3, Duration.ofMinutes(5)), keeper);
            OkHttpClient client = line.client(DEADLINES);
            assertThat(call(client, get(server.url()))).isEqualTo(200);
            assertThatThrownBy(() -> line.asking(() -> line.keeping("TD1", () -> status(client, post(server.url())))))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(server.connections()).as("over a fresh one, and once").isEqualTo(2);
        }
    }

    /** OkHttp itself would send it once more. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void doesNotRepeatWhatAServerAsksToRepeatAtOnce(String method) throws IOException {
        retryAfter = "0";
        status = 503;
        OkHttpClient client = client(circuit(3, Duration.ofMinutes(5)));
        assertThat(call(client, method.equals("GET") ? get(address) : post(address)))
                .isEqualTo(503);
        assertThat(arrived).hasValue(1);
    }

    private static Request get(String url) {
        return new Request.Builder().url(url).build();
    }

    private static Request post(String url) {
        return new Request.Builder()
                .url(url)
                .post(RequestBody.create(new byte[] {1}))
                .build();
    }

    private static int status(OkHttpClient client, Request request) {
        try {
            return call(client, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int call(OkHttpClient client, Request request) throws IOException {
        try (Response answer = client.newCall(request).execute()) {
            return answer.code();
        }
    }

    /** Answers so many requests, all on its first connection, and cuts whatever comes afterwards once it was read. */
    private static final class CuttingServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger connections = new AtomicInteger();
        private final int answers;

        CuttingServer(int answers) throws IOException {
            this.answers = answers;
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        String url() {
            return "http://localhost:" + socket.getLocalPort() + "/";
        }

        int connections() {
            return connections.get();
        }

        private void serve() {
            int left = answers;
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    connections.incrementAndGet();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                    while (headRead(in) && left > 0) {
                        left--;
                        client.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                                        .getBytes(StandardCharsets.ISO_8859_1));
                    }
                } catch (IOException cut) {
                    // by the other side, or the test is over
                }
            }
        }

        private static boolean headRead(BufferedReader in) throws IOException {
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                line = in.readLine();
            }
            return line != null;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Circuit circuit(int minimumCalls, Duration pause) {
        return TestLines.circuits(minimumCalls, pause).of(Channel.WECHATPAY);
    }

    private static OkHttpClient client(Circuit circuit) {
        return new Line(circuit, new RequestKeeper(request -> {})).client(DEADLINES);
    }

    private int get(OkHttpClient client) {
        try {
            return call(client);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int call(OkHttpClient client) throws IOException {
        try (Response answer =
                client.newCall(new Request.Builder().url(address).build()).execute()) {
            return answer.code();
        }
    }
}
