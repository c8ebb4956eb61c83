package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.audit.Unclear;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds applications. Five statements, whatever is asked for and however many are found. */
@Component
class ApplicationSearch {

    /** More are no answer to who it was. */
    private static final int PEOPLE = 200;

    private static final String FROM = " FROM application a JOIN merchant m ON m.id = a.merchant_id WHERE ";

    private final JdbcClient jdbc;
    private final FoundApplications found;
    private final Clock clock;

    ApplicationSearch(JdbcClient jdbc, FoundApplications found, Clock clock) {
        this.jdbc = jdbc;
        this.found = found;
        this.clock = clock;
    }

    private record Place(String number, long total) {}

    Page<FoundApplication> find(Search search, Wanted wanted) {
        Conditions conditions = conditions(search);
        List<Place> page = jdbc.sql("SELECT a.no, count(*) OVER () AS total" + FROM + conditions.sql()
                        + search.order().sql(search.descending())
                        + " OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                .params(conditions.values())
                .param("offset", wanted.offset())
                .param("size", wanted.size())
                .query((row, n) -> new Place(row.getString("no"), row.getLong("total")))
                .list();
        long total = page.isEmpty() ? beyond(conditions, wanted) : page.get(0).total();
        return new Page<>(found.of(page.stream().map(Place::number).toList()), total, wanted);
    }

    /** The numbers of all, in their order. */
    List<String> numbers(Search search) {
        Conditions conditions = conditions(search);
        return jdbc.sql("SELECT a.no" + FROM + conditions.sql() + search.order().sql(search.descending()))
                .params(conditions.values())
                .query(String.class)
                .list();
    }

    /** How many there are when none is on the page: 0, or the page lies behind the last. */
    private long beyond(Conditions conditions, Wanted wanted) {
        return wanted.page() == 1
                ? 0
                : jdbc.sql("SELECT count(*)" + FROM + conditions.sql())
                        .params(conditions.values())
                        .query(Long.class)
                        .single();
    }

    private Conditions conditions(Search search) {
        return new Conditions(search, search.person().isEmpty() ? Set.of() : people(search.person()), clock.getZone());
    }

    /** Those whom the text is an id or in the name of; and the id itself, also of an account that is gone. */
    private Set<String> people(String text) {
        Set<String> ids =
                new HashSet<>(jdbc.sql("SELECT a.user_id FROM account a LEFT JOIN ACT_ID_USER u ON u.ID_ = a.user_id"
                                + " WHERE lower(a.user_id) LIKE :text ESCAPE '!'"
                                + " OR lower(coalesce(u.FIRST_, '') || coalesce(u.LAST_, '')) LIKE :text ESCAPE '!'"
                                + " ORDER BY a.user_id FETCH FIRST " + (PEOPLE + 1) + " ROWS ONLY")
                        .param("text", new Wanted(text, 1, 1).pattern())
                        .query(String.class)
                        .list());
        if (ids.size() > PEOPLE) {
            throw new Unclear("person", "“" + text + "”对应的人员超过 " + PEOPLE + " 名，请输入更完整的姓名或账号");
        }
        ids.add(text);
        return ids;
    }
}
