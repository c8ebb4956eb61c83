package cn.citybrain.parking.onboarding.process.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.notification.UndeliveredMails;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a supervisor sees of mails that nobody got, and does about them. */
@OnboardingTest
class UndeliveredMailsTest {

    private static final String PATH = "/api/mails/undelivered";

    @LocalServerPort
    int port;

    @Autowired
    Mailer mailer;

    @Autowired
    UndeliveredMails undelivered;

    @Autowired
    JdbcClient jdbc;

    String step;

    @BeforeEach
    void aMailThatCannotBeSent() {
        step = UUID.randomUUID().toString();
        mailer.enqueue(
                "undelivered/" + step,
                "zhang..san@example.com",
                "incident",
                Map.of("step", step, "instance", "1", "link", "http://localhost"));
    }

    @AfterEach
    void noneIsLeft() {
        jdbc.sql("UPDATE mail SET state = 'SETTLED' WHERE state = 'FAILED'").update();
        jdbc.sql("UPDATE mail SET state = 'SENT' WHERE state = 'WAITING'").update();
    }

    @Test
    void isALineForTheSupervisorsAndForNobodyElse() {
        JsonNode mail = listed();

        assertThat(mail.path("recipient").asText()).isEqualTo("zhang..san@example.com");
        assertThat(mail.path("why").asText()).isEqualTo("没有可以发送的邮箱地址");
        assertThat(mail.path("sendable").asBoolean()).isTrue();
        assertThat(as("supervisor", "GET", "/api/board/concerns", null).body()).contains("邮件没有送达", "/mails");
        assertThat(as("hubin", "GET", "/api/board/concerns", null).body()).isEqualTo("[]");
        assertThat(as("auditor", "GET", PATH, null).statusCode()).isEqualTo(200);
        assertThat(as("auditor", "POST", PATH + "/" + mail.path("id") + "/again", "{}")
                        .statusCode())
                .isEqualTo(403);
        for (String other : new String[] {"hubin", "zhilian", "reviewer"}) {
            assertThat(as(other, "GET", PATH, null).statusCode()).as(other).isEqualTo(403);
        }
    }

    @Test
    void isSentAgainToAnAddressThatIsKnownHere() {
        long id = listed().path("id").asLong();
        String corrected = jdbc.sql("SELECT contact_email FROM merchant WHERE tenant_id = 'hubin'")
                .query(String.class)
                .single();

        HttpResponse<String> same = again(id, "");
        assertThat(same.statusCode()).isEqualTo(409);
        assertThat(same.body()).contains("邮箱地址格式不正确");
        assertThat(again(id, "somebody.else@example.com").body()).contains("不是系统里任何人员或公司的邮箱");
        assertThat(again(id, corrected + "\\r\\nBcc: x@example.com").statusCode())
                .isEqualTo(409);

        HttpResponse<String> sent = again(id, " " + corrected.toUpperCase(java.util.Locale.ROOT) + " ");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        assertThat(undelivered.byId(id)).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail WHERE dedupe_key = ? AND state = 'WAITING'"
                                + " AND lower(recipient) = ?")
                        .params("again/" + id, corrected.toLowerCase(java.util.Locale.ROOT))
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(again(id, corrected).statusCode()).as("once").isEqualTo(404);
    }

    @Test
    void isTakenOffWithAWordHowItWasDealtWith() {
        long id = listed().path("id").asLong();

        assertThat(settle(id, " ").body()).contains("请写明怎样处理的");
        assertThat(settle(id, "已电话告知").statusCode()).isEqualTo(200);
        assertThat(undelivered.byId(id)).isEmpty();
        assertThat(jdbc.sql("SELECT settled_by || settled_note FROM mail WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("supervisor已电话告知");
    }

    /** Some clients and editors begin JSON with a byte order mark. */
    @Test
    void isDealtWithByJsonThatBeginsWithAMark() {
        long id = listed().path("id").asLong();

        HttpResponse<String> settled =
                as("supervisor", "POST", PATH + "/" + id + "/settled", "\uFEFF{\"note\":\"已电话告知\"}");

        assertThat(settled.statusCode()).as(settled.body()).isEqualTo(200);
    }

    @Test
    void namesAOneTimeLinkThatCannotBeSentAgain() {
        mailer.enqueueSecret(
                "undelivered/secret/" + step,
                "a@b",
                "incident",
                Map.of("step", step + "s", "instance", "1", "link", "geheim"));
        JsonNode secret = Browser.json(as("supervisor", "GET", PATH + "?q=a%40b", null))
                .path("rows")
                .get(0);

        assertThat(secret.path("sendable").asBoolean()).isFalse();
        assertThat(again(secret.path("id").asLong(), "").body()).contains("一次性链接");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "（没有邮箱地址）", "a@b", "x@example.com\nBcc: y@example.com", "x@example.com,y@example.com"})
    void isWhateverTheMailLibraryWouldNotTake(String to) {
        long before = undelivered.count();
        mailer.enqueue(
                "undelivered/" + UUID.randomUUID(),
                to.isEmpty() ? "-" : to,
                "incident",
                Map.of("step", step, "instance", "1", "link", "x"));
        assertThat(undelivered.count()).isEqualTo(before + 1);
    }

    private JsonNode listed() {
        JsonNode page = Browser.json(as("supervisor", "GET", PATH + "?q=ZHANG..san", null));
        assertThat(page.path("total").asLong()).isPositive();
        return page.path("rows").get(0);
    }

    private HttpResponse<String> again(long id, String to) {
        return as("supervisor", "POST", PATH + "/" + id + "/again", "{\"to\":\"" + to + "\"}");
    }

    private HttpResponse<String> settle(long id, String note) {
        return as("supervisor", "POST", PATH + "/" + id + "/settled", "{\"note\":\"" + note + "\"}");
    }

    private HttpResponse<String> as(String user, String method, String path, String body) {
        return Browser.of(port, user).call(method, path, body);
    }
}
