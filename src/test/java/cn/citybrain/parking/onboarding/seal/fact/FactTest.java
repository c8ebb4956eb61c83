package cn.citybrain.parking.onboarding.seal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.seal.Seals;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transaction tells of itself. */
@OnboardingTest
class FactTest {

    private static final String INSERT =
            "INSERT INTO lot_refusal (binding_id, kind, party, actor, text, at) VALUES (?, 'NOTE', 'x', 'x', 'x',"
                    + " CURRENT_TIMESTAMP)";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    Seals seals;

    @Autowired
    PlatformTransactionManager transactions;

    private long before;

    @BeforeEach
    void begin() {
        before = jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM seal_fact")
                .query(Long.class)
                .single();
    }

    @Test
    void namesEachRowThatWasInserted() {
        long id = insert();
        assertThat(told()).containsExactly("lot_refusal\t" + id);
    }

    @Test
    void namesTheRowsOfABatch() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(tx -> batches.batchUpdate(
                        INSERT, List.of(new Object[] {-71L}, new Object[] {-71L}, new Object[] {-71L})));
        assertThat(told()).isEqualTo(rows(-71)).hasSize(3);
        assertThat(facts()).as("one insert").isEqualTo(1);
    }

    @Test
    void namesWhatWasChangedAndWhatWasDeletedByACondition() {
        insert(-72);
        insert(-72);
        Set<String> both = rows(-72);
        begin();
        jdbc.sql("UPDATE lot_refusal SET text = ? WHERE binding_id = ?")
                .params("y", -72)
                .update();
        assertThat(told()).isEqualTo(both);
        begin();
        assertThat(jdbc.sql("DELETE FROM lot_refusal WHERE binding_id = ? AND text = ?")
                        .params(-72, "y")
                        .update())
                .isEqualTo(2);
        assertThat(told()).isEqualTo(both);
    }

    @Test
    void isOneForATransactionAndGoesWithIt() {
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            insert();
            insert();
            assertThat(facts()).isZero();
        });
        assertThat(told()).hasSize(2);
        assertThat(facts()).isEqualTo(1);
        begin();
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            insert();
            tx.setRollbackOnly();
        });
        insert();
        assertThat(told()).hasSize(1);
    }

    @Test
    void isSplitWhereVeryManyRowsAreWritten() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(tx -> batches.batchUpdate(
                        INSERT,
                        java.util.stream.IntStream.range(0, 450)
                                .mapToObj(i -> new Object[] {-73L})
                                .toList()));
        assertThat(told()).isEqualTo(rows(-73)).hasSize(450);
        assertThat(facts()).isEqualTo(3);
    }

    @Test
    void canBeToldInAnotherWay() {
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            seals.touched("bill", 4711);
            seals.touched("revision_paper", List.of("WX1", 2, "a/b"));
        });
        assertThat(told()).containsExactly("bill\t4711", "revision_paper\tWX1/2/a%2Fb");
    }

    private long insert() {
        return insert(-70);
    }

    private long insert(long binding) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(INSERT).param(binding).update(key, "id");
        return key.getKeyAs(Long.class);
    }

    private Set<String> rows(long binding) {
        return new TreeSet<>(jdbc.sql("SELECT id FROM lot_refusal WHERE binding_id = ?")
                .param(binding)
                .query((row, n) -> "lot_refusal\t" + row.getLong(1))
                .list());
    }

    private Set<String> told() {
        Set<String> lines = new TreeSet<>();
        jdbc.sql("SELECT touched FROM seal_fact WHERE id > ?")
                .param(before)
                .query(String.class)
                .list()
                .forEach(touched -> lines.addAll(List.of(touched.split("\n"))));
        return lines;
    }

    private int facts() {
        return jdbc.sql("SELECT COUNT(*) FROM seal_fact WHERE id > ?")
                .param(before)
                .query(Integer.class)
                .single();
    }
}
