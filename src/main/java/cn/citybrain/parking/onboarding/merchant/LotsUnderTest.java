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
        // the lots first: as conditions on a join, both ways to them at once would read every binding of the city
        return jdbc.sql(LotBindingRow.SELECT + "WHERE b.state = 'TESTING' AND b.lot_id IN ("
                        + "SELECT active_lot_id FROM vendor_assignment"
                        + " WHERE vendor_group IN (:vendors) AND active_lot_id IS NOT NULL"
                        + " UNION ALL SELECT o.id FROM parking_lot o JOIN merchant c ON c.id = o.merchant_id"
                        + " WHERE c.tenant_id IN (:tenants)"
                        + " AND NOT EXISTS (SELECT 1 FROM vendor_assignment a WHERE a.active_lot_id = o.id))"
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
