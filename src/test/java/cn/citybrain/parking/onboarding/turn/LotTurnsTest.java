package cn.citybrain.parking.onboarding.turn;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.deduction.AwaitedRecord;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.DisputeObstacle;
import cn.citybrain.parking.onboarding.deduction.Finding;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import cn.citybrain.parking.onboarding.merchant.LotWord.Kind;
import cn.citybrain.parking.onboarding.turn.Step.Act;
import cn.citybrain.parking.onboarding.turn.Step.Message;
import cn.citybrain.parking.onboarding.turn.Step.PersonsTask;
import cn.citybrain.parking.onboarding.turn.Step.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lot's turn follows its facts, whatever its state. */
class LotTurnsTest {

    private static final List<Step> AWAITS_RECORD = List.of(new Message(place("receiveTask_awaitRecord", "等待实车记录")));

    @Test
    void whoConnectsTheLotIsAskedForOneThingAfterTheOther() {
        assertSays(SampleLots.awaiting("vendor-a", null, null, null, List.of()), "等待车场技术方登记停车场系统的 accessID 和公钥");
        assertSays(SampleLots.awaiting("vendor-a", SampleLots.SINCE, null, null, List.of()), "等待车场技术方登记测试车辆");
        assertSays(
                SampleLots.awaiting("vendor-a", SampleLots.SINCE, SampleLots.SINCE, null, List.of()),
                "等待车场技术方用测试车辆完整停一次车（入场、离场、申请扣款，并上传照片）");
        assertSays(
                SampleLots.awaiting(
                        "vendor-a",
                        SampleLots.SINCE,
                        SampleLots.SINCE,
                        null,
                        List.of(new Finding("PHOTO", "缺少入场照片。", ""), new Finding("FEE", "金额不一致。", ""))),
                "上次测试没有通过：缺少入场照片；金额不一致。等待车场技术方改正后再测");
    }

    @Test
    void theOperatorConnectsALotWithoutAVendor() {
        Turn turn = LotTurns.of(SampleLots.awaiting(null, null, null, null, List.of()), AWAITS_RECORD)
                .get(0);

        assertThat(turn.whose()).isEqualTo(new Whose.People(Role.LOT_OPERATOR));
        assertThat(turn.doers()).containsExactly("lot-operator");
    }

    @Test
    void theLotsSystemIsWaitedForWhileARecordIsIncomplete() {
        AwaitedRecord incomplete =
                new AwaitedRecord(SampleLots.SINCE, List.of("入场照片", "出场照片"), SampleLots.SINCE.plusSeconds(90));
        Turn turn = LotTurns.of(
                        SampleLots.awaiting("vendor-a", SampleLots.SINCE, SampleLots.SINCE, incomplete, List.of()),
                        AWAITS_RECORD)
                .get(0);

        assertThat(turn.whose()).isEqualTo(new Whose.LotSystem());
        assertThat(turn.words().outside()).isEqualTo("已收到支付申请，还缺入场照片、出场照片，最晚等到 10:01:30，过时按已收到的内容核对");
        assertThat(turn.until()).isEqualTo(SampleLots.SINCE.plusSeconds(90));
    }

    @Test
    void aDisputeIsTheSupervisorsOnceTheChannelHasSpoken() {
        PersonsTask task = task(Role.OPS_SUPERVISOR, "处理有争议的扣款");
        Turn asked = LotTurns.of(
                        SampleLots.charged(DeductionState.DISPUTED, null, new DisputeObstacle("正在向渠道核对", true)),
                        List.of(task))
                .get(0);
        Turn refund = LotTurns.of(
                        SampleLots.charged(DeductionState.DISPUTED, null, new DisputeObstacle("请先申请退款", false)),
                        List.of(task))
                .get(0);
        Turn free = LotTurns.of(SampleLots.charged(DeductionState.DISPUTED, null, null), List.of(task))
                .get(0);

        assertThat(asked.whose()).isEqualTo(new Whose.TheChannel("微信支付"));
        assertThat(asked.task()).as("nothing to do yet").isNull();
        assertThat(refund.words().doer()).isEqualTo("扣款有争议：请先申请退款");
        assertThat(refund.words().outside()).isEqualTo("扣款有争议，等待运营公司主管办理退款");
        assertThat(free.words().doer()).isEqualTo("扣款有争议：款项已退回。请您办理“处理有争议的扣款”");
        assertThat(free.task()).isNotNull();
    }

