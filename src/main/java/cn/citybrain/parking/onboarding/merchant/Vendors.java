package cn.citybrain.parking.onboarding.merchant;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The technical vendors and the lots they are assigned to. A lot has one vendor at a time. */
@Component
public class Vendors {

    private static final RowMapper<Vendor> ROW =
            (row, n) -> new Vendor(row.getString("group_id"), row.getString("name"), row.getString("contact_email"));

    private final JdbcClient jdbc;
    private final ParkingLots lots;
    private final Clock clock;

    Vendors(JdbcClient jdbc, ParkingLots lots, Clock clock) {
        this.jdbc = jdbc;
        this.lots = lots;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the group has a vendor already */
    @Transactional
    public void add(Vendor vendor) {
        jdbc.sql("INSERT INTO vendor (group_id, name, contact_email) VALUES (?, ?, ?)")
                .params(vendor.groupId(), vendor.name(), vendor.contactEmail())
                .update();
    }

    /** Every vendor by name. */
    public List<Vendor> all() {
        return jdbc.sql("SELECT * FROM vendor ORDER BY name").query(ROW).list();
    }

    /** Gives a lot to a vendor; the one it had loses it. */
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
                .query(ROW)
                .optional();
    }

    /** The lots that are assigned to any of these groups, in the order of their codes. */
    public List<ParkingLot> lotsOf(Collection<String> vendorGroups) {
        if (vendorGroups.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        ParkingLots.SELECT
                                + "JOIN vendor_assignment a ON a.active_lot_id = l.id WHERE a.vendor_group IN (:groups) ORDER BY l.code")
                .param("groups", vendorGroups)
                .query(ParkingLots.ROW)
                .list();
    }
}
