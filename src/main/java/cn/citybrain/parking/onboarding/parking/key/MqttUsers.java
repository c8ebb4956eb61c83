package cn.citybrain.parking.onboarding.parking.key;

import cn.citybrain.parking.onboarding.parking.Retrying;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The lots' users at the MQTT broker: the accessID, with a password that the platform makes and shows once. Kept is its
 * salted hash alone.
 */
@NamedInterface("services")
@Component
public class MqttUsers {

    private static final int PASSWORD_BYTES = 24;

    private final JdbcClient jdbc;
    private final Retrying retrying;
    private final BrokerPasswordFile file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MqttUsers(JdbcClient jdbc, Retrying retrying, BrokerPasswordFile file, Clock clock) {
        this.jdbc = jdbc;
        this.retrying = retrying;
        this.file = file;
        this.clock = clock;
    }

    /**
     * A new password for an accessID that has none; empty if it has one. In the caller's transaction, and until its end
     * nobody else registers this accessID.
     *
     * @throws org.springframework.dao.DuplicateKeyException if somebody else began with it in between
     */
    Optional<String> begin(String accessId, String by) {
        boolean known = jdbc.sql("SELECT access_id FROM mqtt_user WHERE access_id = ? FOR UPDATE")
                .param(accessId)
                .query(String.class)
                .optional()
                .isPresent();
        if (known) {
            return Optional.empty();
        }
        String password = password();
        insert(accessId, BrokerPassword.hash(password), by);
        writeFileAfterwards();
        return Optional.of(password);
    }

    /** A new password; the one before is no longer valid. */
    public String issue(String accessId, String by) {
        String password = password();
        String hash = BrokerPassword.hash(password);
        retrying.inTransaction(() -> replace(accessId, hash, by) || insert(accessId, hash, by));
        file.write();
        return password;
    }

    /**
     * Ends the user of an accessID that serves no lot any more: who registers it again gets a new password. The broker's file
     * follows when the transaction is over, on other nodes with their schedule.
     */
    void endUnused(String accessId) {
        int ended = jdbc.sql(
                        "DELETE FROM mqtt_user WHERE access_id = ?"
                                + " AND NOT EXISTS (SELECT 1 FROM access_key k WHERE k.access_id = ? AND k.active_lot IS NOT NULL)")
                .params(accessId, accessId)
                .update();
        if (ended > 0) {
            writeFileAfterwards();
        }
    }

    private void writeFileAfterwards() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            file.write();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                file.write();
            }
        });
    }

    /** When the valid password was made; empty if there is none. */
    public Optional<Instant> issuedAt(String accessId) {
        return jdbc.sql("SELECT issued_at FROM mqtt_user WHERE access_id = ?")
                .param(accessId)
                .query((row, n) -> SqlTime.read(row, "issued_at"))
                .optional();
    }

    private String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private boolean replace(String accessId, String hash, String by) {
        return jdbc.sql("UPDATE mqtt_user SET password_hash = ?, issued_by = ?, issued_at = ? WHERE access_id = ?")
                        .params(hash, by, SqlTime.of(clock.instant()), accessId)
                        .update()
                == 1;
    }

    private boolean insert(String accessId, String hash, String by) {
        return jdbc.sql("INSERT INTO mqtt_user (access_id, password_hash, issued_by, issued_at) VALUES (?, ?, ?, ?)")
                        .params(accessId, hash, by, SqlTime.of(clock.instant()))
                        .update()
                == 1;
    }
}