    @Test
    void aRefusedLotSaysWhatTheChannelSaidAndThenTheOtherSide() {
        LotWord refused = new LotWord(Kind.REFUSED, "channel", "wechatpay", "缺少经营权证明。", SampleLots.SINCE);
        LotWord corrected = new LotWord(Kind.NOTE, "ops-reviewer", "reviewer", "请更正经纬度", SampleLots.SINCE);
        LotWord returned = new LotWord(Kind.RETURNED, "ops-reviewer", "reviewer", "", SampleLots.SINCE);
        PersonsTask task = task(Role.LOT_OPERATOR, "处理渠道拒绝的停车场");

        assertThat(words(SampleLots.refused(refused), task).doer()).isEqualTo("微信支付没有同意这个停车场：缺少经营权证明。请您办理“处理渠道拒绝的停车场”");
        assertThat(words(SampleLots.refused(refused, corrected, returned), task).inside())
                .isEqualTo("微信支付没有同意这个停车场：缺少经营权证明。运营公司说明：请更正经纬度。等待车场方办理“处理渠道拒绝的停车场”");
    }

    @Test
    void theTaskOfWhoConnectsTheLotSaysWhatHasArrivedAlready() {
        AwaitedRecord complete = new AwaitedRecord(SampleLots.SINCE, List.of(), SampleLots.SINCE.plusSeconds(90));

        assertThat(words(
                                SampleLots.awaiting(
                                        "vendor-a", SampleLots.SINCE, SampleLots.SINCE, complete, List.of()),
                                task(Role.LOT_VENDOR, "接口开发与对接准备"))
                        .doer())
                .isEqualTo("已收到完整的实车记录。请您办理“接口开发与对接准备”");
    }

    private static Words words(LotFacts lot, Step step) {
        return LotTurns.of(lot, List.of(step)).get(0).words();
    }

    @Test
    void aWithdrawalHidesNothing() {
        Turn turn = LotTurns.of(
                        SampleLots.withdrawing(SampleLots.charged(DeductionState.SENT, null, null)),
                        List.of(new Step.Answer(place("receiveTask_awaitDeduction", "等待扣款结果"), "deduction", null)))
                .get(0);

        assertThat(turn.words().outside()).isEqualTo("正在撤回：测试扣款已发往微信支付，等待结果，无需操作");
    }

    @Test
    void versionsBeforeWaitForTheChannelInTheActItself() {
        Turn consent = LotTurns.of(
                        SampleLots.lot(BindingState.CONFIGURED),
                        List.of(new Act(place("serviceTask_registerLot", "平台支付渠道注册"), false, true)))
                .get(0);
        Turn money = LotTurns.of(
                        SampleLots.charged(DeductionState.UNKNOWN, null, null),
                        List.of(new Act(place("serviceTask_deduct", "测试扣款"), false, true)))
                .get(0);

        assertThat(consent.words().outside()).isEqualTo("等待微信支付同意这个停车场收款，无需操作");
        assertThat(money.words().outside()).isEqualTo("测试扣款结果未知，平台正在向微信支付查询，无需操作");
    }

    @Test
    void aLotThatIsOverOrBetweenTwoStepsSaysSo() {
        assertThat(said(SampleLots.lot(BindingState.LIVE))).isEqualTo("已正式接入，无需操作");
        assertThat(said(SampleLots.lot(BindingState.WITHDRAWN))).startsWith("已撤回。");
        assertThat(said(SampleLots.lot(BindingState.CONFIGURED))).isEqualTo("平台正在办理渠道注册，无需操作");
        assertThat(said(SampleLots.charged(DeductionState.SUCCEEDED, null, null)))
                .isEqualTo("测试扣款成功，即将正式接入");
    }

    private static String said(LotFacts lot) {
        return LotTurns.of(lot, List.of()).get(0).words().outside();
    }

    private static void assertSays(LotFacts lot, String others) {
        Turn turn = LotTurns.of(lot, AWAITS_RECORD).get(0);
        assertThat(turn.words().outside()).isEqualTo(others);
        assertThat(turn.words().doer()).contains("请您").doesNotContain("等待车场技术方");
        assertThat(turn.whose()).isEqualTo(new Whose.People(Role.LOT_VENDOR));
        assertThat(turn.doers()).containsExactly("vendor-a");
    }

    private static PersonsTask task(Role role, String name) {
        return new PersonsTask(
                place("userTask_disputed", name),
                new Turn.Task("t1", name, null),
                role,
                role.group(),
                SampleLots.SINCE,
                null,
                false);
    }

    private static Place place(String element, String name) {
        return new Place("NO1", 1L, "i1", element, name, SampleLots.SINCE, null);
    }
}
