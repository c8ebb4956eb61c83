package cn.citybrain.parking.onboarding.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.internal.http.HttpMethod;

/** TLS in front of a node, as the handbook asks for it: passes on the host and says who asked, how and where. */
final class TlsProxy implements AutoCloseable {

    /** What ends at the proxy, on either side. */
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "upgrade", "te", "trailer");

    private static final char[] PASSWORD = "only-here".toCharArray();

    private final OkHttpClient node = new OkHttpClient.Builder()
            .followRedirects(false)
            .readTimeout(Duration.ofMinutes(2))
            .build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SSLContext trust;
    private final HttpsServer server;
    private final int nodePort;

    private TlsProxy(Path home, int nodePort) throws IOException, GeneralSecurityException {
        KeyStore own = certificate(home);
        this.nodePort = nodePort;
        this.trust = context(own);
        this.server = HttpsServer.create(new InetSocketAddress("localhost", 0), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(trust));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Listens on any free port.
     *
     * @param home an existing directory, for its certificate
     */
    static TlsProxy before(int nodePort, Path home) {
        try {
            return new TlsProxy(home, nodePort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    URI url() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    /** For clients: believes this proxy and nobody else. */
    SSLContext trust() {
        return trust;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            try (Response answer = node.newCall(request(exchange, body)).execute()) {
                byte[] content = answer.body().bytes();
                answer.headers().forEach(header -> {
                    if (!HOP_BY_HOP.contains(header.getFirst().toLowerCase())) {
                        exchange.getResponseHeaders().add(header.getFirst(), header.getSecond());
                    }
                });
                // a connection that is kept may end in the moment in which the client uses it again
                exchange.getResponseHeaders().set("Connection", "close");
                exchange.sendResponseHeaders(answer.code(), content.length == 0 ? -1 : content.length);
                exchange.getResponseBody().write(content);
            }
        }
    }

    private Request request(HttpExchange exchange, byte[] body) {
        String method = exchange.getRequestMethod();
        Request.Builder request = new Request.Builder()
                .url("http://127.0.0.1:" + nodePort + exchange.getRequestURI())
                .method(method, HttpMethod.permitsRequestBody(method) ? RequestBody.create(body) : null);
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase())) {
                values.forEach(value -> request.addHeader(name, value));
            }
        });
        return request.header(
                        "X-Forwarded-For",
                        exchange.getRemoteAddress().getAddress().getHostAddress())
                .header("X-Forwarded-Proto", "https")
                // is asked for where it is not 443
                .header("X-Forwarded-Port", Integer.toString(server.getAddress().getPort()))
                .build();
    }

    /** The JDK signs certificates with its keytool alone. */
    private static KeyStore certificate(Path home) throws IOException, GeneralSecurityException {
        Path file = home.resolve("tls.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "proxy",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("keytool.log").toFile())
                .start();
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(Files.readString(home.resolve("keytool.log")));
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static SSLContext context(KeyStore own) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("proxy", own.getCertificate("proxy"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
