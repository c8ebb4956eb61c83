package cn.citybrain.parking.onboarding.parking.trace;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.parking.TraceProperties;
import cn.citybrain.parking.onboarding.parking.trace.TracedCalls.Asked;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How much of a lot's calls is kept, and how long. */
@OnboardingTest
class CallTraceTest {

    private final String lot = "T" + UUID.randomUUID().toString().substring(0, 18);

    @Autowired
    CallTrace trace;

    @Autowired
    TracedCalls calls;

    @Autowired
    TraceSweep sweep;

    @Autowired
    TraceProperties limits;

    @Autowired
    TestClock clock;

    @AfterEach
    void theClockStandsStillAgain() {
        clock.reset();
    }

    @Test
    void heartbeatsPushOutHeartbeatsAlone() {
        add("uploadCarInData", "U1");
        for (int i = 0; i < 2 * limits.perCall(); i++) {
            add("uploadHeartbeat", null);
        }

        assertThat(total("uploadHeartbeat")).isEqualTo(limits.perCall());
        assertThat(total("uploadCarInData")).isEqualTo(1);
    }

    @Test
    void whatIsOldIsForgottenAndWhatIsNewerStays() {
        add("uploadCarInData", "U1");
        clock.advance(limits.keep().minus(Duration.ofHours(1)));
        add("uploadCarOutData", "U1");
        clock.advance(Duration.ofHours(2));

        assertThat(sweep.sweep()).isPositive();

        assertThat(total("uploadCarInData")).isZero();
        assertThat(total("uploadCarOutData")).isEqualTo(1);
    }

    @Test
    void picturesAndVeryLongTextsAreNotKept() {
        String picture = "\\/9j4AAQSkZJRgABAQ+".repeat(20_000);
        assertThat(BodyText.of("{\"file\":\"" + picture + "\",\"uid\":\"U1\"}"))
                .isEqualTo("{\"file\":\"（" + picture.length() + " 个字符，照片等内容不在这里显示）\",\"uid\":\"U1\"}");
        assertThat(BodyText.of("车".repeat(9000))).hasSizeLessThan(8100).endsWith("……（共 9000 个字符）");
    }

    private void add(String call, String uid) {
        trace.add(lot, new Arrived(call, true, uid, null, null, null, "{}"), 200, "成功", null);
    }

    private long total(String call) {
        return calls.page(new Asked(lot, null, null, call, false), 1, 1).total();
    }
}
