package cn.citybrain.parking.onboarding.parking.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class BrokerPasswordTest {

    @Test
    void isWrittenAsMosquittoWritesIt() {
        // mosquitto_passwd -b passwords SIM3301020001 vV9-secret_42, version 2.0.11
        assertThat(BrokerPassword.hash("vV9-secret_42", Base64.getDecoder().decode("BQF2+vKtISZuTo/8")))
                .isEqualTo("$7$101$BQF2+vKtISZuTo/8"
                        + "$/aqjwA7r+z7oedZnUx6plsM5+2VjJXOt4OVSu6zk+ZTzzVntPiM3FQNRJXN0ugdTCC7iEQ4m42YBqlvOh6Rnww==");
    }

    @Test
    void isSaltedAnewEveryTime() {
        assertThat(BrokerPassword.hash("a")).isNotEqualTo(BrokerPassword.hash("a"));
    }
}
