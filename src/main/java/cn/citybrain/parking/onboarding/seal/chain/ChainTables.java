package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.seal.key.Signature;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Head and blocks of the chain. */
@Component
public class ChainTables {

    private final JdbcClient jdbc;

    ChainTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever chains, and keeps others from it until the transaction ends. */
    public Head lock() {
        return jdbc.sql("SELECT * FROM seal_head WHERE id = 1 FOR UPDATE")
                .query(ChainTables::readHead)
                .single();
    }

    /** As {@link #lock}, without waiting: false if somebody else is at it. */
    boolean lockIfFree() {
        return jdbc.sql("SELECT id FROM seal_head WHERE id = 1 FOR UPDATE SKIP LOCKED")
                .query(Long.class)
                .optional()
                .isPresent();
    }

    public Head head() {
        return jdbc.sql("SELECT * FROM seal_head WHERE id = 1")
                .query(ChainTables::readHead)
                .single();
    }

    void append(Block block, Signature signature) {
        jdbc.sql("INSERT INTO seal_block (no, at, entries, hash) VALUES (?, ?, ?, ?)")
                .params(block.no(), SqlTime.of(block.at()), block.entries(), block.hash())
                .update();
        jdbc.sql("UPDATE seal_head SET block_no = ?, hash = ?, key_id = ?, signature = ? WHERE id = 1")
                .params(block.no(), block.hash(), signature.keyId(), signature.value())
                .update();
    }

    /** Blocks after a number, oldest first. */
    public List<Block> blocks(long after, int limit) {
        return jdbc.sql("SELECT no, at, entries, hash FROM seal_block WHERE no > ? ORDER BY no FETCH FIRST " + limit
                        + " ROWS ONLY")
                .param(after)
                .query(ChainTables::readBlock)
                .list();
    }

    public Optional<Block> block(long no) {
        return jdbc.sql("SELECT no, at, entries, hash FROM seal_block WHERE no = ?")
                .param(no)
                .query(ChainTables::readBlock)
                .optional();
    }

    private static Head readHead(ResultSet row, int n) throws SQLException {
        return new Head(
                row.getLong("block_no"),
                row.getString("hash"),
                new Signature(row.getString("key_id"), row.getString("signature")));
    }

    private static Block readBlock(ResultSet row, int n) throws SQLException {
        Instant at = SqlTime.read(row, "at");
        return new Block(row.getLong("no"), at, row.getInt("entries"), row.getString("hash"));
    }
}
