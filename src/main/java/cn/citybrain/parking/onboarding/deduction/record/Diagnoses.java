package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.deduction.Diagnosis;
import cn.citybrain.parking.onboarding.deduction.Finding;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The diagnoses of failed tests. */
@NamedInterface("services")
@Component
public class Diagnoses {

    private final JsonMapper json = JsonMapper.builder().build();
    private final JdbcClient jdbc;
    private final Clock clock;

    Diagnoses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Diagnosis> latest(long bindingId) {
        return of(bindingId).stream().findFirst();
    }

    /** The newest of each of these bindings that has any, by binding. */
    public Map<Long, Diagnosis> latest(Collection<Long> bindingIds) {
        return bindingIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "SELECT * FROM diagnosis WHERE id IN (SELECT max(id) FROM diagnosis WHERE binding_id IN (:ids)"
                                        + " GROUP BY binding_id)")
                        .param("ids", bindingIds)
                        .query(this::row)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Diagnosis::bindingId, Function.identity()));
    }

    /** Newest first. */
    public List<Diagnosis> of(long bindingId) {
        return jdbc.sql("SELECT * FROM diagnosis WHERE binding_id = ? ORDER BY id DESC")
                .param(bindingId)
                .query(this::row)
                .list();
    }

    /** The newest diagnosis about a bill. */
    Optional<Diagnosis> ofBill(long billId) {
        return jdbc.sql("SELECT * FROM diagnosis WHERE bill_id = ? ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
                .param(billId)
                .query(this::row)
                .optional();
    }

    Optional<Diagnosis> ofBill(long bindingId, long billId, Diagnosis.Kind kind) {
        return jdbc.sql("SELECT * FROM diagnosis WHERE binding_id = ? AND bill_id = ? AND kind = ?")
                .params(bindingId, billId, kind.name())
                .query(this::row)
                .optional();
    }

    void add(long bindingId, long billId, String billNo, Diagnosis.Kind kind, List<Finding> findings) {
        if (ofBill(bindingId, billId, kind).isPresent()) {
            return;
        }
        jdbc.sql("INSERT INTO diagnosis (binding_id, bill_id, bill_no, kind, findings, at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(bindingId, billId, billNo, kind.name(), text(findings), OffsetDateTime.now(clock))
                .update();
    }

    private String text(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Diagnosis row(ResultSet row, int n) throws SQLException {
        try {
            return new Diagnosis(
                    row.getLong("id"),
                    row.getLong("binding_id"),
                    row.getLong("bill_id"),
                    row.getString("bill_no"),
                    Diagnosis.Kind.valueOf(row.getString("kind")),
                    List.of(json.readValue(row.getString("findings"), Finding[].class)),
                    SqlTime.read(row, "at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
