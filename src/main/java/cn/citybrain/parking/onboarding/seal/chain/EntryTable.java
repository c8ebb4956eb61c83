package cn.citybrain.parking.onboarding.seal.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries of the chain. */
@Component
public class EntryTable {

    private static final int KEYS = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    EntryTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void append(List<Entry> entries) {
        batches.batchUpdate(
                "INSERT INTO seal_entry (block_no, position, kind, layout_id, row_key, state, link)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.block(),
                            entry.position(),
                            entry.kind().code(),
                            entry.layoutId(),
                            entry.key(),
                            entry.state(),
                            entry.link()
                        })
                        .toList());
    }

    /** The next entries behind a place in the chain. */
    public List<Entry> entries(long block, int position, long lastBlock, int limit) {
        return jdbc.sql("SELECT * FROM seal_entry WHERE (block_no, position) > (?, ?) AND block_no <= ?"
                        + " ORDER BY block_no, position FETCH FIRST " + limit + " ROWS ONLY")
                .params(block, position, lastBlock)
                .query(EntryTable::entry)
                .list();
    }

    /** Everything that the chain says of these rows, refused facts aside, oldest first. */
    public Map<String, List<Entry>> history(Collection<Integer> layouts, Collection<String> keys) {
        Map<String, List<Entry>> found = new HashMap<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; !layouts.isEmpty() && from < all.size(); from += KEYS) {
            jdbc.sql("SELECT * FROM seal_entry WHERE row_key IN (:keys) AND layout_id IN (:layouts) AND kind <> 'X'"
                            + " ORDER BY block_no, position")
                    .param("keys", all.subList(from, Math.min(all.size(), from + KEYS)))
                    .param("layouts", layouts)
                    .query(EntryTable::entry)
                    .list()
                    .forEach(entry -> found.computeIfAbsent(entry.key(), key -> new ArrayList<>())
                            .add(entry));
        }
        return found;
    }

    /** Rows that are there as far as the chain knows; only for tables that stay small. */
    List<String> alive(Collection<Integer> layouts) {
        return layouts.isEmpty()
                ? List.of()
                : jdbc
                        .sql("SELECT row_key, state FROM seal_entry WHERE layout_id IN (:layouts) AND kind <> 'X'"
                                + " ORDER BY block_no, position")
                        .param("layouts", layouts)
                        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (earlier, later) -> later))
                        .entrySet()
                        .stream()
                        .filter(last -> !last.getValue().equals(RowStates.GONE))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** Facts that no node wrote, the first of them. */
    public List<Entry> refused(long after, long last, int limit) {
        return jdbc.sql(
                        "SELECT * FROM seal_entry WHERE kind = 'X' AND block_no > ? AND block_no <= ? ORDER BY block_no, position FETCH FIRST "
                                + limit + " ROWS ONLY")
                .params(after, last)
                .query(EntryTable::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getLong("block_no"),
                row.getInt("position"),
                Entry.Kind.of(row.getString("kind")),
                row.getInt("layout_id"),
                row.getString("row_key"),
                row.getString("state"),
                row.getLong("link"));
    }
}
