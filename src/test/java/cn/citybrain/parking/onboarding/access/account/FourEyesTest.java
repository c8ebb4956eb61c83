package cn.citybrain.parking.onboarding.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.FourEyes;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which roles check each other. */
class FourEyesTest {

    @Test
    void oneRoleIsNothingToWarnOf() {
        for (Role role : Role.values()) {
            assertThat(FourEyes.warnings(List.of(role))).isEmpty();
        }
        assertThat(FourEyes.warnings(List.of(Role.LOT_OPERATOR, Role.LOT_VENDOR)))
                .as("a company may connect its own lots")
                .isEmpty();
    }

    @Test
    void whoAppliesAndReviewsIsWarnedOfAndSoIsWhoeverAuditsWhatTheyDo() {
        assertThat(FourEyes.warnings(List.of(Role.OPS_REVIEWER, Role.LOT_OPERATOR)))
                .singleElement()
                .asString()
                .startsWith("“车场方”和“运营公司审核”由同一个人担任：")
                .endsWith("请尽量分给两个人。");
        Arrays.stream(Role.values()).filter(role -> role != Role.AUDITOR).forEach(role -> assertThat(
                        FourEyes.warnings(List.of(role, Role.AUDITOR)))
                .as(role.title())
                .hasSize(1));
        assertThat(FourEyes.warnings(EnumSet.allOf(Role.class)))
                .hasSize(FourEyes.pairs().size())
                .doesNotHaveDuplicates();
    }
}
