package cn.citybrain.parking.onboarding.seal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where no version before can have been. */
class BaselineTest {

    private static final Instant BEGUN = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void aDatabaseIsNewWhereNoTableOfOursHadARow() {
        assertThat(Baseline.isNew(List.of(empty("mail"), taken("act_hi_job_log", 1))))
                .isTrue();
    }

    @Test
    void aDatabaseIsNotNewWhereOneHadRowsBeforeTheSeal() {
        assertThat(Baseline.isNew(List.of(empty("mail"), taken("installation", 1))))
                .isFalse();
    }

    @Test
    void aDatabaseIsNotKnownToBeNewBeforeEveryTableWasLookedAt() {
        assertThat(Baseline.isNew(List.of(empty("mail"), new BaselineTable.Pass("photo", BEGUN, null, 0, null, null))))
                .isFalse();
    }

    @Test
    void aDatabaseIsNotNewWhereATableCameLater() {
        assertThat(Baseline.isNew(List.of(empty("mail"), pass("added", BEGUN.plus(Duration.ofDays(90)), 0))))
                .isFalse();
    }

    private static BaselineTable.Pass empty(String table) {
        return taken(table, 0);
    }

    private static BaselineTable.Pass taken(String table, int rows) {
        return pass(table, BEGUN, rows);
    }

    private static BaselineTable.Pass pass(String table, Instant begun, int rows) {
        return new BaselineTable.Pass(table, begun, null, rows, begun.plus(Duration.ofDays(1)), null);
    }
}
