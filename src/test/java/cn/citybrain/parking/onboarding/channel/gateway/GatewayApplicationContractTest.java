package cn.citybrain.parking.onboarding.channel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication.Paper;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application.Complaint;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import cn.citybrain.parking.onboarding.simulator.gateway.GatewayOperation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications and lots over the gateway contract, adapter against simulator over HTTP. */
class GatewayApplicationContractTest {

    private final GatewayBench gateway = new GatewayBench(Channel.CITIZENCARD, Dialect.plain(Channel.CITIZENCARD));
    private final String no = gateway.bench.number("SM20261123");

    private MerchantApplication application(String name) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "merchantName", name,
                "licenceNumber", "91330102765432101R",
                "accountNumber", "1202000000000000001"));
        return new MerchantApplication(
                no, fields, List.of(new Paper("licenceCopy", "doc-1", (smallest, largest) -> new byte[] {1, 2, 3})));
    }

    @Test
    void goesFromReceiptOverTheVisitToTheAccount() {
        assertThat(gateway.adapter.accounts().submit(application("湖滨"))).isInstanceOf(SubmitResult.Submitted.class);
        assertThat(gateway.adapter.accounts().review(no)).isInstanceOf(ReviewResult.AwaitingVisit.class);
        gateway.desk.command(no, "visit", Map.of("date", "2026-12-01", "contact", "王敏 0571-88000011"));
        assertThat(gateway.adapter.accounts().review(no))
                .isEqualTo(new ReviewResult.VisitScheduled(
                        Instant.parse("2026-12-01T02:00:00Z"), "王敏 0571-88000011", "已预约上门签约"));
        gateway.desk.advance(no);
        assertThat(gateway.adapter.accounts().review(no)).isInstanceOf(ReviewResult.Signed.class);
        gateway.desk.advance(no);
        assertThat(gateway.adapter.accounts().review(no))
                .isInstanceOfSatisfying(ReviewResult.Approved.class, approved -> assertThat(approved.channelAccount())
                        .isEqualTo(gateway.desk.application(no).orElseThrow().account()));
    }

    @Test
    void theSameApplicationTwiceIsOne() {
        gateway.adapter.accounts().submit(application("湖滨"));
        gateway.adapter.accounts().submit(application("湖滨"));
        assertThat(gateway.desk.application(no).orElseThrow().submissions()).isEqualTo(1);
        assertThat(gateway.adapter.accounts().submit(application("别名"))).isInstanceOf(SubmitResult.Submitted.class);
        assertThat(gateway.desk.application(no).orElseThrow().title()).isEqualTo("湖滨");
    }

    @Test
    void aRejectedOneComesBackFieldByFieldAndIsReplaced() {
        gateway.adapter.accounts().submit(application("湖滨"));
        gateway.desk.refuse(no, List.of(new Complaint("merchantName", "商户名称", "与执照不一致")), "资料不符");
        assertThat(gateway.adapter.accounts().review(no))
                .isEqualTo(new ReviewResult.Rejected(List.of(new FieldIssue("merchantName", "与执照不一致")), "资料不符"));

        gateway.adapter.accounts().submit(application("杭州湖滨"));
        assertThat(gateway.adapter.accounts().review(no)).isInstanceOf(ReviewResult.AwaitingVisit.class);
        assertThat(gateway.desk.application(no).orElseThrow().title()).isEqualTo("杭州湖滨");
    }

    @Test
    void anEmptyRejectionHasNoIssues() {
        gateway.adapter.accounts().submit(application("湖滨"));
        gateway.desk.refuse(no, List.of(), "");
        assertThat(gateway.adapter.accounts().review(no))
                .isInstanceOfSatisfying(ReviewResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .isEmpty());
    }

    @Test
    void isWithdrawnTwiceWithoutHarmAndClosed() {
        gateway.adapter.accounts().submit(application("湖滨"));
        assertThat(gateway.adapter.accounts().withdraw(no)).isEqualTo(new Withdrawal.Told());
        assertThat(gateway.adapter.accounts().withdraw(no)).isEqualTo(new Withdrawal.Told());
        assertThat(gateway.adapter.accounts().review(no)).isInstanceOf(ReviewResult.Closed.class);
        assertThat(gateway.adapter.accounts().withdraw("SM0")).isInstanceOf(Withdrawal.NotNeeded.class);
    }

    @Test
    void tellsWhenItMoved() {
        gateway.adapter.accounts().submit(application("湖滨"));
        gateway.desk.advance(no);
        assertThat(gateway.adapter
                        .callbacks()
                        .read(gateway.bench.delivered(gateway.desk, no).get(0)))
                .isInstanceOfSatisfying(ChannelNotice.ReviewMoved.class, notice -> assertThat(notice.applicationNo())
                        .isEqualTo(no));
    }

    @ParameterizedTest
    @CsvSource({"REFUSE,500", "REFUSE,429", "CUT,0", "UNSIGNED,0", "WRONG_SIGNATURE,0", "STALE,0", "MALFORMED,0"})
    void aBrokenAnswerIsATechnicalFailure(Kind kind, int status) {
        gateway.desk.plan(Fault.once(GatewayOperation.SUBMIT, kind)
                .answering(status, "", "")
                .matching(no));
        assertThatThrownBy(() -> gateway.adapter.accounts().submit(application("湖滨")))
                .isInstanceOf(ChannelException.class);
        assertThat(gateway.adapter.accounts().submit(application("湖滨"))).isInstanceOf(SubmitResult.Submitted.class);
    }

    @Test
    void aRefusalAtTheDoorIsABusinessAnswer() {
        gateway.desk.plan(Fault.once(GatewayOperation.SUBMIT, Kind.REFUSE)
                .answering(422, "BLACKLIST", "商户在黑名单中")
                .matching(no));
        assertThat(gateway.adapter.accounts().submit(application("湖滨")))
                .isEqualTo(new SubmitResult.Rejected(List.of(), "商户在黑名单中"));
    }

    @Test
    void aLotWaitsIsConsentedToAndTold() {
        LotRegistration lot = gateway.bench.lot(GatewayBench.MERCHANT, List.of());
        assertThat(gateway.adapter.lots().register(lot)).isEqualTo(new LotState.Pending("" + lot.bindingId()));
        assertThat(gateway.adapter.lots().register(lot)).isEqualTo(new LotState.Pending("" + lot.bindingId()));
        Lot known = known(lot);
        gateway.desk.passLot(known.reference());
        assertThat(gateway.adapter.lots().state(lot)).isInstanceOf(LotState.Registered.class);
        assertThat(gateway.adapter
                        .callbacks()
                        .read(gateway.bench
                                .delivered(gateway.desk, "\"" + lot.bindingId() + "\"")
                                .get(0)))
                .isInstanceOfSatisfying(ChannelNotice.LotMoved.class, notice -> assertThat(notice.bindingId())
                        .isEqualTo(lot.bindingId()));
    }

    @Test
    void aRefusedLotComesWithWordsAndAWithdrawnOneIsGone() {
        LotRegistration refused = gateway.bench.lot(GatewayBench.MERCHANT, List.of());
        gateway.adapter.lots().register(refused);
        gateway.desk.refuseLot(known(refused).reference(), "地址不详");
        assertThat(gateway.adapter.lots().state(refused)).isEqualTo(new LotState.Refused("地址不详"));

        LotRegistration withdrawn = gateway.bench.lot(GatewayBench.MERCHANT, List.of());
        assertThat(gateway.adapter.lots().withdraw(withdrawn)).isInstanceOf(Withdrawal.NotNeeded.class);
        gateway.adapter.lots().register(withdrawn);
        assertThat(gateway.adapter.lots().withdraw(withdrawn)).isEqualTo(new Withdrawal.Told());
        assertThat(gateway.adapter.lots().withdraw(withdrawn)).isEqualTo(new Withdrawal.Told());
        assertThat(known(withdrawn).state()).isEqualTo(Lot.State.WITHDRAWN);
    }

    @Test
    void aMerchantThatIsNotOursIsRefusedInWords() {
        assertThat(gateway.adapter.lots().register(gateway.bench.lot("1500000000", List.of())))
                .isEqualTo(new LotState.Refused("没有商户 1500000000"));
    }

    private Lot known(LotRegistration lot) {
        return gateway.desk.lots().stream()
                .filter(known -> known.outNo().equals(Long.toString(lot.bindingId())))
                .findFirst()
                .orElseThrow();
    }
}
