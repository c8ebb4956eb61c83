package cn.citybrain.parking.onboarding.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UploadBudgetTest {

    private final UploadBudget budget = new UploadBudget(100);

    private boolean take(String person, long bytes) {
        return budget.take(person, bytes, Duration.ZERO);
    }

    @Test
    void leavesHalfToOthersHoweverMuchOneSends() {
        assertThat(take("a", 50)).isTrue();
        assertThat(take("a", 1)).isFalse();
        assertThat(take("b", 50)).isTrue();
        assertThat(take("c", 1)).isFalse();
        budget.giveBack("a", 50);
        assertThat(take("c", 1)).isTrue();
        assertThat(take("a", 49)).isTrue();
    }

    @Test
    void onePersonSendsFourAtOnce() {
        for (int i = 0; i < 4; i++) {
            assertThat(take("a", 1)).isTrue();
        }
        assertThat(take("a", 1)).isFalse();
        assertThat(take("b", 1)).isTrue();
    }

    @Test
    void whoeverWaitsComesInWhenThereIsRoom() throws Exception {
        assertThat(take("a", 50)).isTrue();
        assertThat(take("b", 50)).isTrue();
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(() -> budget.take("c", 20, Duration.ofSeconds(30)));
        budget.giveBack("b", 50);

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
