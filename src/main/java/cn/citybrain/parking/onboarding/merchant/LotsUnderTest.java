package cn.citybrain.parking.onboarding.merchant;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lots that are {@link BindingState#TESTING} with those who connect them: their vendor, or their company while they have none. */
@Component
public class LotsUnderTest {

    private final JdbcClient jdbc;

    LotsUnderTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those that nobody of these groups has a task about. One statement.
     *
     * @param vendorGroups the vendors that connect them
     * @param tenants the companies that connect theirs while no vendor does
     * @param groups whose open tasks, which are the processes', count
     */
    public List<LotBinding> withoutTask(Set<String> vendorGroups, Set<String> tenants, Set<String> groups) {
        return jdbc.sql(LotBindingRow.SELECT + "LEFT JOIN vendor_assignment a ON a.active_lot_id = l.id"
                        + " WHERE b.state = 'TESTING' AND (a.vendor_group IN (:vendors)"
                        + " OR a.vendor_group IS NULL AND m.tenant_id IN (:tenants))"
                        + " AND NOT EXISTS (SELECT 1 FROM open_task t WHERE t.binding_id = b.id"
                        + " AND t.candidate_group IN (:groups)) ORDER BY b.id")
                .param("vendors", orNobody(vendorGroups))
                .param("tenants", orNobody(tenants))
                .param("groups", orNobody(groups))
                .query(LotBindingRow::map)
                .list();
    }

    /** SQL knows no empty list. */
    private static Collection<String> orNobody(Set<String> ids) {
        return ids.isEmpty() ? Set.of("") : ids;
    }
}
