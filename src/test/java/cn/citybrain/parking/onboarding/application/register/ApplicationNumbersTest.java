package cn.citybrain.parking.onboarding.application.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.restore.Restores;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@OnboardingTest
class ApplicationNumbersTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Restores restores;

    @Test
    void countsAnewEachDayOfHangzhou() {
        assertThat(numbersAt("2027-01-04T15:59:59Z").next("WX")).isEqualTo("WX202701040001");
        assertThat(numbersAt("2027-01-04T15:59:59Z").next("WX")).isEqualTo("WX202701040002");
        assertThat(numbersAt("2027-01-04T15:59:59Z").next("AL")).isEqualTo("AL202701040001");
        assertThat(numbersAt("2027-01-04T16:00:00Z").next("WX")).isEqualTo("WX202701050001");
    }

    @Test
    void givesNoNumberTwiceWhenNodesAskTogether() throws Exception {
        int nodes = 4;
        int each = 10;
        CyclicBarrier together = new CyclicBarrier(nodes);
        ExecutorService pool = Executors.newFixedThreadPool(nodes);
        List<Future<List<String>>> results = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            ApplicationNumbers node = numbersAt("2027-01-06T01:00:00Z");
            results.add(pool.submit(() -> {
                together.await(30, TimeUnit.SECONDS);
                List<String> drawn = new ArrayList<>();
                for (int n = 0; n < each; n++) {
                    drawn.add(node.next("WX"));
                }
                return drawn;
            }));
        }
        Set<String> all = new HashSet<>();
        for (Future<List<String>> result : results) {
            all.addAll(result.get(60, TimeUnit.SECONDS));
        }
        pool.shutdown();

        assertThat(all).hasSize(nodes * each).allMatch(no -> no.matches("WX20270106[0-9]{4}"));
        assertThat(numbersAt("2027-01-06T01:00:00Z").next("WX")).isEqualTo("WX202701060041");
    }

    @Test
    void givesNoNumberOfTheLostTimeAgainAfterARestore() {
        String lost = numbersAt("2027-01-08T01:00:00Z").next("WX");
        jdbc.sql("UPDATE application_number SET last_number = 0 WHERE prefix = 'WX20270108'")
                .update();
        jdbc.sql("INSERT INTO restored_backup (restored_to, noticed_at, ids_skipped) VALUES (?, ?, TRUE)")
                .params(OffsetDateTime.parse("2027-01-08T00:30:00Z"), OffsetDateTime.parse("2027-01-08T01:05:00Z"))
                .update();
        try {
            assertThat(numbersAt("2027-01-08T01:10:00Z").next("WX"))
                    .isNotEqualTo(lost)
                    .isEqualTo("WX2027010809050001");
            assertThat(numbersAt("2027-01-09T01:10:00Z").next("WX")).isEqualTo("WX202701090001");
        } finally {
            jdbc.sql("DELETE FROM restored_backup").update();
        }
    }

    private ApplicationNumbers numbersAt(String instant) {
        Clock clock = Clock.fixed(Instant.parse(instant), ZoneId.of("Asia/Shanghai"));
        return new ApplicationNumbers(jdbc, restores, clock, transactions);
    }
}
