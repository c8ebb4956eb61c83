package cn.citybrain.parking.onboarding.channel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.Interfaces;
import cn.citybrain.parking.onboarding.channel.TestAdapters;
import cn.citybrain.parking.onboarding.channel.TestLines;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.Callbacks;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.exchange.AnswersTo.Answer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@OnboardingTest
class ChannelInboxTest {

    @Autowired
    InboxMessages messages;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    final Callbacks callbacks = mock();
    final ChannelAdapter adapter = new ChannelAdapter(Channel.WECHATPAY, mock(), mock(), mock(), mock(), callbacks);
    final List<Object> events = new ArrayList<>();
    final String id = UUID.randomUUID().toString();
    ChannelInbox inbox;

    @BeforeEach
    void channel() {
        when(callbacks.answer(any(), any())).thenAnswer(call -> CallbackAnswer.byStatus(call.getArgument(1)));
        inbox = inbox(messages);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void keepsAGenuineCallbackAndTellsOfIt() {
        ChannelNotice notice = decided("T01A", 500);
        when(callbacks.read(any())).thenReturn(notice);
        assertThat(take("body").status()).isEqualTo(200);
        assertThat(events).singleElement().isInstanceOfSatisfying(ChannelEvent.DeductionNoticed.class, event -> {
            assertThat(event.outTradeNo()).isEqualTo("T01A");
            assertThat(inbox.notice(event.messageId())).isEqualTo(notice);
        });
    }

    @Test
    void keepsNoPlateInClearText() {
        when(callbacks.read(any())).thenReturn(decided("T01A", 500));
        take("{\"plate\":\"浙A12345\"}");
        Map<String, Object> row = jdbc.sql("SELECT notice, raw, evidence FROM channel_message WHERE notice_id = ?")
                .param(id)
                .query()
                .singleRow();
        assertThat(row.get("notice").toString()).doesNotContain("浙A12345");
    }

    @Test
    void aRepeatedCallbackIsTakenWithoutEffect() {
        when(callbacks.read(any())).thenReturn(decided("T01A", 500));
        take("body");
        assertThat(take("body in another cipher").status()).isEqualTo(200);
        assertThat(events).hasSize(1);
        assertThat(deliveries("TAKEN")).isEqualTo(2);
    }

    @Test
    void aContradictingCallbackIsTakenAndKeptWithoutEffect() {
        when(callbacks.read(any())).thenReturn(decided("T01A", 500), decided("T01A", 1));
        take("body");
        assertThat(take("other").status()).isEqualTo(200);
        assertThat(events).hasSize(1);
        assertThat(jdbc.sql("SELECT count(*) FROM channel_message WHERE outcome = 'CONTRADICTING' AND evidence = ?")
                        .param("evidence " + id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatAChannelToldOfANumberIsThereInItsWordsUnlessItContradictsItselfOrAnotherChannelKnowsTheNumber() {
        String failed = "T" + id.substring(0, 8) + "F";
        String paid = "T" + id.substring(0, 8) + "P";
        DeductionResult no = new DeductionResult.Failed("NOT_ENOUGH", "付款人 13800138000 的车 浙A12345 余额不足");
        when(callbacks.read(any()))
                .thenReturn(
                        new ChannelNotice.DeductionDecided(id + "F", failed, no, "evidence"),
                        decided(paid, 500),
                        decided(paid, 1));
        take("failed");
        take("paid");
        take("contradicting");
        NoticesAbout notices = new NoticesAbout(jdbc, messages);

        assertThat(notices.about(Map.of(failed, "wechatpay", paid, "wechatpay")))
                .extracting(Answer::act, Answer::subject, Answer::words, Answer::code)
                .containsExactly(
                        tuple("渠道通知扣款结果", failed, "扣款失败：付款人 138****8000 的车 浙A****45 余额不足", "NOT_ENOUGH"),
                        tuple("渠道通知扣款结果", paid, "扣款成功，交易号 TX1，金额 5.00 元", ""));
        assertThat(notices.about(Map.of(failed, "wechatpay", paid, "cmb")))
                .extracting(Answer::subject)
                .containsExactly(failed);
    }

    @Test
    void aForgedCallbackIsRefusedAndKeptOnce() {
        when(callbacks.read(any())).thenThrow(new InvalidCallback("signature of " + id));
        CallbackAnswer answer = take(id);
        take(id);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("FAIL");
        assertThat(events).isEmpty();
        assertThat(jdbc.sql("SELECT deliveries FROM channel_message WHERE outcome = 'REFUSED' AND evidence = ?")
                        .param("signature of " + id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aGenuineCallbackWithANumberThatIsNoneIsRefusedAndKept() {
        List<ChannelNotice> notices = List.of(
                new ChannelNotice.ReviewMoved("n".repeat(101), "WX1", "too long " + id),
                new ChannelNotice.ReviewMoved(id, "W".repeat(65), "too long " + id),
                new ChannelNotice.ReviewMoved(id, "WX\u00001", "not visible " + id));
        for (ChannelNotice notice : notices) {
            when(callbacks.read(any())).thenReturn(notice);
            assertThat(take(notice.toString()).status()).isEqualTo(400);
        }
        assertThat(events).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM channel_message WHERE outcome = 'REFUSED' AND evidence LIKE '%编号过长%'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(notices.size());
    }

    @Test
    void whatCannotBeSeenIsNotWrittenIntoTheEvidence() {
        when(callbacks.read(any())).thenReturn(new ChannelNotice.ReviewMoved(id, "WX1", "state\u0000 of\n" + id));
        assertThat(take("body").status()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT evidence FROM channel_message WHERE notice_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("state  of " + id);
    }

    @Test
    void forgedCallbacksDoNotFillTheDisk() {
        clock.set(TestClock.START.minus(Duration.ofDays(30)));
        when(callbacks.read(any())).thenThrow(new InvalidCallback("flood"));
        for (int i = 0; i < InboxMessages.REFUSED_PER_MINUTE + 20; i++) {
            assertThat(take(id + i).status()).isEqualTo(400);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM channel_message WHERE outcome = 'REFUSED' AND evidence = 'flood'")
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(InboxMessages.REFUSED_PER_MINUTE);
    }

    @Test
    void floodsOfDaysAndLargeBodiesDoNotFillTheDiskEither() {
        clock.set(TestClock.START.minus(Duration.ofDays(60)));
        when(callbacks.read(any())).thenThrow(new InvalidCallback("long flood " + id));
        for (int i = 0; i < InboxMessages.REFUSED_PER_DAY + 20; i++) {
            take(id + "long" + i);
            clock.advance(Duration.ofSeconds(10));
        }
        take(id + "x".repeat(60_000));
        String kept = "SELECT count(*) FROM channel_message WHERE outcome = 'REFUSED' AND evidence = ?";
        assertThat(jdbc.sql(kept).param("long flood " + id).query(Integer.class).single())
                .isEqualTo(InboxMessages.REFUSED_PER_DAY);
        clock.advance(Duration.ofDays(2));
        take(id + "x".repeat(60_000));
        assertThat(jdbc.sql("SELECT max(octet_length(raw)) FROM channel_message WHERE evidence = ?")
                        .param("long flood " + id)
                        .query(Integer.class)
                        .single())
                .isLessThan(2 * InboxMessages.REFUSED_BODY);
    }

    @Test
    void whatCannotBeStoredIsAskedForAgain() {
        InboxMessages broken = mock();
        when(broken.add(any(), any(), any())).thenThrow(new DataAccessResourceFailureException("disk full"));
        when(callbacks.read(any())).thenReturn(decided("T01A", 500));
        assertThat(inbox(broken).take(Channel.WECHATPAY, request("body")).status())
                .isEqualTo(500);
        assertThat(events).isEmpty();
    }

    @Test
    void everyKindOfNoticeSurvivesTheTable() {
        List<ChannelNotice> all = List.of(
                new ChannelNotice.ReviewMoved(id + "r", "WX1", "e"),
                new ChannelNotice.LotMoved(id + "l", 7, "e"),
                new ChannelNotice.VisitMoved(id + "v", "V1", "PK1", false, "欠费", "e"),
                new ChannelNotice.DeductionDecided(id + "f", "T1", new DeductionResult.Failed("NO", "余额不足"), "e"));
        for (ChannelNotice notice : all) {
            when(callbacks.read(any())).thenReturn(notice);
            take(notice.id());
        }
        assertThat(events)
                .extracting(event -> inbox.notice(((ChannelEvent) event).messageId()))
                .containsExactlyElementsOf(all);
    }

    @Test
    void answersOverHttpAsTheChannelDemands() throws Exception {
        assertThat(post("/callbacks/nobody/x", "{}").statusCode()).isEqualTo(404);
        HttpResponse<String> forged = post("/callbacks/wechatpay/payment", "{\"id\":\"" + id + "\"}");
        assertThat(forged.statusCode()).isEqualTo(400);
        assertThat(forged.body()).contains("FAIL");
        assertThat(post("/callbacks/wechatpay/payment", "x".repeat(CallbackController.MAX_BODY + 1))
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theRegistryFailsOnAGapAndOnADuplicate() {
        assertThatThrownBy(() -> new ChannelAdapters(
                        List.of(), List.of(), TestLines.patient(), Interfaces.everywhere(), null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("onboarding.channels.alipay.gateway");
        assertThatThrownBy(() -> new ChannelAdapters(
                        List.of(adapter, adapter), List.of(), TestLines.patient(), Interfaces.everywhere(), null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("channel wechatpay has two adapters");
    }

    private ChannelNotice decided(String outTradeNo, int amount) {
        var facts =
                new DeductionResult.ChargedFacts(outTradeNo, amount, "sub", "PK", "浙A12345", "lot", null, null, null);
        var result = new DeductionResult.Succeeded("TX1", Instant.parse("2026-11-23T02:00:00Z"), facts);
        return new ChannelNotice.DeductionDecided(id, outTradeNo, result, "evidence " + id);
    }

    private CallbackAnswer take(String body) {
        return inbox.take(Channel.WECHATPAY, request(body));
    }

    private static CallbackRequest request(String body) {
        return new CallbackRequest(
                "/callbacks/wechatpay/x", Map.of("cookie", "secret"), body.getBytes(StandardCharsets.UTF_8));
    }

    private ChannelInbox inbox(InboxMessages table) {
        return new ChannelInbox(
                TestAdapters.with(adapter), table, events::add, transactions, new SimpleMeterRegistry());
    }

    private int deliveries(String outcome) {
        return jdbc.sql("SELECT deliveries FROM channel_message WHERE notice_id = ? AND outcome = ?")
                .params(id, outcome)
                .query(Integer.class)
                .single();
    }
}
