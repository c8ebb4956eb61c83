package cn.citybrain.parking.onboarding.merchant;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The technical vendors and the lots they are assigned to. A lot has one vendor at a time. */
@Component
public class Vendors {

    private final JdbcClient jdbc;
    private final ParkingLots lots;
    private final ContactPhones phones;
    private final Clock clock;

    Vendors(JdbcClient jdbc, ParkingLots lots, ContactPhones phones, Clock clock) {
        this.jdbc = jdbc;
        this.lots = lots;
        this.phones = phones;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the group has a vendor already */
    @Transactional
    public void add(Vendor vendor) {
        jdbc.sql("INSERT INTO vendor (group_id, name, contact_email) VALUES (?, ?, ?)")
                .params(vendor.groupId(), vendor.name(), vendor.contactEmail())
                .update();
    }

    public Optional<Vendor> byGroup(String groupId) {
        return jdbc.sql("SELECT * FROM vendor WHERE group_id = ?")
                .param(groupId)
                .query(this::vendor)
                .optional();
    }

    /** Every vendor by name. */
    public List<Vendor> all() {
        return jdbc.sql("SELECT * FROM vendor ORDER BY name")
                .query(this::vendor)
                .list();
    }

    /**
     * Gives a lot to a vendor; the one it had loses it. Nobody is told, and the history has no word of it: people's
     * choices go through {@code masterdata}.
     */
    @Transactional
    public void assign(String lotCode, String vendorGroup, String by) {
        long lotId = lots.byCode(lotCode)
                .map(ParkingLot::id)
                .orElseThrow(() -> new IllegalArgumentException("没有这个停车场: " + lotCode));
        jdbc.sql("UPDATE vendor_assignment SET ended_at = ?, active_lot_id = NULL WHERE active_lot_id = ?")
                .params(OffsetDateTime.now(clock), lotId)
                .update();
        jdbc.sql("INSERT INTO vendor_assignment (lot_id, active_lot_id, vendor_group, assigned_by, assigned_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(lotId, lotId, vendorGroup, by, OffsetDateTime.now(clock))
                .update();
    }

    /** The vendor that a lot is assigned to now. */
    public Optional<Vendor> of(String lotCode) {
        return jdbc.sql("SELECT v.* FROM vendor v JOIN vendor_assignment a ON a.vendor_group = v.group_id"
                        + " JOIN parking_lot l ON l.id = a.active_lot_id WHERE l.code = ?")
                .param(lotCode)
                .query(this::vendor)
                .optional();
    }

    /** Since when a lot is assigned to the vendor that it has now; empty while it has none. */
    public Optional<Instant> assignedAt(String lotCode) {
        return jdbc.sql("SELECT a.assigned_at FROM vendor_assignment a JOIN parking_lot l ON l.id = a.active_lot_id"
                        + " WHERE l.code = ?")
                .param(lotCode)
                .query((row, n) -> SqlTime.read(row, "assigned_at"))
                .optional();
    }

    /** The vendor of each of these lots that has one, by the lot's code. */
    public Map<String, Vendor> ofLots(Collection<String> lotCodes) {
        Map<String, Vendor> found = new HashMap<>();
        if (!lotCodes.isEmpty()) {
            jdbc.sql("SELECT l.code, v.* FROM vendor v JOIN vendor_assignment a ON a.vendor_group = v.group_id"
                            + " JOIN parking_lot l ON l.id = a.active_lot_id WHERE l.code IN (:codes)")
                    .param("codes", lotCodes)
                    .query((row, n) -> found.put(row.getString("code"), vendor(row, n)))
                    .list();
        }
        return found;
    }

    /** The lots that are assigned to any of these groups, in the order of their codes. */
    public List<ParkingLot> lotsOf(Collection<String> vendorGroups) {
        if (vendorGroups.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(ParkingLots.SELECT
                        + "JOIN vendor_assignment a ON a.active_lot_id = l.id WHERE a.vendor_group IN"
                        + " (:groups) ORDER BY l.code")
                .param("groups", vendorGroups)
                .query(ParkingLots.ROW)
                .list();
    }

    private Vendor vendor(ResultSet row, int n) throws SQLException {
        String group = row.getString("group_id");
        return new Vendor(
                group,
                row.getString("name"),
                row.getString("contact_email"),
                row.getString("contact_person"),
                phones.readVendor(group, row.getString("contact_phone")),
                SqlTime.read(row, "deactivated_at"),
                row.getLong("version"));
    }
}
