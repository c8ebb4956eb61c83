package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.seal.fact.FactMac;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts that wait for the chain. */
@Component
public class Facts {

    private static final int FACTS = 400;
    private static final int ROWS = 2000;

    private final JdbcClient jdbc;
    private final FactMac mac;

    Facts(JdbcClient jdbc, FactMac mac) {
        this.jdbc = jdbc;
        this.mac = mac;
    }

    /** @param genuine whether a node wrote it */
    record Fact(long id, List<String> lines, boolean genuine) {}

    /** Whether there is anything to chain: what each node asks every second. */
    boolean any() {
        return !jdbc.sql("SELECT id FROM seal_fact FETCH FIRST 1 ROWS ONLY")
                .query(Long.class)
                .list()
                .isEmpty();
    }

    public long count() {
        return jdbc.sql("SELECT COUNT(*) FROM seal_fact").query(Long.class).single();
    }

    /** Some that are there now; one that is committed later with a lower id is among the next. */
    List<Fact> next() {
        List<Fact> all = jdbc.sql(
                        "SELECT id, touched, mac FROM seal_fact ORDER BY id FETCH FIRST " + FACTS + " ROWS ONLY")
                .query((row, n) -> fact(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
        List<Fact> some = new ArrayList<>();
        int rows = 0;
        for (Fact fact : all) {
            if (rows < ROWS) {
                some.add(fact);
            }
            rows += fact.lines().size();
        }
        return some;
    }

    private Fact fact(long id, String touched, String given) {
        return new Fact(id, List.of(touched.split("\n")), mac.of(touched).equals(given));
    }

    void delete(Collection<Fact> chained) {
        jdbc.sql("DELETE FROM seal_fact WHERE id IN (:ids)")
                .param("ids", chained.stream().map(Fact::id).toList())
                .update();
    }

    /** Rows that are told of and not in the chain yet: {@code table TAB key}. */
    public Set<String> waiting() {
        Set<String> lines = new HashSet<>();
        jdbc
                .sql("SELECT id, touched, mac FROM seal_fact")
                .query((row, n) -> fact(row.getLong(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(Fact::genuine)
                .forEach(fact -> lines.addAll(fact.lines()));
        return lines;
    }
}
