package cn.citybrain.parking.onboarding.channel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnboardingTest
class ChannelReferencesTest {

    private final String subject = "T" + UUID.randomUUID().toString().replace("-", "");

    @Autowired
    ChannelReferences references;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFirstKeptValueCountsForEver() {
        assertThat(references.keep(Channel.WECHATPAY, subject, "day", "20261123"))
                .isEqualTo("20261123");
        assertThat(references.keep(Channel.WECHATPAY, subject, "day", "20261124"))
                .isEqualTo("20261123");
        assertThat(references.find(Channel.WECHATPAY, subject, "day")).contains("20261123");
        assertThat(references.find(Channel.WECHATPAY, subject, "other")).isEmpty();
    }

    @Test
    void aPutValueReplacesTheOneBefore() {
        references.put(Channel.WECHATPAY, subject, "batch", "B1");
        references.put(Channel.WECHATPAY, subject, "batch", "B2");
        assertThat(references.find(Channel.WECHATPAY, subject, "batch")).contains("B2");
    }

    @Test
    void isWrittenEvenWhenTheSurroundingWorkIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            references.keep(Channel.WECHATPAY, subject, "batch", "B1");
            status.setRollbackOnly();
        });
        assertThat(references.find(Channel.WECHATPAY, subject, "batch")).contains("B1");
    }

    @Test
    void twoNodesAgreeOnOneValue() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<String> first = () -> references.keep(Channel.WECHATPAY, subject, "day", "one");
            Callable<String> second = () -> references.keep(Channel.WECHATPAY, subject, "day", "two");
            List<Future<String>> kept = nodes.invokeAll(List.of(first, second));
            assertThat(kept.get(0).get()).isEqualTo(kept.get(1).get());
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void standsInTheTableAsCipherTextOnly() {
        references.keep(Channel.WECHATPAY, subject, "key", "plain-secret");
        assertThat(jdbc.sql("SELECT content FROM channel_reference WHERE subject = ?")
                        .param(subject)
                        .query(String.class)
                        .single())
                .doesNotContain("plain-secret");
    }
}
