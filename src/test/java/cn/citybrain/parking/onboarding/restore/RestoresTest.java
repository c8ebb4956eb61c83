package cn.citybrain.parking.onboarding.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnboardingTest
class RestoresTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Restores restores;

    @Autowired
    SkippedIds ids;

    @Autowired
    Merchants merchants;

    @Autowired
    TestClock clock;

    @AfterEach
    void trusted() {
        new RestoredBackups(jdbc).clear();
        clock.reset();
    }

    @Test
    void theSettingIsTakenUpOnceAndKnownToOtherStartsAndNodes() {
        Instant backup = clock.instant().minus(Duration.ofHours(2));
        Restores first = start(backup);
        Restore restore = first.latest().orElseThrow();
        clock.advance(Duration.ofMinutes(5));

        assertThat(start(backup).latest()).contains(restore);
        assertThat(restores.latest()).contains(restore);
        assertThat(restore.restoredTo()).isEqualTo(backup);
        assertThat(restore.finished()).isFalse();
    }

    @Test
    void idsOfTheLostTimeAreNotGivenOutAgain() {
        long before = TestMerchants.add(merchants).id();
        restores.note(clock.instant());
        restores.takeUp();
        long after = TestMerchants.add(merchants).id();
        restores.takeUp();
        long next = TestMerchants.add(merchants).id();

        assertThat(after).isGreaterThanOrEqualTo(before + 1_000_000);
        assertThat(next).isEqualTo(after + 1);
    }

    /** As when the wrong backup was restored first: the tables are the same again, the ids given out in between are not. */
    @Test
    void idsGivenOutAfterAnEarlierRestoreOfTheSameBackupAreNotGivenOutAgain() {
        // later than whatever other tests did
        Instant restored = clock.instant().plus(Duration.ofDays(365));
        ids.skip(restored);
        long first = nextId();
        jdbc.sql("DELETE FROM merchant WHERE id >= ?").param(first).update();
        ids.skip(restored.plus(Duration.ofMinutes(10)));
        assertThat(nextId()).as("a thousand a second since").isGreaterThanOrEqualTo(first + 600_000);
    }

    private long nextId() {
        return TestMerchants.add(merchants).id();
    }

    @Test
    void whatTheScriptWroteIsTakenUpAtTheStart() {
        jdbc.sql("INSERT INTO restored_backup (restored_to, noticed_at) VALUES (?, ?)")
                .params(
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        long before = TestMerchants.add(merchants).id();
        new Restores(jdbc, ids, "", clock).atStart();

        assertThat(TestMerchants.add(merchants).id()).isGreaterThanOrEqualTo(before + 1_000_000);
        assertThat(restores.latest()).isPresent();
    }

    @Test
    void aMomentThatIsNoneOrHasNotComeIsRefused() {
        assertThatThrownBy(() -> new Restores(jdbc, ids, "2026-11-24 10:00", clock).atStart())
                .hasMessageContaining("2026-11-24T10:00:00+08:00");
        assertThatThrownBy(() -> start(clock.instant().plusSeconds(60))).hasMessageContaining("不能晚于现在");
        assertThat(restores.latest()).isEmpty();
    }

    @Test
    void itIsFinishedForGoodWhenNothingIsOpen() {
        restores.note(clock.instant());
        restores.counted(restores.latest().orElseThrow(), 3);
        assertThat(restores.latest().orElseThrow().finished()).isFalse();
        restores.counted(restores.latest().orElseThrow(), 0);
        restores.counted(restores.latest().orElseThrow(), 1);
        assertThat(restores.latest().orElseThrow().finished()).isTrue();
        assertThat(restores.latest().orElseThrow().openItems()).isZero();
    }

    private Restores start(Instant backup) {
        Restores node =
                new Restores(jdbc, ids, backup.atOffset(ZoneOffset.ofHours(8)).toString(), clock);
        node.atStart();
        return node;
    }
}
