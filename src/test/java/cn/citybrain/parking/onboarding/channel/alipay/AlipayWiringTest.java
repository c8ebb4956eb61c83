package cn.citybrain.parking.onboarding.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The adapter as the application has it. */
@OnboardingTest
class AlipayWiringTest {

    private final String id = UUID.randomUUID().toString().replace("-", "");

    @Autowired
    ChannelAdapters adapters;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void theApplicationTalksToTheSimulatorThatStartedWithIt() {
        assertThat(adapters.of(Channel.ALIPAY).accounts().review("ZF00000000")).isInstanceOf(ReviewResult.Closed.class);
        assertThat(adapters.of(Channel.ALIPAY).accounts().signState("2088700000000001"))
                .isInstanceOf(SignState.NotSigned.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdk.biz.err", "sdk.biz.info", "sdk.comm.err"})
    void theSdkLogsNothing(String logger) {
        assertThat(LoggerFactory.getLogger(logger).isErrorEnabled()).isFalse();
    }

    @Test
    void aNotificationThatComesAsAFormIsTaken() throws Exception {
        Map<String, String> fields = NoticeContractTest.signedFields(Map.of(
                "notify_id", id,
                "notify_time", ParkingCodes.time(clock.instant()),
                "notify_type", "trade_status_sync",
                "app_id", "2021000000000109",
                "sign_type", "RSA2",
                "trade_status", "WAIT_BUYER_PAY",
                "subject", "停车费"));
        HttpResponse<String> answer = post(NoticeContractTest.form(fields));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("success");
        assertThat(kept("TAKEN")).isEqualTo(1);

        fields.put("notify_id", id + "x");
        HttpResponse<String> forged = post(NoticeContractTest.form(fields));
        assertThat(forged.statusCode()).isEqualTo(400);
        assertThat(forged.body()).isEqualTo("fail");
        assertThat(kept("TAKEN")).isEqualTo(1);
    }

    private int kept(String outcome) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM channel_message WHERE channel = 'alipay' AND notice_id = ? AND outcome = ?")
                .params(id, outcome)
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> post(String form) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/callbacks/alipay/trades"))
                                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
