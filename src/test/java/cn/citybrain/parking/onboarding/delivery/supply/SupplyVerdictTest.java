package cn.citybrain.parking.onboarding.delivery.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the list says of these jars today. Not among the tests of {@code mvn verify}: the same sources must not fail because a
 * day has passed; {@code .ci/run} asks.
 */
@Tag("supply")
class SupplyVerdictTest {

    private static final ZoneId HANGZHOU = ZoneId.of("Asia/Shanghai");

    @Test
    void noKnownHoleIsOpen() {
        KnownHoles.Verdict verdict =
                KnownHoles.read().of(BillOfMaterials.built().components(), LocalDate.now(HANGZHOU));

        verdict.accepted().forEach(accepted -> System.out.println("known, accepted: " + accepted));
        assertThat(verdict.open())
                .as(
                        "raise the version in pom.xml; or say in .ci/known-holes.yaml why it does not matter, and until when")
                .isEmpty();
    }
}
