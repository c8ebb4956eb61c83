package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.seal.key.Signature;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Head, blocks and entries of the chain. */
@Component
class ChainTables {

    private static final int KEYS = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ChainTables(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Waits for whoever chains, and keeps others from it until the transaction ends. */
    Head lock() {
        return jdbc.sql("SELECT * FROM seal_head WHERE id = 1 FOR UPDATE")
                .query(ChainTables::head)
                .single();
    }

    Head head() {
        return jdbc.sql("SELECT * FROM seal_head WHERE id = 1")
                .query(ChainTables::head)
                .single();
    }

    void append(Block block, List<Entry> entries, Signature signature) {
        jdbc.sql("INSERT INTO seal_block (no, at, entries, hash) VALUES (?, ?, ?, ?)")
                .params(block.no(), SqlTime.of(block.at()), block.entries(), block.hash())
                .update();
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
        jdbc.sql("UPDATE seal_head SET block_no = ?, hash = ?, key_id = ?, signature = ? WHERE id = 1")
                .params(block.no(), block.hash(), signature.keyId(), signature.value())
                .update();
    }

    /** Blocks after a number, oldest first. */
    List<Block> blocks(long after, int limit) {
        return jdbc.sql("SELECT no, at, entries, hash FROM seal_block WHERE no > ? ORDER BY no FETCH FIRST " + limit
                        + " ROWS ONLY")
                .param(after)
                .query(ChainTables::block)
                .list();
    }

    Optional<Block> block(long no) {
        return jdbc.sql("SELECT no, at, entries, hash FROM seal_block WHERE no = ?")
                .param(no)
                .query(ChainTables::block)
                .optional();
    }

    /** The next entries behind a place in the chain. */
    List<Entry> entries(long block, int position, long lastBlock, int limit) {
        return jdbc.sql("SELECT * FROM seal_entry WHERE (block_no, position) > (?, ?) AND block_no <= ?"
                        + " ORDER BY block_no, position FETCH FIRST " + limit + " ROWS ONLY")
                .params(block, position, lastBlock)
                .query(ChainTables::entry)
                .list();
    }

    /** Everything that the chain says of these rows, refused facts aside, oldest first. */
    Map<String, List<Entry>> history(Collection<Integer> layouts, Collection<String> keys) {
        Map<String, List<Entry>> found = new HashMap<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; !layouts.isEmpty() && from < all.size(); from += KEYS) {
            jdbc.sql("SELECT * FROM seal_entry WHERE row_key IN (:keys) AND layout_id IN (:layouts) AND kind <> 'X'"
                            + " ORDER BY block_no, position")
                    .param("keys", all.subList(from, Math.min(all.size(), from + KEYS)))
                    .param("layouts", layouts)
                    .query(ChainTables::entry)
                    .list()
                    .forEach(entry -> found.computeIfAbsent(entry.key(), key -> new ArrayList<>())
                            .add(entry));
        }
        return found;
    }

    /** Facts that no node wrote, the first of them. */
    List<Entry> refused(int limit) {
        return jdbc.sql("SELECT * FROM seal_entry WHERE kind = 'X' ORDER BY block_no, position FETCH FIRST " + limit
                        + " ROWS ONLY")
                .query(ChainTables::entry)
                .list();
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        return new Head(
                row.getLong("block_no"),
                row.getString("hash"),
                new Signature(row.getString("key_id"), row.getString("signature")));
    }

    private static Block block(ResultSet row, int n) throws SQLException {
        Instant at = SqlTime.read(row, "at");
        return new Block(row.getLong("no"), at, row.getInt("entries"), row.getString("hash"));
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
