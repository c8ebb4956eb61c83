package cn.citybrain.parking.onboarding.access.account;

import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.PASSWORD;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.anId;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.body;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.entry;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.with;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.notification.MailDelivery;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a link that came by mail. */
@OnboardingTest
@ExtendWith(OutputCaptureExtension.class)
class PasswordLinksTest {

    private static final String OTHER = "nine-Ginkgo-2584-Ufer";

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    MailDelivery post;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    PeopleDesk desk;
    Browser supervisor;

    @BeforeEach
    void theDesk() {
        clock.reset();
        desk = new PeopleDesk(port, beans);
        supervisor = Browser.of(port, "supervisor");
    }

    @AfterEach
    void today() {
        clock.reset();
        desk.dismissAll();
    }

    @Test
    void anInvitationLeadsToAPasswordAndThePasswordToTheRights() {
        String id = anId();
        desk.invite(supervisor, entry(id, Role.LOT_OPERATOR));
        assertThat(engineGroups(id)).as("before the password").isEmpty();
        String token = desk.tokenFor(id);

        HttpResponse<String> page = page(token);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("设置密码，激活账号", id, "测" + id);
        assertThat(page.headers().firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");

        HttpResponse<String> set = desk.setPassword(token, PASSWORD);
        assertThat(set.headers().firstValue("location")).hasValue("/login?reason=password-set");
        Browser person = desk.loggedIn(id);
        assertThat(body(person.get("/api/session")).path("roles").toString()).isEqualTo("[\"lot-operator\"]");
        assertThat(body(supervisor.get("/api/people/" + id)).path("lastLogin").asText())
                .startsWith("2026-11-23");
    }

    @Test
    void looksDoNotUseALinkUpAndAPasswordThatIsRefusedDoesNotEither() {
        String id = anId();
        desk.invite(supervisor, entry(id, Role.AUDITOR));
        String token = desk.tokenFor(id);
        page(token);
        page(token);

        for (String weak : List.of("", "short", "password1234", id + "-is-my-name")) {
            HttpResponse<String> refused = desk.setPassword(token, weak);
            assertThat(refused.statusCode()).as(weak).isEqualTo(400);
            assertThat(refused.body()).contains("密码").contains("role=\"alert\"").doesNotContain("<li></li>");
        }
        HttpResponse<String> different =
                desk.form("/account/set-password", Map.of("token", token, "password", PASSWORD, "repeated", OTHER));
        assertThat(different.body()).contains("两次输入的密码不一样");
        assertThat(desk.setPassword(token, PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void aLinkIsUsedOnce() {
        String id = anId();
        desk.invite(supervisor, entry(id, Role.AUDITOR));
        String token = desk.tokenFor(id);
        desk.setPassword(token, PASSWORD);

        HttpResponse<String> again = desk.setPassword(token, OTHER);

        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("链接已经用过", "请直接登录");
        assertThat(page(token).statusCode()).isEqualTo(410);
        desk.loggedIn(id);
    }

    @Test
    void aLinkEndsAfterADay() {
        String id = anId();
        desk.invite(supervisor, entry(id, Role.AUDITOR));
        String token = desk.tokenFor(id);

        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(page(token).statusCode()).isEqualTo(200);
        assertThat(person(id).path("linkUntil").asText()).isEqualTo("2026-11-24T01:00:00Z");
        clock.advance(Duration.ofSeconds(1));
        assertThat(person(id).path("linkUntil").isNull()).isTrue();

        assertThat(page(token).body()).contains("链接已经过期", "重新发送邀请");
        assertThat(desk.setPassword(token, PASSWORD).statusCode()).isEqualTo(410);
        assertThat(login(id, PASSWORD)).contains("reason=wrong");
    }

    @Test
    void aNewerLinkEndsTheOlder() {
        String id = anId();
        desk.invite(supervisor, entry(id, Role.AUDITOR));
        String first = desk.tokenFor(id);

        assertThat(desk.act(supervisor, id, "link").statusCode()).isEqualTo(204);

        assertThat(page(first).body()).contains("链接已经失效", "最新一封邮件");
        assertThat(desk.setPassword(first, PASSWORD).statusCode()).isEqualTo(410);
        assertThat(desk.setPassword(desk.tokenFor(id), PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void aLinkThatWentToAWrongAddressEndsWithIt() {
        String id = anId();
        String right = anId();
        desk.invite(supervisor, entry(id, Role.AUDITOR));
        String astray = desk.tokenFor(id);

        desk.change(supervisor, with(with(entry(id, Role.AUDITOR), "mail", right + "@people.example"), "version", 1));

        assertThat(page(astray).statusCode()).isEqualTo(410);
        assertThat(desk.setPassword(desk.tokenFor(right), PASSWORD).statusCode())
                .isEqualTo(303);
        desk.loggedIn(id);
    }

    @Test
    void aResetEndsTheOldPasswordAndEverySession() {
        String id = desk.hire(supervisor, entry(anId(), Role.AUDITOR));
        Browser before = desk.loggedIn(id);
        desk.act(supervisor, id, "link");
        String token = desk.tokenFor(id);
        assertThat(page(token).body()).contains("重新设置密码");
        assertThat(before.get("/api/session").statusCode()).as("until then").isEqualTo(200);

        desk.setPassword(token, OTHER);

        assertThat(before.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(desk.sessions(id)).isZero();
        assertThat(login(id, PASSWORD)).contains("reason=wrong");
        clock.advance(Duration.ofMinutes(2));
        assertThat(login(id, OTHER)).doesNotContain("reason=");
        assertThat(jdbc.sql("SELECT subject FROM mail WHERE recipient = ? AND state = 'WAITING'")
                        .param(id + "@people.example")
                        .query(String.class)
                        .list())
                .containsExactly("您的密码已重新设置（" + id + "）");
    }

    @Test
    void disablingEndsALinkAndNoneIsSentToWhoIsDisabled() {
        String id = anId();
        desk.invite(supervisor, entry(id, Role.AUDITOR));
        String token = desk.tokenFor(id);
        desk.act(supervisor, id, "disable");

        assertThat(page(token).statusCode()).isEqualTo(410);
        assertThat(desk.setPassword(token, PASSWORD).statusCode()).isEqualTo(410);
        HttpResponse<String> refused = desk.act(supervisor, id, "link");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(body(refused).path("message").asText()).contains("账号已停用");

        desk.act(supervisor, id, "enable");
        assertThat(body(supervisor.get("/api/people/" + id)).path("state").asText())
                .isEqualTo("INVITED");
        assertThat(desk.setPassword(desk.tokenFor(id), PASSWORD).statusCode())
                .as("a new one")
                .isEqualTo(303);
    }

    @Test
    void aLinkThatNobodyWasSentSaysSo() {
        for (String token : List.of("", "x", "../../etc", "<script>")) {
            HttpResponse<String> page =
                    page(java.net.URLEncoder.encode(token, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("链接不正确", "完整地复制").doesNotContain("<script>");
        }
    }

    @Test
    void noTableAndNoLogKeepsATokenThatCouldBeRead(CapturedOutput log) {
        String id = anId();
        desk.invite(supervisor, entry(id, Role.AUDITOR));
        String token = desk.tokenFor(id);
        assertThat(texts(id)).noneMatch(text -> text.contains(token)).anyMatch(text -> text.contains(":"));
        assertThat(jdbc.sql("SELECT token_hash FROM account_link WHERE user_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .doesNotContain(token);

        sendEverything();

        assertThat(texts(id)).containsExactly("");
        assertThat(page(token).statusCode()).isEqualTo(200);
        assertThat(desk.setPassword(token, "weak").statusCode()).isEqualTo(400);
        assertThat(jdbc.sql("SELECT state FROM mail WHERE recipient = ?")
                        .param(id + "@people.example")
                        .query(String.class)
                        .list())
                .containsExactly("SENT");
        assertThat(desk.setPassword(token, PASSWORD).statusCode()).isEqualTo(303);
        desk.loggedIn(id);
        assertThat(log.getAll()).contains("logged in: " + id).doesNotContain(token);
    }

    /** Also what other tests left, which may be more than goes out at once. */
    private void sendEverything() {
        int sent;
        do {
            sent = post.sendDue();
        } while (sent > 0);
    }

    private List<String> texts(String id) {
        return jdbc.sql("SELECT body FROM mail WHERE recipient = ?")
                .param(id + "@people.example")
                .query(String.class)
                .list();
    }

    private List<String> engineGroups(String id) {
        return jdbc.sql("SELECT group_id_ FROM act_id_membership WHERE user_id_ = ?")
                .param(id)
                .query(String.class)
                .list();
    }

    private JsonNode person(String id) {
        return body(Browser.of(port, "supervisor").get("/api/people/" + id));
    }

    private HttpResponse<String> page(String token) {
        return new Browser(port).get("/account/set-password?token=" + token);
    }

    private String login(String id, String password) {
        return new Browser(port)
                .login(id, password)
                .headers()
                .firstValue("location")
                .orElse("none");
    }
}
