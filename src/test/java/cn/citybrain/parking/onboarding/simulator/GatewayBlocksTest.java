package cn.citybrain.parking.onboarding.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Which parties the simulator plays for a platform with such settings. */
class GatewayBlocksTest {

    private final MockEnvironment platform = new MockEnvironment();

    @Test
    void takesEveryChannelWithAGatewayForAParty() {
        platform.withProperty("onboarding.channels.ecny.gateway.base-url", "http://localhost:8090/sim/ecny")
                .withProperty("onboarding.channels.ecny.gateway.app-id", "demo-ecny")
                .withProperty("onboarding.channels.ecny.gateway.secret", "${ecny-secret}")
                .withProperty("ecny-secret", "demo-only-ecny")
                .withProperty("onboarding.simulator.parties.ecny.name", "数字人民币");
        assertThat(GatewayBlocks.of(platform))
                .containsOnly(
                        Map.entry("simulator.parties.ecny.app-id", "demo-ecny"),
                        Map.entry("simulator.parties.ecny.secret", "demo-only-ecny"),
                        Map.entry("simulator.parties.ecny.name", "数字人民币"));
    }

    @Test
    void leavesChannelsThatHaveAProtocolOfTheirOwnAlone() {
        platform.withProperty("onboarding.channels.cmb.base-url", "http://localhost:8090/sim/cmb")
                .withProperty("onboarding.channels.cmb.app-id", "de300000")
                .withProperty("onboarding.channels.cmb.secret", "demo-only-cmb-secret");
        assertThat(GatewayBlocks.of(platform)).isEmpty();
    }

    @Test
    void knowsTheCitizenCardAndEtcFromTheDemo() {
        assertThat(GatewayBlocks.ofTheDemo())
                .containsEntry("simulator.parties.citizencard.name", "市民卡")
                .containsEntry("simulator.parties.citizencard.app-id", "demo-citizencard")
                .containsEntry("simulator.parties.etc.secret", "demo-only-etc-gateway-secret")
                .containsEntry("simulator.parties.etc.devices", "true");
    }
}
