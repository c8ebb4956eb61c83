package cn.citybrain.parking.onboarding.parking.key;

import cn.citybrain.parking.onboarding.parking.MqttProperties;
import cn.citybrain.parking.onboarding.parking.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The broker's users in the file that mosquitto reads (option password_file): the platform's own, and each accessID of a
 * valid key with its password's hash. Written at the start, with every new password, and whenever another node changed
 * something. Where no file is set, the broker's users are somebody else's business.
 */
@Component
public class BrokerPasswordFile implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerPasswordFile.class);

    private final JdbcClient jdbc;
    private final MqttProperties settings;
    private final String own;
    private volatile boolean running;

    BrokerPasswordFile(JdbcClient jdbc, MqttProperties settings) {
        this.jdbc = jdbc;
        this.settings = settings;
        // the same salt every time, so that the file does not change without a reason
        byte[] salt = Sha256.of(settings.username() + "\n" + settings.password())
                .substring(0, 12)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        this.own = settings.username() + ":" + BrokerPassword.hash(settings.password(), salt) + "\n";
    }

    @Scheduled(
            fixedDelayString = "${onboarding.parking.mqtt.password-file-interval:10s}",
            scheduler = "lotMessageScheduler")
    void onSchedule() {
        write();
    }

    /** Writes the file unless it says all this already. A failure is logged and made up for by the schedule. */
    public synchronized void write() {
        if (settings.passwordFile().isBlank()) {
            return;
        }
        Path file = Path.of(settings.passwordFile()).toAbsolutePath();
        try {
            String content = own + lots();
            if (!Files.exists(file) || !Files.readString(file).equals(content)) {
                replace(file, content);
            }
        } catch (IOException e) {
            LOG.error("The MQTT broker's users could not be written to {}", file, e);
        }
    }

    private String lots() {
        return jdbc
                .sql("""
                SELECT access_id, password_hash FROM mqtt_user u
                WHERE EXISTS (SELECT 1 FROM access_key k WHERE k.access_id = u.access_id AND k.active_lot IS NOT NULL)
                ORDER BY access_id""")
                .query((row, n) -> row.getString("access_id") + ":" + row.getString("password_hash") + "\n")
                .list()
                .stream()
                .collect(Collectors.joining());
    }

    /** In one step, so that the broker never reads half a file; its group may read it. */
    private static void replace(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "passwords", ".new");
        Files.writeString(fresh, content);
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r-----"));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void start() {
        running = true;
        write();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the connection to the broker. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
