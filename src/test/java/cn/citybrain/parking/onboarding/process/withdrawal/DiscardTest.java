package cn.citybrain.parking.onboarding.process.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.TestApplications;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** 丢弃草稿, over HTTP. */
@OnboardingTest
class DiscardTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    private ProcessBench bench;
    private Merchant hubin;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app);
        hubin = app.getBean(Merchants.class).byTenant("hubin").orElseThrow();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void endsADraftWithItsProcessAndTellsNobody(Channel channel) {
        String no = TestApplications.begin(app, channel, hubin, "hubin");
        int mails = bench.mails(no).size();

        assertThat(discard("hubin", no).statusCode()).isEqualTo(200);

        assertThat(state(no)).isEqualTo(ApplicationState.DISCARDED);
        assertThat(bench.ends(no)).containsExactly("endEvent_discarded");
        assertThat(bench.steps(no)).isEmpty();
        assertThat(bench.mails(no)).hasSize(mails);
        assertThat(closed(no)).isEqualTo("hubin");
        assertThat(discard("hubin", no).statusCode()).as("a second click").isEqualTo(200);
    }

    @Test
    void endsADraftThatHasNoProcess() {
        String no = bench.drafts.create(Channel.WECHATPAY, "hubin", "hubin");
        assertThat(discard("hubin", no).statusCode()).isEqualTo(200);
        assertThat(state(no)).isEqualTo(ApplicationState.DISCARDED);
        assertThat(begin(no).statusCode()).as("it does not begin any more").isGreaterThanOrEqualTo(400);
        assertThat(bench.steps(no)).isEmpty();
    }

    @Test
    void leavesWhatWasSubmittedToTheWithdrawal() {
        String account = "62" + UUID.randomUUID().toString().replaceAll("\\D", "");
        String no = TestApplications.filledIn(app, Channel.WECHATPAY, hubin, account, "hubin");
        HttpResponse<String> refused = discard("hubin", no);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Browser.json(refused).get("message").asText())
                .contains("已经不是草稿")
                .contains("撤回");
        assertThat(state(no)).isEqualTo(ApplicationState.FILLING);

        HttpResponse<String> withdrawn =
                Browser.of(port, "hubin").call("POST", "/api/applications/" + no + "/withdraw", "{\"reason\":\"换账户\"}");
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
        assertThat(state(no)).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(discard("hubin", no).statusCode()).isEqualTo(409);
    }

    @Test
    void isForTheCompanysOwnOperatorsOnly() {
        String begun = TestApplications.begin(app, Channel.WECHATPAY, hubin, "hubin");
        String unstarted = bench.drafts.create(Channel.WECHATPAY, "hubin", "hubin");
        String unknown = discard("hubin", "WX0").body();
        Stream.of("reviewer", "supervisor", "auditor").forEach(user -> {
            assertThat(discard(user, begun).statusCode()).as(user).isEqualTo(403);
            assertThat(discard(user, unstarted).body()).as(user).isEqualTo(unknown);
        });
        Stream.of("chengxi", "zhilian", "admin")
                .forEach(user -> List.of(begun, unstarted).forEach(no -> {
                    assertThat(discard(user, no).statusCode()).as(user).isEqualTo(404);
                    assertThat(discard(user, no).body()).as(user).isEqualTo(unknown);
                }));
        assertThat(state(begun)).isEqualTo(ApplicationState.FILLING);
        assertThat(state(unstarted)).isEqualTo(ApplicationState.DRAFT);
    }

    private HttpResponse<String> discard(String user, String no) {
        return Browser.of(port, user).call("POST", "/api/applications/" + no + "/discard", "{}");
    }

    private HttpResponse<String> begin(String no) {
        return Browser.of(port, "hubin")
                .engine(
                        "POST",
                        "process-definition/key/wechatpay-onboarding/start",
                        "{\"variables\":{\"applicationNo\":{\"value\":\"" + no + "\",\"type\":\"String\"}}}");
    }

    private ApplicationState state(String no) {
        return bench.applications.byNo(no).state();
    }

    private String closed(String no) {
        return bench.jdbc
                .sql("SELECT closed_by FROM application WHERE no = ?")
                .param(no)
                .query(String.class)
                .single();
    }
}
