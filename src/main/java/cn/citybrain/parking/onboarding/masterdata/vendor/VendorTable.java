package cn.citybrain.parking.onboarding.masterdata.vendor;

import cn.citybrain.parking.onboarding.merchant.ContactPhones;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes table {@code vendor}, many rows at once. A city has some fifty: they are read all together. */
@Component
class VendorTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Vendors vendors;
    private final ContactPhones phones;

    VendorTable(JdbcClient jdbc, JdbcTemplate batches, Vendors vendors, ContactPhones phones) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vendors = vendors;
        this.phones = phones;
    }

    Map<String, Vendor> all() {
        return vendors.all().stream().collect(Collectors.toMap(Vendor::groupId, Function.identity()));
    }

    void insert(Collection<VendorEntry> entries) {
        batches.batchUpdate(
                "INSERT INTO vendor (group_id, name, contact_person, contact_phone, contact_email, version)"
                        + " VALUES (?, ?, ?, ?, ?, 1)",
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.group(),
                            entry.name(),
                            entry.contactPerson(),
                            phones.ofVendor(entry.group(), entry.contactPhone()),
                            entry.contactEmail()
                        })
                        .toList());
    }

    /** @return for each whether it was the version that was changed */
    List<Boolean> update(List<VendorChange> changes) {
        int[] changed = batches.batchUpdate(
                "UPDATE vendor SET name = ?, contact_person = ?, contact_phone = ?, contact_email = ?,"
                        + " version = version + 1 WHERE group_id = ? AND version = ?",
                changes.stream()
                        .map(change -> new Object[] {
                            change.entry().name(),
                            change.entry().contactPerson(),
                            phones.ofVendor(
                                    change.entry().group(), change.entry().contactPhone()),
                            change.entry().contactEmail(),
                            change.entry().group(),
                            change.version()
                        })
                        .toList());
        return Arrays.stream(changed).mapToObj(rows -> rows == 1).toList();
    }

    /** @param at null to make it active again */
    boolean deactivate(String group, long version, Instant at) {
        return jdbc.sql(
                                "UPDATE vendor SET deactivated_at = ?, version = version + 1 WHERE group_id = ? AND version = ?")
                        .params(SqlTime.of(at), group, version)
                        .update()
                == 1;
    }
}
