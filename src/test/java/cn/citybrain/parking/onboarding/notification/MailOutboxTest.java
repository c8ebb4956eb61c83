package cn.citybrain.parking.onboarding.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnboardingTest
class MailOutboxTest {

    private static final Map<String, Object> VALUES = Map.of("step", "测试", "instance", "1", "link", "http://localhost");

    @Autowired
    MailOutbox outbox;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    String key;

    @BeforeEach
    void aNewKey() {
        key = UUID.randomUUID().toString();
        clock.reset();
        jdbc.sql("UPDATE mail SET state = 'SENT' WHERE state IN ('WAITING', 'SECRET')")
                .update();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void writesAMailOnceAndKeepsTheTransactionAlive() {
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            outbox.enqueue(key, "a@example.com", "incident", VALUES);
            outbox.enqueue(key, "a@example.com", "incident", VALUES);
            outbox.enqueue(key + "2", "a@example.com", "incident", VALUES);
        });
        assertThat(outbox.due(10)).hasSize(2);
    }

    @Test
    void forgetsAMailWhoseTransactionFails() {
        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            outbox.enqueue(key, "a@example.com", "incident", VALUES);
            tx.setRollbackOnly();
        });
        assertThat(outbox.due(10)).isEmpty();
    }

    @Test
    void givesAMailToOneNodeOnly() {
        outbox.enqueue(key, "a@example.com", "incident", VALUES);
        long id = outbox.due(1).get(0);
        assertThat(outbox.claim(id, Duration.ofMinutes(5))).isTrue();
        assertThat(outbox.claim(id, Duration.ofMinutes(5))).isFalse();
        assertThat(outbox.due(10)).isEmpty();
        clock.advance(Duration.ofMinutes(6));
        assertThat(outbox.claim(id, Duration.ofMinutes(5))).as("the node died").isTrue();
    }

    @Test
    void keepsTheTextOfASecretMailFromEverybodyButItsReader() {
        outbox.enqueueSecret(key, "a@example.com", "incident", Map.of("step", "测试", "instance", "1", "link", "geheim"));
        long id = outbox.due(1).get(0);
        assertThat(body(id)).isNotEmpty().doesNotContain("geheim");
        assertThat(outbox.claim(id, Duration.ofMinutes(5))).isTrue();
        assertThat(outbox.read(id).body()).contains("geheim");

        outbox.retryAt(id, clock.instant(), "MailSendException");
        assertThat(outbox.read(id).body()).as("for the next attempt").contains("geheim");
        outbox.sent(id);

        assertThat(body(id)).isEmpty();
        assertThat(outbox.due(10)).isEmpty();
    }

    @Test
    void forgetsTheTextOfASecretMailThatIsGivenUp() {
        outbox.enqueueSecret(key, "a@example.com", "incident", VALUES);
        long id = outbox.due(1).get(0);
        outbox.gaveUp(id, "MailSendException");

        assertThat(body(id)).isEmpty();
    }

    private String body(long id) {
        return jdbc.sql("SELECT body FROM mail WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void leavesNoHoleInAMail() {
        assertThatThrownBy(() -> outbox.enqueue(key, "a@example.com", "incident", Map.of()))
                .hasMessageContaining("needs a value for");
    }
}
