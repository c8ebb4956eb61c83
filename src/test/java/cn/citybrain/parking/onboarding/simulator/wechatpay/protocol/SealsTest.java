package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The protocol's vector, from the sealing side. */
class SealsTest {

    @Test
    void aNotificationIsEnclosedAsPublished() {
        assertThat(Seals.enclose(
                        "0123456789abcdef0123456789abcdef",
                        "{\"trade_state\":\"SUCCESS\"}",
                        "abcdefghijkl",
                        "transaction"))
                .isEqualTo("Eu69zaqBCIwQaJNlb7tiHQ9k+Fz80zx5YzOYHKwl/geBbi9ljwuu9FA=");
    }
}
