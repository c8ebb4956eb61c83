package cn.citybrain.parking.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.inbox.ChannelEvent;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A listener that fails gets its event again. */
@OnboardingTest
class EventResubmissionTest {

    private final String application =
            "WX" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    EventResubmission resubmission;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void breakWhatTheListenerReads() {
        jdbc.sql("ALTER TABLE act_ru_variable RENAME TO act_gone").update();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void anEventWhoseListenerFailedComesAgain() {
        try {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(tx ->
                            events.publishEvent(new ChannelEvent.ReviewNoticed(Channel.WECHATPAY, 0, application)));
            assertThat(open()).isEqualTo(1);
        } finally {
            jdbc.sql("ALTER TABLE act_gone RENAME TO act_ru_variable").update();
        }
        clock.advance(Duration.ofMinutes(1));
        resubmission.resubmit();
        assertThat(open()).as("too early").isEqualTo(1);
        clock.advance(Duration.ofMinutes(10));
        resubmission.resubmit();
        assertThat(open()).isZero();
    }

    /** Written before the packages were divided, or by a node of that version that runs beside this one. */
    @Test
    void anEventThatAnEarlierVersionWroteDownComesToo() {
        try {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(tx ->
                            events.publishEvent(new ChannelEvent.ReviewNoticed(Channel.WECHATPAY, 0, application)));
            assertThat(open()).isEqualTo(1);
        } finally {
            jdbc.sql("ALTER TABLE act_gone RENAME TO act_ru_variable").update();
        }
        jdbc.sql("UPDATE event_publication SET listener_id = ?, event_type = ? WHERE serialized_event LIKE ?")
                .params(
                        "cn.citybrain.parking.onboarding.process.Polls.on("
                                + "cn.citybrain.parking.onboarding.channel.ChannelEvent$ReviewNoticed)",
                        "cn.citybrain.parking.onboarding.channel.ChannelEvent$ReviewNoticed",
                        "%" + application + "%")
                .update();
        clock.advance(Duration.ofMinutes(11));

        resubmission.resubmit();

        assertThat(open()).isZero();
    }

    private int open() {
        return jdbc.sql("SELECT count(*) FROM event_publication WHERE serialized_event LIKE ?")
                .param("%" + application + "%")
                .query(Integer.class)
                .single();
    }
}
