package cn.citybrain.parking.onboarding.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesks;
import cn.citybrain.parking.onboarding.simulator.mail.CaughtMail;
import cn.citybrain.parking.onboarding.simulator.mail.MailCatcher;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

@OnboardingTest
class EmbeddedSimulatorTest {

    @Autowired
    SimulatorServer simulator;

    @Autowired
    ApplicationContext platform;

    @Autowired
    Environment environment;

    @Autowired
    JavaMailSender mail;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int platformPort;

    @Test
    void livesInAContextOfItsOwn() {
        assertThat(platform.getBeansOfType(SimulatorStore.class)).isEmpty();
        assertThat(simulator.part(SimulatorStore.class)).isNotNull();
    }

    @Test
    void sharesThePlatformsClockAndKnowsWhereThePlatformAnswers() {
        assertThat(simulator.part(SimulatorClock.class).instant()).isEqualTo(clock.instant());
        assertThat(simulator.part(PlatformAddress.class).at("/callbacks/x"))
                .isEqualTo(URI.create("http://localhost:" + platformPort + "/callbacks/x"));
    }

    @Test
    void playsWhoeverHasAGatewayInThePlatformsSettings() {
        assertThat(simulator.handover())
                .containsEntry("onboarding.channels.etc.gateway.base-url", simulator.url() + "/sim/etc")
                .containsEntry("onboarding.channels.citizencard.gateway.app-id", "demo-citizencard");
        assertThat(simulator
                        .part(ChannelDesks.class)
                        .of("citizencard")
                        .office()
                        .channel()
                        .name())
                .isEqualTo("市民卡");
    }

    @Test
    void reachesThePlatformUnderWhateverHostItAnnounced() {
        assertThat(simulator
                        .part(PlatformAddress.class)
                        .reachable(URI.create("https://pay.example.com/callbacks/wechatpay")))
                .isEqualTo(URI.create("http://localhost:" + platformPort + "/callbacks/wechatpay"));
    }

    @Test
    void catchesWhatThePlatformMails() {
        assertThat(environment.getProperty("spring.mail.port", Integer.class))
                .isEqualTo(simulator.part(MailCatcher.class).port());
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom("platform@example.com");
        message.setTo("catches-what-is-mailed@example.com");
        message.setSubject("测试邮件");
        message.setText("请打开 http://localhost/x");
        mail.send(message);
        assertThat(simulator.part(MailCatcher.class).mails())
                .filteredOn(caught -> caught.to().equals("catches-what-is-mailed@example.com"))
                .singleElement()
                .satisfies(caught -> {
                    assertThat(caught.subject()).isEqualTo("测试邮件");
                    assertThat(caught.text()).contains("http://localhost/x");
                    assertThat(caught.from()).isEqualTo("platform@example.com");
                    assertThat(caught.receivedAt()).isEqualTo(clock.instant());
                })
                .isInstanceOf(CaughtMail.class);
    }

    @Test
    void showsThePageOfAMailWhereItCanDoNothing() throws Exception {
        mail.send(message -> {
            MimeMessageHelper parts = new MimeMessageHelper(message, true, "UTF-8");
            parts.setFrom("platform@example.com");
            parts.setTo("has-a-page@example.com");
            parts.setSubject("网页");
            parts.setText("只有文字", "<script>parent.alert(1)</script><p>有样式</p>");
        });
        CaughtMail caught = simulator.part(MailCatcher.class).mails().stream()
                .filter(one -> one.to().equals("has-a-page@example.com"))
                .findFirst()
                .orElseThrow();
        assertThat(caught.text()).isEqualToIgnoringWhitespace("只有文字");

        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(simulator.url() + "/demo/api/mails/" + caught.id() + "/page"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(page.body()).contains("有样式");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "sandbox allow-popups")
                .doesNotContain("allow-scripts", "allow-same-origin");
    }

    @Test
    void thePlatformSendsVisitorsOfTheDeskToIt() throws Exception {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + platformPort + "/demo/mail?to=x"))
                                .build(),
                        BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location")).hasValue(simulator.url() + "/demo/mail?to=x");
    }
}
