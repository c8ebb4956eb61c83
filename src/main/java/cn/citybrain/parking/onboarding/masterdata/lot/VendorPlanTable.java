package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.masterdata.Portions;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code vendor_plan}: one plan a lot. Who deletes a row that is due carries it out. */
@Component
class VendorPlanTable {

    private static final String SELECT = "SELECT p.*, l.code FROM vendor_plan p JOIN parking_lot l ON l.id = p.lot_id ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    VendorPlanTable(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** By the lot's code. A statement for each thousand. */
    Map<String, VendorPlan> ofLots(Collection<String> codes) {
        return Portions.ask(codes, some -> jdbc.sql(SELECT + "WHERE l.code IN (:codes)")
                        .param("codes", some)
                        .query(VendorPlanTable::plan)
                        .list())
                .stream()
                .collect(Collectors.toMap(VendorPlan::lotCode, Function.identity()));
    }

    /** Those whose day has come, the oldest first. */
    List<VendorPlan> due(LocalDate today, int limit) {
        return jdbc.sql(SELECT + "WHERE p.starts_on <= ? ORDER BY p.starts_on, p.lot_id FETCH FIRST " + limit
                        + " ROWS ONLY")
                .param(today)
                .query(VendorPlanTable::plan)
                .list();
    }

    /** @return for each whether it was there: on one node at a time */
    List<Boolean> take(List<VendorPlan> plans) {
        int[] deleted = batches.batchUpdate(
                "DELETE FROM vendor_plan WHERE lot_id = ? AND starts_on = ?",
                plans.stream()
                        .map(plan -> new Object[] {plan.lotId(), plan.from()})
                        .toList());
        return Arrays.stream(deleted).mapToObj(rows -> rows == 1).toList();
    }

    void drop(Collection<Long> lotIds) {
        batches.batchUpdate(
                "DELETE FROM vendor_plan WHERE lot_id = ?",
                lotIds.stream().map(id -> new Object[] {id}).toList());
    }

    void put(List<VendorPlan> plans) {
        drop(plans.stream().map(VendorPlan::lotId).toList());
        batches.batchUpdate(
                "INSERT INTO vendor_plan (lot_id, vendor_group, starts_on, planned_by, planned_at) VALUES (?, ?, ?, ?, ?)",
                plans.stream()
                        .map(plan -> new Object[] {
                            plan.lotId(),
                            plan.group().isEmpty() ? null : plan.group(),
                            plan.from(),
                            plan.by(),
                            SqlTime.of(clock.instant())
                        })
                        .toList());
    }

    private static VendorPlan plan(ResultSet row, int n) throws SQLException {
        return new VendorPlan(
                row.getLong("lot_id"),
                row.getString("code"),
                Objects.requireNonNullElse(row.getString("vendor_group"), ""),
                row.getObject("starts_on", LocalDate.class),
                row.getString("planned_by"));
    }
}
