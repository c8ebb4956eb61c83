package cn.citybrain.parking.onboarding.audit.record;

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

/** The vehicles that the lots were tested with, and the keys that their systems speak with. */
@Component
class VehiclesTested implements Chapter {

    private final JdbcClient jdbc;

    VehiclesTested(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Subject subject) {
        List<Entry> told = new ArrayList<>();
        jdbc.sql("SELECT * FROM test_vehicle WHERE binding_id IN (:bindings)")
                .param("bindings", subject.bindingIds())
                .query(row -> {
                    told.add(registered(row));
                    if (row.getObject("removed_at") != null) {
                        told.add(removed(row));
                    }
                });
        return told;
    }

    private static Entry registered(ResultSet row) throws SQLException {
        return about(row, "registered_at", "登记测试车辆 " + row.getString("plate_no"))
                .by(row.getString("registered_by"))
                .fact("车牌", row.getString("plate_no"))
                .said("车主开通情况", row.getString("agreement_text"))
                .fact("核实时间", SqlTime.read(row, "agreement_at"))
                .from("test_vehicle", row.getLong("id"));
    }

    private static Entry removed(ResultSet row) throws SQLException {
        return about(row, "removed_at", "注销测试车辆 " + row.getString("plate_no"))
                .by(row.getString("removed_by"))
                .from("test_vehicle", row.getLong("id"));
    }

    private static Told about(ResultSet row, String at, String title) throws SQLException {
        return Told.at(SqlTime.read(row, at), Kind.RECORD, title).lot(row.getString("lot_code"));
    }
}
