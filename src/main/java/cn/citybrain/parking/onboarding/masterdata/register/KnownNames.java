package cn.citybrain.parking.onboarding.masterdata.register;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.masterdata.Checks;
import cn.citybrain.parking.onboarding.masterdata.Portions;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What companies and vendors are called in files: by code, by unified social credit code, by name. */
@Component
class KnownNames {

    private record Company(String tenant, String uscc, String name) {}

    private final JdbcClient jdbc;
    private final Vendors vendors;

    KnownNames(JdbcClient jdbc, Vendors vendors) {
        this.jdbc = jdbc;
        this.vendors = vendors;
    }

    /** Tenants by what was written. A name that two companies have names none. */
    Map<String, String> companies(Collection<String> written) {
        Map<String, String> found = new HashMap<>();
        Portions.ask(written, some -> jdbc.sql("SELECT tenant_id, uscc, name FROM merchant WHERE tenant_id IN (:lower)"
                                + " OR uscc IN (:upper) OR name IN (:names)")
                        .param("lower", some.stream().map(Checks::lower).toList())
                        .param("upper", some.stream().map(Checks::upper).toList())
                        .param("names", some)
                        .query((row, n) ->
                                new Company(row.getString("tenant_id"), row.getString("uscc"), row.getString("name")))
                        .list())
                .forEach(company -> {
                    found.merge(company.name(), company.tenant(), (one, other) -> one.equals(other) ? one : "");
                    found.put(company.uscc(), company.tenant());
                    found.put(company.tenant(), company.tenant());
                });
        found.values().removeIf(String::isEmpty);
        Map<String, String> tenants = new HashMap<>();
        for (String one : written) {
            for (String spelling : new String[] {Checks.lower(one), Checks.upper(one), one}) {
                if (found.containsKey(spelling)) {
                    tenants.put(one, found.get(spelling));
                }
            }
        }
        return tenants;
    }

    /** Groups by what may be written. */
    Map<String, String> vendors() {
        Map<String, String> groups = new HashMap<>();
        vendors.all().forEach(vendor -> {
            groups.put(vendor.name(), vendor.groupId());
            groups.put(vendor.groupId(), vendor.groupId());
            groups.put(vendor.groupId().substring(Role.VENDOR_PREFIX.length()), vendor.groupId());
        });
        return groups;
    }
}
