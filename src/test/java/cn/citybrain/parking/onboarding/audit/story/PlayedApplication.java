package cn.citybrain.parking.onboarding.audit.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.charge.Reconciliation;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.notification.MailDelivery;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;

/**
 * An application that went through much before its lot was live: returned and corrected, a channel that did not answer, a
 * disputed charge and its refund, a second test; with people who commented, looked and helped. Its people are those of the
 * demo, over HTTP where it matters who they are.
 */
public final class PlayedApplication implements AutoCloseable {

    public static final String PLATE = "浙A12345";

    public final String no;
    public final ProcessBench bench;
    public LotBinding lot;

    private final ApplicationContext app;
    private final int port;

    private PlayedApplication(ApplicationContext app, int port) {
        this.app = app;
        this.port = port;
        bench = new ProcessBench(app);
        no = bench.apply();
    }

    /** @param port of the application's HTTP server */
    public static PlayedApplication live(ApplicationContext app, int port) {
        PlayedApplication played = new PlayedApplication(app, port);
        played.reviewed();
        played.submitted();
        played.opened();
        played.disputed();
        played.tested();
        played.sendEverything();
        return played;
    }

    /** Also what other tests left, which may be more than goes out at once. */
    private void sendEverything() {
        MailDelivery post = app.getBean(MailDelivery.class);
        int sent;
        do {
            sent = post.sendDue();
        } while (sent > 0);
    }

    private void reviewed() {
        Task review = bench.task(no, "userTask_review");
        engine("reviewer", "POST", "task/" + review.getId() + "/comment/create", "{\"message\":\"已电话核对门店名称\"}");
        ok(browser("reviewer").get("/api/applications/" + no + "/values/idCardNumber?reveal"));
        TestReviews.giveBack(app, no, "reviewer", "storeName", "门店名称与营业执照不符");
        complete("reviewer", no, "userTask_review", "reviewDecision", "return");
        bench.drafts.save(no, Map.of("storeName", "西湖停车场东区"), "operator-test");
        bench.correct(no);
        TestReviews.accept(app, no, "reviewer");
        bench.channel.submit = () -> {
            throw new ChannelException("没有得到完整的应答（SocketTimeoutException）");
        };
        complete("reviewer", no, "userTask_review", "reviewDecision", "accept");
    }

    /** The channel does not take it until a supervisor has it tried again. */
    private void submitted() {
        for (int attempt = 0; attempt < 6; attempt++) {
            bench.worker.runOnce();
            bench.clock.advance(Duration.ofHours(5));
        }
        bench.channel.submit = () -> new SubmitResult.Submitted("A20261129");
        String act = bench.jdbc
                .sql("SELECT t.ID_ FROM ACT_RU_EXT_TASK t JOIN ACT_HI_PROCINST p ON p.ID_ = t.PROC_INST_ID_"
                        + " WHERE p.BUSINESS_KEY_ = ?")
                .param(no)
                .query(String.class)
                .single();
        engine("supervisor", "PUT", "external-task/" + act + "/retries", "{\"retries\":1}");
        bench.worker.runOnce();
    }

    private void opened() {
        for (int times = 0; times < 3; times++) {
            bench.worker.runOnce();
            bench.clock.advance(Duration.ofHours(5));
        }
        bench.channel.read = request -> new ChannelNotice.ReviewMoved(
                "N" + UUID.randomUUID().toString().substring(0, 8), no, "进件 " + no + " 审核通过");
        ok(new Browser(port).call("POST", "/callbacks/wechatpay/applyment", "{}"));
        bench.channel.review = () -> new ReviewResult.Approved(ProcessBench.account(no));
        bench.clock.advance(Duration.ofHours(5));
        bench.worker.runOnce();
        complete("reviewer", no, "userTask_confirmAccount", "accountDecision", "confirm");
        lot = bench.testing(no, 1).get(0);
    }

    private void disputed() {
        bench.channel.deduct = ScriptedChannel::chargedAnotherAmount;
        bench.drive(lot);
        bench.worker.runOnce();
        Refunds refunds = app.getBean(Refunds.class);
        long charge =
                app.getBean(Deductions.class).latest(lot.id()).orElseThrow().id();
        refunds.approve(refunds.request(charge, "supervisor", "金额不符"), "supervisor2");
        bench.clock.advance(Duration.ofMinutes(5));
        app.getBean(Reconciliation.class).sweep();
        ok(browser("supervisor").get("/api/bindings/" + lot.id() + "/sent-requests"));
        complete("supervisor", ProcessBench.gate(lot), "userTask_disputed", "disputedDecision", "retest");
    }

    private void tested() {
        bench.channel.deduct = ScriptedChannel::charged;
        bench.clock.advance(Duration.ofMinutes(30));
        bench.drive(lot);
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lot));
        lot = bench.bindings.byId(lot.id()).orElseThrow();
        assertThat(lot.state()).isEqualTo(BindingState.LIVE);
    }

    /** Takes a task and completes it with a decision, as Tasklist does. */
    private void complete(String user, String key, String step, String variable, String value) {
        String task = bench.task(key, step).getId();
        engine(user, "POST", "task/" + task + "/claim", "{\"userId\":\"" + user + "\"}");
        String body = "{\"variables\":{\"" + variable + "\":{\"value\":\"" + value + "\",\"type\":\"String\"}}}";
        engine(user, "POST", "task/" + task + "/submit-form", body);
    }

    private void engine(String user, String method, String path, String body) {
        ok(browser(user).engine(method, path, body));
    }

    private Browser browser(String user) {
        return Browser.of(port, user);
    }

    private static void ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    @Override
    public void close() {
        bench.close();
    }
}
