package cn.citybrain.parking.onboarding.access.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.PasswordLinks;
import cn.citybrain.parking.onboarding.access.account.PeopleDesk;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way back in for an administrator whom no mail reaches. */
@OnboardingTest
@ExtendWith(OutputCaptureExtension.class)
class LinkCommandTest {

    private static final Pattern TOKEN = Pattern.compile("/account/set-password\\?token=([\\w-]+)");

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    PasswordLinks links;

    PeopleDesk desk;
    Browser administrator;

    @BeforeEach
    void theDesk() {
        desk = new PeopleDesk(port, beans);
        administrator = Browser.of(port, "admin");
    }

    @Test
    void printsALinkBehindWhichTheAdministratorSetsAPassword(CapturedOutput said) {
        String id = desk.hire(administrator, PeopleDesk.entry(PeopleDesk.anId(), Role.ADMIN));
        long mails = desk.mails(id);

        assertThat(run(id)).isZero();

        Matcher link = TOKEN.matcher(said.getOut());
        assertThat(link.find()).isTrue();
        assertThat(desk.mails(id)).as("mails").isEqualTo(mails);
        assertThat(desk.setPassword(link.group(1), "nine-Ginkgo-2584-Ufer").statusCode())
                .isEqualTo(303);
        assertThat(new Browser(port)
                        .login(id, "nine-Ginkgo-2584-Ufer")
                        .headers()
                        .firstValue("location")
                        .orElse(""))
                .doesNotContain("reason=");
        assertThat(administrator.get("/api/people/" + id + "/changes").body()).contains("由运维人员在服务器上生成");
    }

    @Test
    void makesNoneForSomebodyWhoIsNotThereOrDisabled(CapturedOutput said) {
        String id = desk.hire(administrator, PeopleDesk.entry(PeopleDesk.anId(), Role.AUDITOR));
        desk.act(administrator, id, "disable");

        assertThat(run("nobody-of-this-name")).isEqualTo(3);
        assertThat(run(id)).isEqualTo(3);

        assertThat(said.getOut())
                .contains("没有账号“nobody-of-this-name”", "账号 " + id + " 已停用")
                .doesNotContain("token=");
    }

    private int run(String userId) {
        LinkCommand command = new LinkCommand(links, userId);
        command.run(new DefaultApplicationArguments());
        return command.getExitCode();
    }
}
