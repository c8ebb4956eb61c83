package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Reach;
import cn.citybrain.parking.onboarding.merchant.Sought;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The applications that somebody may see, searched and in pages. */
@Component
public class ApplicationList {

    private static final String FROM = " FROM application a JOIN merchant m ON m.id = a.merchant_id";
    private static final String LOT = "(lower(l.code) LIKE :word ESCAPE '!' OR lower(l.name) LIKE :word ESCAPE '!')";

    /** The step is looked for in the open tasks, which are the processes', as the plate in the test vehicles. */
    private static final String NAMED = "lower(a.no) LIKE :word ESCAPE '!' OR lower(m.name) LIKE :word ESCAPE '!'"
            + " OR a.channel IN (:channels) OR a.no IN (SELECT b.application_no FROM lot_binding b"
            + " JOIN parking_lot l ON l.id = b.lot_id WHERE " + LOT
            + " UNION ALL SELECT i.application_no FROM intended_lot i"
            + " JOIN parking_lot l ON l.code = i.lot_code WHERE " + LOT
            + " UNION ALL SELECT t.application_no FROM open_task t"
            + " WHERE t.application_no IS NOT NULL AND lower(t.name) LIKE :word ESCAPE '!')";

    private static final String PLATED = "a.no IN (SELECT b.application_no FROM test_vehicle x"
            + " JOIN lot_binding b ON b.id = x.binding_id WHERE x.plate_no LIKE :plate ESCAPE '!')";

    /** As people see it: begun, but nothing submitted yet, is a draft still. */
    private static final String SHOWN =
            "CASE WHEN " + AccountGroup.DRAFT.condition() + " THEN 'DRAFT' ELSE a.state END";

    private final JdbcClient jdbc;

    ApplicationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param drafts whether the person sees drafts: they are for their own company only
     * @param states empty for all
     * @param createdBy empty for everybody's
     */
    public record Filter(Reach reach, boolean drafts, Set<ApplicationState> states, Optional<String> createdBy) {}

    /** Newest first. The words are looked for in the number, the company, the channel, the lots and the open steps, a plate in the test vehicles. */
    public Page<Application> find(Filter filter, Wanted wanted) {
        Sought sought = new Sought(wanted, Channel.names());
        String where = where(filter, sought);
        Map<String, Object> values = values(filter, wanted);
        values.putAll(sought.values());
        long total = jdbc.sql("SELECT count(*)" + FROM + where)
                .params(values)
                .query(Long.class)
                .single();
        var rows = jdbc.sql("SELECT a.*" + FROM + where
                        + " ORDER BY a.id DESC OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                .params(values)
                .query(ApplicationRows::map)
                .list();
        return new Page<>(rows, total, wanted);
    }

    private static String where(Filter filter, Sought sought) {
        return " WHERE " + (filter.reach().everything() ? "1 = 1" : "a.tenant_id IN (:tenants)")
                + (filter.drafts() ? "" : " AND a.state <> 'DRAFT'")
                + (filter.states().isEmpty() ? "" : " AND a.state IN (:stored) AND " + SHOWN + " IN (:states)")
                + (filter.createdBy().isEmpty() ? "" : " AND a.created_by = :createdBy")
                + sought.sql(NAMED, PLATED);
    }

    private static Map<String, Object> values(Filter filter, Wanted wanted) {
        Set<String> tenants = filter.reach().tenants();
        Map<String, Object> values = new HashMap<>();
        // SQL knows no empty list
        values.put("tenants", tenants.isEmpty() ? Set.of("") : tenants);
        values.put("states", names(filter.states()));
        values.put("stored", stored(filter.states()));
        values.put("createdBy", filter.createdBy().orElse(""));
        values.put("offset", wanted.offset());
        values.put("size", wanted.size());
        return values;
    }

    private static Set<String> names(Set<ApplicationState> states) {
        return states.stream().map(Enum::name).collect(Collectors.toSet());
    }

    /** In which of them the database has what people see in these. */
    private static Set<String> stored(Set<ApplicationState> shown) {
        Set<String> stored = names(shown);
        if (shown.contains(ApplicationState.DRAFT)) {
            stored.add(ApplicationState.FILLING.name());
        }
        return stored;
    }
}
