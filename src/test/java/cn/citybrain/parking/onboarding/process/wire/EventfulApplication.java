package cn.citybrain.parking.onboarding.process.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.channel.fixture.RefusedField;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.charge.Reconciliation;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application.Complaint;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/**
 * An application at WeChat Pay to which everything happened, played over the wire: given back by our reviewer, refused by the
 * channel, corrected twice, a first charge that failed, a second that made the lot live, and the money given back.
 */
public final class EventfulApplication {

    public static final String PLATE = "浙A70001";
    public static final String GIVEN_BACK = "招牌照片与名称不一致，请核对后重新填写";
    public static final String REFUND_REASON = "测试结束，退回测试款";

    private static final Channel CHANNEL = Channel.WECHATPAY;
    private static final String OPERATOR = "operator-test";
    private static final int FEE = 500;

    private final WireBench wire;
    private final RefusedField refused = ChannelFixtures.of(CHANNEL).refusedField();
    private WiredApplication application;
    private LotBinding lot;

    private EventfulApplication(WireBench wire) {
        this.wire = wire;
    }

    /** The tests' clock is as it was afterwards. */
    public static EventfulApplication play(ApplicationContext app) {
        WireBench wire = new WireBench(app);
        try {
            EventfulApplication played = new EventfulApplication(wire);
            played.reachTheAccount();
            played.reachLive();
            played.giveBack();
            return played;
        } finally {
            wire.close();
        }
    }

    public String number() {
        return application.no;
    }

    public LotBinding lot() {
        return lot;
    }

    /** Key of the field that was corrected. */
    public String correctedField() {
        return refused.key();
    }

    private void reachTheAccount() {
        application = WiredApplication.apply(
                wire, CHANNEL, wire.bench.merchant, List.of(wire.lot(wire.bench.merchant)));
        application.until("userTask_review");
        wire.bench.giveBack(application.no, refused.key(), GIVEN_BACK);
        correct("西湖停车场");
        application.withTheChannel();
        application
                .desk()
                .refuse(
                        application.atChannel().no(),
                        List.of(new Complaint(refused.wireName(), refused.words(), refused.words() + "与招牌不一致")),
                        "");
        wire.pass(Duration.ofMinutes(11));
        correct("西湖停车场东区");
        application.until("userTask_bindLots");
    }

    private void correct(String value) {
        var applications = wire.bench.applications;
        applications.saveDraft(
                application.no,
                applications.draftVersion(application.no),
                Map.of(refused.key(), value),
                OPERATOR);
        applications.submit(application.no, OPERATOR);
        application.complete(application.fixture.correctionTask(), Map.of());
    }

    private void reachLive() {
        lot = application.bind().get(0);
        wire.register(lot, PLATE);
        wire.prepared(lot);
        Operation deduct = wire.desk(CHANNEL).office().channel().operations().stream()
                .filter(operation -> operation.role() == Operation.Role.DEDUCT)
                .findFirst()
                .orElseThrow();
        String code = application.fixture.failureCode();
        wire.desk(CHANNEL).plan(Fault.once(deduct, Fault.Kind.PAY_FAIL).answering(0, code, ""));
        drive();
        drive();
        assertThat(wire.bench.applications.byNo(application.no).state()).isEqualTo(ApplicationState.DONE);
    }

    private void drive() {
        wire.visit(lot, PLATE, FEE);
        wire.settle(lot);
    }

    private void giveBack() {
        Deduction charged = wire.app
                .getBean(Deductions.class)
                .latest(lot.id())
                .orElseThrow();
        Refunds refunds = wire.app.getBean(Refunds.class);
        long refund = refunds.request(charged.id(), "supervisor-test", REFUND_REASON);
        refunds.approve(refund, "supervisor2-test");
        wire.pass(Duration.ofMinutes(5));
        wire.app.getBean(Reconciliation.class).sweep();
        wire.pass(Duration.ofMinutes(5));
        wire.app.getBean(Reconciliation.class).sweep();
        assertThat(wire.steps(lot)).as("over").isEmpty();
    }
}
