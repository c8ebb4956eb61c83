package cn.citybrain.parking.onboarding.deduction.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Table {@code request_look}: who looked at the signed requests of a lot's money, and when. Appended, never changed. */
@NamedInterface("services")
@Component
public class RequestLooks {

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestLooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(long bindingId, String by) {
        jdbc.sql("INSERT INTO request_look (binding_id, looked_by, looked_at) VALUES (?, ?, ?)")
                .params(bindingId, by, OffsetDateTime.now(clock))
                .update();
    }
}
