package cn.citybrain.parking.onboarding.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

class NamedProfileTest {

    @Test
    void productionIsNamed() {
        assertThatCode(() -> NamedProfile.check(profiles("prod"))).doesNotThrowAnyException();
        assertThat(NamedProfile.of(profiles("prod", "trace"))).isEqualTo("prod");
    }

    @Test
    void theDemoIsNamedWhereItsOtherSideIs() {
        MockEnvironment demo = profiles("demo").withProperty("onboarding.simulator.embedded", "false");

        assertThatCode(() -> NamedProfile.check(demo)).doesNotThrowAnyException();
        assertThat(NamedProfile.of(demo)).isEqualTo("demo");
    }

    @Test
    void theProductAloneSendsWhoWantsTheDemoToTheDemoJar() {
        assertThatThrownBy(() -> NamedProfile.check(profiles("demo")))
                .isInstanceOfSatisfying(NamedProfile.NotNamed.class, refusal -> assertThat(advice(refusal))
                        .contains("-demo.jar"))
                .hasMessage("此安装包不含演示环境 (demo)，不能以 demo 启动。");
    }

    @Test
    void theDemoIsNeverProduction() {
        assertThatThrownBy(() -> NamedProfile.check(profiles("prod").withProperty("onboarding.demo.beside", "true")))
                .isInstanceOfSatisfying(NamedProfile.NotNamed.class, refusal -> assertThat(advice(refusal))
                        .contains("不带 -demo 的安装包"))
                .hasMessageContaining("这是演示安装包");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "default", "staging", "production", "Prod"})
    void nothingElseWillDo(String name) {
        MockEnvironment environment = name.isEmpty() ? new MockEnvironment() : profiles(name);

        assertThatThrownBy(() -> NamedProfile.check(environment))
                .isInstanceOfSatisfying(NamedProfile.NotNamed.class, refusal -> assertThat(advice(refusal))
                        .contains("SPRING_PROFILES_ACTIVE=prod", "-demo.jar"))
                .hasMessage("未指定运行环境: 必须启用 prod 或 demo 之一。");
    }

    @Test
    void bothAtOnceIsNothing() {
        assertThatThrownBy(() -> NamedProfile.check(profiles("demo", "prod")))
                .hasMessage("同时指定了 demo 与 prod 两个运行环境，只能启用一个。");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aStartWithoutOneEndsWithASentenceAndNoStackTrace(CapturedOutput output) {
        assertThatThrownBy(() -> OnboardingApplication.run(nothing())).isInstanceOf(NamedProfile.NotNamed.class);

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START", "未指定运行环境", "SPRING_PROFILES_ACTIVE=prod")
                .doesNotContain("\tat ", "NotNamed");
    }

    /** Before a missing setting of production is noticed, and before a simulator starts. */
    @Test
    void isAskedForFirst() {
        SpringApplication application = nothing();
        application.addInitializers(context -> {
            throw new AssertionError("came before the profile");
        });
        String both = "--spring.profiles.active=prod,demo";

        assertThatThrownBy(() -> OnboardingApplication.run(application, both))
                .isInstanceOf(NamedProfile.NotNamed.class);
        assertThatThrownBy(() -> OnboardingApplication.run(application, both, "--onboarding.migrate=escalation"))
                .isInstanceOf(NamedProfile.NotNamed.class);
    }

    private static SpringApplication nothing() {
        SpringApplication application = new SpringApplication(NamedProfileTest.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        return application;
    }

    private static String advice(NamedProfile.NotNamed refusal) {
        FailureAnalysis analysis = new NamedProfile.Analyzer().analyze(refusal, refusal);
        assertThat(analysis.getDescription()).isEqualTo(refusal.getMessage());
        return analysis.getAction();
    }

    private static MockEnvironment profiles(String... names) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(names);
        return environment;
    }
}
