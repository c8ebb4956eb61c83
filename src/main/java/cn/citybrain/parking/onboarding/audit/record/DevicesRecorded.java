package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.application.Installation;
import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The devices in the lanes, where the channel wants some: recorded by the operator, accepted by the operating company. */
@Component
class DevicesRecorded implements Chapter {

    private final JdbcClient jdbc;

    DevicesRecorded(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Subject subject) {
        List<Entry> told = new ArrayList<>();
        jdbc.sql("SELECT * FROM lane_device WHERE application_no = ? ORDER BY id")
                .param(subject.no())
                .query(row -> {
                    told.add(recorded(row));
                    if (row.getObject("decided_at") != null) {
                        told.add(decided(row));
                    }
                });
        return told;
    }

    private static Entry recorded(ResultSet row) throws SQLException {
        return about(row, "recorded_at", Kind.REVISION, "登记车道 " + row.getString("lane_no") + " 的设备")
                .by(row.getString("recorded_by"))
                .fact("设备序列号", row.getString("device_serial"))
                .fact("终端号", row.getString("terminal_no"))
                .fact("现场照片", row.getString("photo_id"))
                .from("lane_device", row.getLong("id"));
    }

    private static Entry decided(ResultSet row) throws SQLException {
        String state = Installation.State.valueOf(row.getString("state")).title();
        return about(row, "decided_at", Kind.DECISION, "验收车道 " + row.getString("lane_no") + " 的设备：" + state)
                .by(row.getString("decided_by"))
                .said("原因", row.getString("reason"))
                .from("lane_device", row.getLong("id"));
    }

    private static Told about(ResultSet row, String at, Kind kind, String title) throws SQLException {
        return Told.at(SqlTime.read(row, at), kind, title).lot(row.getString("lot_code"));
    }
}
