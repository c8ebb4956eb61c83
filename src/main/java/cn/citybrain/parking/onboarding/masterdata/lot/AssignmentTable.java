package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.masterdata.Portions;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorChoice.Resolved;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes table {@code vendor_assignment}, many rows at once. */
@Component
class AssignmentTable {

    private final JdbcTemplate batches;
    private final Vendors vendors;
    private final Clock clock;

    AssignmentTable(JdbcTemplate batches, Vendors vendors, Clock clock) {
        this.batches = batches;
        this.vendors = vendors;
        this.clock = clock;
    }

    /** The vendors that these lots have, by code. A statement for each thousand. */
    Map<String, Vendor> ofLots(Collection<String> codes) {
        Map<String, Vendor> found = new HashMap<>();
        Portions.ask(codes, some -> List.copyOf(vendors.ofLots(some).entrySet()))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /** Ends what the lots have, and begins what they are to have, if anything. */
    void replace(List<Resolved> choices, String by) {
        OffsetDateTime now = SqlTime.of(clock.instant());
        batches.batchUpdate(
                "UPDATE vendor_assignment SET ended_at = ?, active_lot_id = NULL WHERE active_lot_id = ?",
                choices.stream()
                        .map(choice -> new Object[] {now, choice.lot().id()})
                        .toList());
        batches.batchUpdate(
                "INSERT INTO vendor_assignment (lot_id, active_lot_id, vendor_group, assigned_by, assigned_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                choices.stream()
                        .filter(choice -> !choice.group().isEmpty())
                        .map(choice ->
                                new Object[] {choice.lot().id(), choice.lot().id(), choice.group(), by, now})
                        .toList());
    }
}
