package cn.citybrain.parking.onboarding.deduction.record;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code record_check}: the verdict on a record, given once. */
@Component
public class CheckedRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    CheckedRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty while the record was not checked. */
    Optional<Boolean> verdict(long bindingId, long billId) {
        return jdbc.sql("SELECT passed FROM record_check WHERE binding_id = ? AND bill_id = ?")
                .params(bindingId, billId)
                .query(Boolean.class)
                .optional();
    }

    public boolean passed(long bindingId, long billId) {
        return verdict(bindingId, billId).orElse(false);
    }

    public void add(long bindingId, long billId, boolean passed) {
        jdbc.sql("INSERT INTO record_check (binding_id, bill_id, passed, checked_at) VALUES (?, ?, ?, ?)")
                .params(bindingId, billId, passed, OffsetDateTime.now(clock))
                .update();
    }
}
