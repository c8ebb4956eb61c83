package cn.citybrain.parking.onboarding.access.throttle;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each account was logged in to before. */
@Component
class KnownClients {

    private final JdbcClient jdbc;
    private final ThrottleSettings settings;
    private final Clock clock;

    KnownClients(JdbcClient jdbc, ThrottleSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** What of a client an account knows. */
    record Known(boolean device, boolean address) {

        boolean any() {
            return device || address;
        }
    }

    Known of(String account, Client client) {
        Set<String> known = jdbc
                .sql("SELECT client FROM known_client WHERE account = ? AND client IN (?, ?) AND last_login_at > ?")
                .params(account, device(client), address(client), SqlTime.of(settings.forgets(clock.instant())))
                .query(String.class)
                .list()
                .stream()
                .map(String::strip)
                .collect(java.util.stream.Collectors.toSet());
        return new Known(known.contains(device(client)), known.contains(address(client)));
    }

    /** After a login. */
    void keep(String account, Client client) {
        Stream.of(device(client), address(client))
                .filter(key -> !key.isEmpty())
                .forEach(key -> keep(account, key, clock.instant()));
    }

    private void keep(String account, String key, Instant now) {
        List<Object> row = List.of(SqlTime.of(now), account, key);
        String change = "UPDATE known_client SET last_login_at = ? WHERE account = ? AND client = ?";
        if (jdbc.sql(change).params(row).update() == 0) {
            try {
                jdbc.sql("INSERT INTO known_client (last_login_at, account, client) VALUES (?, ?, ?)")
                        .params(row)
                        .update();
            } catch (DuplicateKeyException e) {
                // the same person in another window, just now
            }
        }
    }

    int sweep() {
        return jdbc.sql("DELETE FROM known_client WHERE last_login_at < ?")
                .param(SqlTime.of(settings.forgets(clock.instant())))
                .update();
    }

    private static String device(Client client) {
        return client.device() == null ? "" : Hash.of("device", client.device());
    }

    private static String address(Client client) {
        return Hash.of("address", client.network());
    }
}
