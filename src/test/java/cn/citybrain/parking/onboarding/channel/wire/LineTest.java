package cn.citybrain.parking.onboarding.channel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.TestLines;
import cn.citybrain.parking.onboarding.channel.circuit.Circuit;
import cn.citybrain.parking.onboarding.channel.circuit.CircuitOpen;
import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
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

    private HttpServer channel;
    private String address;

    @BeforeEach
    void startChannel() throws IOException {
        channel = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        channel.setExecutor(threads);
        channel.createContext("/", exchange -> {
            arrived.incrementAndGet();
            await();
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
