package cn.citybrain.parking.onboarding.application.device;

import cn.citybrain.parking.onboarding.application.Installation;
import cn.citybrain.parking.onboarding.application.Installation.State;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code lane_device}. */
@Component
class InstallationRows {

    private final JdbcClient jdbc;
    private final ApplicationRows applications;

    InstallationRows(JdbcClient jdbc, ApplicationRows applications) {
        this.jdbc = jdbc;
        this.applications = applications;
    }

    /** By lot and lane. */
    List<Installation> of(String no) {
        return jdbc.sql("SELECT * FROM lane_device WHERE application_no = ? ORDER BY lot_code, lane_no, id")
                .param(no)
                .query((row, n) -> new Installation(
                        row.getLong("id"),
                        row.getString("lot_code"),
                        row.getString("lane_no"),
                        row.getString("device_serial"),
                        row.getString("terminal_no"),
                        row.getString("photo_id"),
                        State.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("reason")).orElse("")))
                .list();
    }

    void insert(String no, InstallationEntry entry, String by) {
        jdbc.sql(
                        "INSERT INTO lane_device (application_no, lot_code, lane_no, device_serial, terminal_no, photo_id, state,"
                                + " recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, 'RECORDED', ?, ?)")
                .params(no, entry.lotCode(), entry.laneNo(), entry.deviceSerial(), entry.terminalNo())
                .params(entry.photoId(), by, applications.now())
                .update();
    }

    void update(long id, InstallationEntry entry, String by) {
        jdbc.sql("UPDATE lane_device SET lot_code = ?, lane_no = ?, device_serial = ?, terminal_no = ?, photo_id = ?,"
                        + " state = 'RECORDED', reason = NULL, recorded_by = ?, recorded_at = ? WHERE id = ?")
                .params(entry.lotCode(), entry.laneNo(), entry.deviceSerial(), entry.terminalNo(), entry.photoId())
                .params(by, applications.now(), id)
                .update();
    }

    void delete(long id) {
        jdbc.sql("DELETE FROM lane_device WHERE id = ?").param(id).update();
    }

    void submit(String no) {
        jdbc.sql("UPDATE lane_device SET state = 'SUBMITTED' WHERE application_no = ? AND state = 'RECORDED'")
                .param(no)
                .update();
    }

    /** Puts a reason beside a submitted record; null takes it away. */
    void remark(long id, String reason) {
        jdbc.sql("UPDATE lane_device SET reason = ? WHERE id = ? AND state = 'SUBMITTED'")
                .params(reason, id)
                .update();
    }

    void decide(long id, State state, String by) {
        jdbc.sql(
                        "UPDATE lane_device SET state = ?, decided_by = ?, decided_at = ? WHERE id = ? AND state = 'SUBMITTED'")
                .params(state.name(), by, applications.now(), id)
                .update();
    }
}
