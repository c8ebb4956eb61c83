package cn.citybrain.parking.onboarding.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the simulator remembers: records as JSON by kind and id. Whatever a method returned from is on disk. */
public class SimulatorStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ObjectMapper json;

    SimulatorStore(JdbcClient jdbc, TransactionTemplate transactions, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    /** Runs the work in one transaction: all of it is remembered, or nothing. Joins a surrounding one. */
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    /** Writes a record, replacing what stood there. */
    public void put(String kind, String id, Object value) {
        inTransaction(() -> replace(kind, id, value) || insert(kind, id, value) || replace(kind, id, value));
    }

    public <T> Optional<T> find(String kind, String id, Class<T> type) {
        return jdbc.sql("SELECT content FROM record WHERE kind = ? AND id = ?")
                .params(kind, id)
                .query(String.class)
                .optional()
                .map(text -> read(text, type));
    }

    /** All records of a kind, in the order in which they were first written. */
    public <T> List<T> all(String kind, Class<T> type) {
        return jdbc
                .sql("SELECT content FROM record WHERE kind = ? ORDER BY seq")
                .param(kind)
                .query(String.class)
                .list()
                .stream()
                .map(text -> read(text, type))
                .toList();
    }

    /** Reads, changes and writes a record while nobody else can. Empty if there is none. */
    public <T> Optional<T> update(String kind, String id, Class<T> type, UnaryOperator<T> change) {
        return inTransaction(() -> jdbc.sql("SELECT content FROM record WHERE kind = ? AND id = ? FOR UPDATE")
                .params(kind, id)
                .query(String.class)
                .optional()
                .map(text -> change.apply(read(text, type)))
                .map(changed -> {
                    replace(kind, id, changed);
                    return changed;
                }));
    }

    public void remove(String kind, String id) {
        jdbc.sql("DELETE FROM record WHERE kind = ? AND id = ?")
                .params(kind, id)
                .update();
    }

    private boolean replace(String kind, String id, Object value) {
        return jdbc.sql("UPDATE record SET content = ? WHERE kind = ? AND id = ?")
                        .params(write(value), kind, id)
                        .update()
                == 1;
    }

    /** False if somebody else has written it meanwhile. */
    private boolean insert(String kind, String id, Object value) {
        try {
            return jdbc.sql("INSERT INTO record (kind, id, content) VALUES (?, ?, ?)")
                            .params(kind, id, write(value))
                            .update()
                    == 1;
        } catch (DuplicateKeyException meanwhile) {
            return false;
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be remembered: " + value.getClass(), e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no longer readable as " + type, e);
        }
    }
}
