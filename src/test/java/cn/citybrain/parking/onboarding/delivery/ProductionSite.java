package cn.citybrain.parking.onboarding.delivery;

import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.mail.CaughtMail;
import cn.citybrain.parking.onboarding.simulator.mail.MailCatcher;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A production installation on this machine, put together from the files of {@code docker/} as the handbook's rehearsal says:
 * an empty PostgreSQL, the product's jar with profile {@code prod}, TLS in front, simulated channels at their addresses.
 */
final class ProductionSite implements AutoCloseable {

    static final String ADMINISTRATOR = "xitong";
    static final String ADMINISTRATORS_PASSWORD = "Xihu-hebian-2026";

    /** Of those who watch. */
    static final String TOKEN = secret();

    private static final Duration MAIL_WITHIN = Duration.ofMinutes(1);

    private final EmbeddedPostgres database;
    private final SimulatorServer simulator;
    private final TlsProxy proxy;
    private final ProductionNode node;

    private ProductionSite(Path home, Path jar) throws IOException {
        int port = freePort();
        Path brokersUsers = home.resolve("mqtt-passwords");
        this.database = EmbeddedPostgres.builder().start();
        this.simulator = SimulatorServer.start(Map.of(
                "simulator.port",
                0,
                "simulator.mail-port",
                0,
                "simulator.mqtt-port",
                0,
                "simulator.mqtt-passwords",
                brokersUsers.toString(),
                "simulator.platform-url",
                "http://localhost:" + port,
                "simulator.database",
                "jdbc:h2:mem:" + home.getFileName() + ";DB_CLOSE_DELAY=-1"));
        this.proxy = TlsProxy.before(port, home);
        this.node = ProductionNode.start(jar, settings(home, brokersUsers), port, home);
    }

    /** @param home an existing directory that nobody else uses */
    static ProductionSite open(Path home, Path jar) {
        try {
            return new ProductionSite(home, jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody's, not logged in. */
    Browser browser() {
        return new Browser(proxy.url(), proxy.trust());
    }

    String url() {
        return proxy.url().toString();
    }

    /** The address of the simulated channels. */
    String channels() {
        return simulator.url();
    }

    /** The newest mail to an address that speaks of something; waits until one has come. */
    CaughtMail mailTo(String address, String about) {
        return Awaitility.await()
                .atMost(MAIL_WITHIN)
                .until(() -> mailsTo(address, about), mails -> !mails.isEmpty())
                .stream()
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private List<CaughtMail> mailsTo(String address, String about) {
        return simulator.part(MailCatcher.class).mails().stream()
                .filter(mail -> mail.to().equals(address))
                .filter(mail -> (mail.subject() + mail.text()).contains(about))
                .toList();
    }

    ProductionNode node() {
        return node;
    }

    /** What the node wrote to its log. */
    String log() {
        return node.said();
    }

    @Override
    public void close() {
        node.close();
        proxy.close();
        simulator.close();
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files as they are delivered, filled in. */
    private Map<String, String> settings(Path home, Path brokersUsers) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(ProductionNode.settings(Path.of("docker/prod.env.example")));
        settings.putAll(ProductionNode.settings(Path.of("docker/examples/without-compose.env")));
        ProductionNode.settings(Path.of("docker/examples/simulated-channels.env"))
                .forEach((name, value) -> settings.put(name, value.replace("http://localhost:8090", simulator.url())));
        settings.put("ONBOARDING_PUBLIC_URL", proxy.url().toString());
        settings.put("ONBOARDING_DB_URL", database.getJdbcUrl("postgres", "postgres"));
        settings.put("ONBOARDING_DB_USER", "postgres");
        settings.put("ONBOARDING_DB_PASSWORD", "postgres");
        settings.put("ONBOARDING_ADMIN_USER", ADMINISTRATOR);
        settings.put("ONBOARDING_ADMIN_PASSWORD", ADMINISTRATORS_PASSWORD);
        settings.put("ONBOARDING_MAIL_FROM", "noreply@parking.example");
        settings.put(
                "ONBOARDING_SMTP_PORT",
                Integer.toString(simulator.part(MailCatcher.class).port()));
        settings.put("ONBOARDING_WATCH_TOKEN", TOKEN);
        settings.put("ONBOARDING_ENCRYPTION_KEYS_K1", secret());
        settings.put("ONBOARDING_ENCRYPTION_FINGERPRINT_KEY", secret());
        settings.put("ONBOARDING_MQTT_URL", simulator.handover().get("onboarding.parking.mqtt.url"));
        settings.put("ONBOARDING_MQTT_PASSWORD", "of-the-platform");
        settings.put("ONBOARDING_MQTT_PASSWORD_FILE", brokersUsers.toString());
        settings.put("ONBOARDING_MQTT_PLATFORM_KEY", "file:" + privateKey(home, "platform-key", "RSA", 2048));
        settings.put("ONBOARDING_MQTT_PLATFORM_KEY_1024", "file:" + privateKey(home, "platform-key-1024", "RSA", 1024));
        settings.put("ONBOARDING_SEAL_PRIVATE_KEY", "file:" + privateKey(home, "seal-key", "Ed25519", 0));
        return settings;
    }

    private static String secret() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static Path privateKey(Path home, String name, String algorithm, int bits) throws IOException {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance(algorithm);
            if (bits > 0) {
                pairs.initialize(bits);
            }
            String key = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(pairs.generateKeyPair().getPrivate().getEncoded());
            return Files.writeString(
                    home.resolve(name + ".pem"),
                    "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n",
                    StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
