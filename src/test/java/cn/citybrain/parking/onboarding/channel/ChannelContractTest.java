package cn.citybrain.parking.onboarding.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication.Paper;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Failed;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.NeverSeen;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Pending;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.fixture.Applicant;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.channel.fixture.RefusedField;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.ExitResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import cn.citybrain.parking.onboarding.simulator.channel.Action;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application.Complaint;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What every adapter keeps over its own wire, as the demo's settings make it, against its simulator. One subclass for each
 * channel; what a channel's protocol has beyond this, its own contract tests try.
 */
@ExtendWith(OutputCaptureExtension.class)
public abstract class ChannelContractTest {

    private static final Merchant MERCHANT =
            new Merchant(1, "contract", "杭州湖滨停车管理有限公司", "91330102765432101R", "office@example.com");

    private static final int FEE = 1500;

    /** No more than a channel is called with at once. */
    private static final int MANY = TestLines.CONCURRENT_CALLS;

    private static final int ROUNDS = 20;

    private final Channel channel;
    private final ChannelFixture fixture;
    private final ContractBench bench = ContractBench.shared();
    private final ChannelDesk desk;
    private final ChannelAdapter adapter;

    private final String no;
    private final String account;
    private final String merchantNo;
    private final Plate plate;
    private LotRegistration registered;

    protected ChannelContractTest(Channel channel) {
        assertThat(getClass().getPackageName())
                .as("package of the contract test")
                .endsWith("." + channel.code());
        this.channel = channel;
        fixture = ChannelFixtures.of(channel);
        desk = bench.desk(channel.code());
        adapter = DemoAdapters.patient(bench, channel);
        no = bench.number(channel.numberPrefix() + "20261123");
        account = fixture.account(Long.parseLong(bench.number("800000")));
        merchantNo = fixture.merchantNo(bench.number("202611299"));
        plate = new Plate(bench.plate().number(), 1, bench.number("openid-"));
    }

    // the application

    @Test
    final void anApplicationThatIsSentTwiceIsOne() {
        assertThat(adapter.accounts().submit(application(Map.of()))).isInstanceOf(SubmitResult.Submitted.class);
        assertThat(adapter.accounts().submit(application(Map.of()))).isInstanceOf(SubmitResult.Submitted.class);

        assertThat(atTheChannel()).singleElement().returns(1, Application::submissions);
    }

    @Test
    final void aReviewDecidesNothingUntilTheAccountIsOpenAndThenTellsItsNumber() {
        adapter.accounts().submit(application(Map.of()));
        for (int step = 0; hasNextStep(); step++) {
            assertThat(step).as("steps at the desk").isLessThan(10);
            assertThat(adapter.accounts().review(no))
                    .isNotInstanceOfAny(
                            ReviewResult.Approved.class,
                            ReviewResult.Rejected.class,
                            ReviewResult.Closed.class,
                            ReviewResult.Expired.class);
            desk.advance(newest().no());
        }
        assertThat(adapter.accounts().review(no)).isInstanceOf(ReviewResult.Approved.class);
        assertThat(((ReviewResult.Approved) adapter.accounts().review(no)).channelAccount())
                .isEqualTo(newest().account());
    }

    @Test
    final void aRefusalNamesTheFieldOfTheFormAndTheCorrectedApplicationReplacesTheRefusedOne() {
        adapter.accounts().submit(application(Map.of()));
        RefusedField refused = fixture.refusedField();
        desk.refuse(newest().no(), List.of(new Complaint(refused.wireName(), refused.words(), "与招牌不一致")), "");
        assertThat(adapter.accounts().review(no)).isInstanceOfSatisfying(ReviewResult.Rejected.class, rejected -> {
            assertThat(rejected.issues())
                    .singleElement()
                    .returns(refused.key(), FieldIssue::fieldKey)
                    .satisfies(issue -> assertThat(issue.reason()).contains("与招牌不一致"));
        });

        assertThat(adapter.accounts().submit(application(Map.of(refused.key(), "西湖停车场东区"))))
                .isInstanceOf(SubmitResult.Submitted.class);
        assertThat(newest().content().toString()).contains("西湖停车场东区");
        assertThat(adapter.accounts().review(no))
                .isNotInstanceOfAny(ReviewResult.Rejected.class, ReviewResult.Closed.class);
    }

    @Test
    final void aRefusalThatNamesNoFieldPointsAtNone() {
        adapter.accounts().submit(application(Map.of()));
        desk.refuse(newest().no(), List.of(), "");
        assertThat(adapter.accounts().review(no))
                .isInstanceOfSatisfying(ReviewResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .allMatch(issue -> issue.fieldKey().isEmpty()));
    }

    @Test
    final void anApplicationThatDidNotArriveIsSentAgain() {
        desk.plan(Fault.once("SUBMIT", Kind.CUT));
        assertThatThrownBy(() -> adapter.accounts().submit(application(Map.of())))
                .isInstanceOf(ChannelException.class);
        assertThat(adapter.accounts().submit(application(Map.of()))).isInstanceOf(SubmitResult.Submitted.class);
        assertThat(adapter.accounts().review(no))
                .isNotInstanceOfAny(ReviewResult.Rejected.class, ReviewResult.Closed.class);
    }

    /** Told, not needed, or handed to people: whatever it is, it is said, and can be said again. */
    @Test
    final void anApplicationThatIsGivenUpIsNeverOpened() {
        adapter.accounts().submit(application(Map.of()));
        assertThat(adapter.accounts().withdraw(no)).isNotNull();
        assertThat(adapter.accounts().withdraw(no)).isNotNull();
        assertThat(adapter.accounts().review(no)).isNotInstanceOf(ReviewResult.Approved.class);
    }

    // lots

    @Test
    final void aLotThatIsRegisteredTwiceIsOneAndCollectsOnceTheChannelHasConsented() {
        LotRegistration asked = lot();
        Set<String> before = references();
        adapter.lots().register(asked);
        adapter.lots().register(asked);
        Set<String> submitted = references();
        submitted.removeAll(before);
        assertThat(submitted).hasSize(1);

        consent(submitted.iterator().next());
        assertThat(adapter.lots().state(asked)).isInstanceOf(LotState.Registered.class);
    }

    @Test
    final void aLotOfAMerchantThatTheChannelDoesNotKnowIsNotRegistered() {
        LotRegistration stranger = bench.lot(fixture.merchantNo(bench.number("909999999")), fixture.devices("1"));
        assertThat(tried(() -> adapter.lots().register(stranger))).isNotInstanceOf(LotState.Registered.class);
    }

    @Test
    final void aLotThatIsGivenUpCanBeGivenUpAgain() {
        assertThat(adapter.lots().withdraw(registered())).isNotNull();
        assertThat(adapter.lots().withdraw(registered())).isNotNull();
    }

    // vehicles

    @Test
    final void theOwnersConsentIsAskedForAndWithoutItNothingIsCharged() {
        agree(Agreement.SIGNED);
        assertThat(adapter.vehicles().agreement(registered(), plate))
                .isInstanceOf(cn.citybrain.parking.onboarding.channel.vehicle.Agreement.Signed.class);
        agree(Agreement.UNSIGNED);
        assertThat(adapter.vehicles().agreement(registered(), plate))
                .isInstanceOf(cn.citybrain.parking.onboarding.channel.vehicle.Agreement.NotSigned.class);

        Visit visit = bench.visit(registered(), plate);
        admitted(adapter.vehicles().entered(visit))
                .ifPresent(reference -> assertThat(adapter.charges().deduct(bench.order(visit, reference)))
                        .isInstanceOf(Failed.class));
        assertThat(moved(LedgerEntry.Kind.CHARGE)).isEmpty();
    }

    @Test
    final void anEntryThatIsReportedTwiceIsOneVisit() {
        Visit visit = bench.visit(registered(), plate);
        EntryResult entered = adapter.vehicles().entered(visit);
        assertThat(adapter.vehicles().entered(visit)).isEqualTo(entered);
        assertThat(desk.visits())
                .filteredOn(known -> known.plateNo().equals(plate.number()))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    final void anExitCanBeReportedTwice() {
        DeductionOrder order = parked();
        adapter.vehicles().left(order.visit());
        adapter.vehicles().left(order.visit());
        assertThat(desk.visits())
                .filteredOn(known -> known.plateNo().equals(plate.number()))
                .hasSizeLessThanOrEqualTo(1);
    }

    // money

    @Test
    final void aDeductionIsMadeOnceHoweverOftenItIsSentAndTheQueryTellsWhatWasCharged() {
        DeductionOrder order = parked();
        assertThat(adapter.charges().deduct(order)).isInstanceOfAny(Succeeded.class, Pending.class);
        bench.clock.advance(Duration.ofSeconds(30));
        assertCharged(order);
        assertThat(tried(() -> adapter.charges().deduct(order))).isNotInstanceOfAny(Failed.class, NeverSeen.class);
        assertCharged(order);
    }

    @Test
    final void theSameNumberWithAnotherAmountIsNoSecondDeduction() {
        DeductionOrder order = parked();
        adapter.charges().deduct(order);
        bench.clock.advance(Duration.ofSeconds(30));
        tried(() -> adapter.charges()
                .deduct(new DeductionOrder(order.outTradeNo(), order.visit(), 1, order.description(), order.sentAt())));
        assertCharged(order);
    }

    @Test
    final void aQueryNeverCharges() {
        DeductionOrder order = parked();
        for (int asked = 0; asked < 3; asked++) {
            assertThat(adapter.charges().deduction(order)).isInstanceOfAny(NeverSeen.class, Unknown.class);
            bench.clock.advance(adapter.charges().settleTime());
        }
        assertThat(moved(LedgerEntry.Kind.CHARGE)).isEmpty();
        assertThat(bench.kept).as("requests that could move money").isEmpty();
    }

    @Test
    final void aNumberThatTheChannelDoesNotKnowWasNeverSeenOnceItCouldHaveArrived() {
        DeductionOrder order = parked();
        bench.clock.advance(adapter.charges().settleTime().plusSeconds(1));
        assertThat(adapter.charges().deduction(order)).isEqualTo(new NeverSeen());
    }

    @Test
    final void aRefusedDeductionMovesNothingAndSaysWhy() {
        DeductionOrder order = parked();
        desk.plan(Fault.once("DEDUCT", Kind.PAY_FAIL).answering(0, fixture.failureCode(), ""));
        DeductionResult answered = adapter.charges().deduct(order);
        bench.clock.advance(Duration.ofSeconds(30));
        DeductionResult told =
                answered instanceof Failed ? answered : adapter.charges().deduction(order);
        assertThat(told).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.code())
                .isEqualTo(fixture.failureCode()));
        assertThat(moved(LedgerEntry.Kind.CHARGE)).isEmpty();
    }

    @Test
    final void aDeductionIsPendingUntilItIsDecided() {
        DeductionOrder order = parked();
        desk.plan(Fault.once("DEDUCT", Kind.DECIDE_LATER));
        assertThat(adapter.charges().deduct(order)).isEqualTo(new Pending());
        assertThat(adapter.charges().deduction(order)).isEqualTo(new Pending());
        desk.decide(order.outTradeNo(), true, "", "");
        assertCharged(order);
    }

    /** Whatever becomes of the answer, only a query decides, and the money moves once at most. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {
                "REFUSE_UNSIGNED",
                "CUT",
                "HOLD",
                "DONE_THEN_CUT",
                "DONE_THEN_HOLD",
                "WRONG_SIGNATURE",
                "UNSIGNED",
                "MALFORMED",
                "TRUNCATED",
                "GARBAGE"
            })
    final void aDeductionWhoseAnswerCannotBeReadIsUnknownAndTheQueryTells(Kind kind) {
        if (desk.office().channel().impossible().contains(kind)) {
            return;
        }
        DeductionOrder order = parked();
        desk.plan(Fault.once("DEDUCT", kind).holding(1_500));
        ChannelAdapter asking = kind.name().endsWith("HOLD") ? DemoAdapters.impatient(bench, channel) : adapter;
        assertThat(tried(() -> asking.charges().deduct(order))).isInstanceOf(Unknown.class);

        bench.clock.advance(adapter.charges().settleTime().plusSeconds(1));
        boolean charged = !moved(LedgerEntry.Kind.CHARGE).isEmpty();
        assertThat(adapter.charges().deduction(order)).isInstanceOf(charged ? Succeeded.class : NeverSeen.class);
        if (adapter.charges().idempotentOnOutTradeNo()) {
            tried(() -> adapter.charges().deduct(order));
            assertCharged(order);
        }
    }

    @Test
    final void whatAQueryIsToldWithAWrongSignatureDecidesNothing() {
        DeductionOrder order = parked();
        adapter.charges().deduct(order);
        bench.clock.advance(Duration.ofSeconds(30));
        desk.plan(Fault.once("QUERY", Kind.WRONG_SIGNATURE));
        assertThat(tried(() -> adapter.charges().deduction(order))).isInstanceOf(Unknown.class);
        assertCharged(order);
    }

    @Test
    final void whatMovesMoneyIsKeptAsItWasSent() {
        DeductionOrder order = charged();
        RefundOrder refund = refund(order);
        adapter.charges().refund(refund);
        assertThat(bench.keptNumbers()).containsExactly(order.outTradeNo(), refund.outRefundNo());
        assertThat(bench.keptText()).contains(order.outTradeNo());
    }

    @Test
    final void moneyGoesBackOnceHoweverOftenItIsAskedFor() {
        RefundOrder refund = refund(charged());
        assertThat(adapter.charges().refundState(refund)).isNotInstanceOf(RefundResult.Refunded.class);
        assertThat(adapter.charges().refund(refund))
                .isInstanceOfAny(RefundResult.Refunded.class, RefundResult.Pending.class);
        assertThat(adapter.charges().refund(refund))
                .isInstanceOfAny(RefundResult.Refunded.class, RefundResult.Pending.class);
        assertThat(adapter.charges().refundState(refund)).isInstanceOf(RefundResult.Refunded.class);

        assertThat(bench.refunded(fixture.bookedRefund(refund.outRefundNo(), refund.outTradeNo())))
                .containsExactly(FEE);
    }

    @Test
    final void moreThanWasChargedNeverGoesBack() {
        DeductionOrder order = charged();
        adapter.charges().refund(refund(order));
        tried(() -> adapter.charges().refund(refund(order)));
        assertThat(moved(LedgerEntry.Kind.REFUND)).containsExactly(FEE);
    }

    // many at once

    @Test
    final void anEntryThatManyTellAtOnceIsOneVisit() {
        for (int round = 0; round < ROUNDS; round++) {
            Visit visit = bench.visit(registered(), bench.plate());
            Set<EntryResult> told =
                    new HashSet<>(AtOnce.all(MANY, () -> adapter.vehicles().entered(visit)));
            assertThat(told).as("round " + round).hasSize(1);
            assertThat(desk.visits())
                    .filteredOn(known -> known.outNo().equals(visit.visitNo()))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    final void anExitThatManyTellAtOnceWhileTheEntryIsToldAgainIsAnExit() {
        for (int round = 0; round < ROUNDS; round++) {
            Visit visit = bench.visit(registered(), bench.plate());
            Visit known = bench.order(
                            visit, admitted(adapter.vehicles().entered(visit)).orElseThrow())
                    .visit();
            List<Object> answers = AtOnce.each(
                    MANY,
                    number -> number % 2 == 0
                            ? adapter.vehicles().left(known)
                            : adapter.vehicles().entered(visit));
            boolean wanted = answers.stream().anyMatch(ExitResult.Told.class::isInstance);
            assertThat(desk.visits())
                    .filteredOn(one -> one.outNo().equals(visit.visitNo()))
                    .as("round " + round)
                    .allMatch(one -> one.leftAt().isEmpty() != wanted);
        }
    }

    @Test
    final void aDeductionThatIsSentManyTimesAtOnceIsMadeOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            DeductionOrder order = parked(bench.plate());
            List<Object> answers =
                    AtOnce.all(MANY, () -> tried(() -> adapter.charges().deduct(order)));
            assertThat(answers).as("round " + round).noneMatch(Failed.class::isInstance);
            bench.clock.advance(Duration.ofSeconds(30));
            assertCharged(order);
        }
    }

    @Test
    final void aRefundThatIsSentManyTimesAtOnceGoesBackOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            DeductionOrder order = parked(bench.plate());
            adapter.charges().deduct(order);
            bench.clock.advance(Duration.ofSeconds(30));
            RefundOrder refund = refund(order);
            AtOnce.all(MANY, () -> tried(() -> adapter.charges().refund(refund)));
            assertThat(bench.refunded(fixture.bookedRefund(refund.outRefundNo(), refund.outTradeNo())))
                    .as("round " + round)
                    .containsExactly(FEE);
        }
    }

    @Test
    final void aLotThatIsRegisteredManyTimesAtOnceIsOne() {
        for (int round = 0; round < ROUNDS; round++) {
            LotRegistration asked = lot();
            Set<String> before = references();
            AtOnce.all(MANY, () -> tried(() -> adapter.lots().register(asked)));
            Set<String> submitted = references();
            submitted.removeAll(before);
            assertThat(submitted).as("round " + round).hasSize(1);
        }
    }

    @Test
    final void anApplicationThatIsSentManyTimesAtOnceIsOneAndOthersHaveNumbersOfTheirOwn() {
        List<String> numbers = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < MANY / 2; i++) {
            numbers.add(bench.number(channel.numberPrefix() + "20261123"));
            accounts.add(fixture.account(Long.parseLong(bench.number("800000"))));
        }
        AtOnce.each(
                MANY,
                number -> tried(() -> adapter.accounts()
                        .submit(application(numbers.get(number / 2), accounts.get(number / 2), Map.of()))));
        List<String> references = desk.applications().stream()
                .filter(known -> numbers.contains(known.no()) || accounts.contains(known.value("account")))
                .map(Application::reference)
                .toList();
        assertThat(references).doesNotHaveDuplicates().hasSize(numbers.size());
    }

    // connections

    /** Servers and firewalls close what lies idle, and do not say so. */
    @Test
    final void aQuestionThatMeetsAConnectionWhichDiedIdleIsAskedAgain() {
        DeductionOrder order = charged();
        try (ClosingFront front = new ClosingFront(bench.server.url())) {
            ChannelAdapter asking = DemoAdapters.behind(bench, channel, front);
            for (int asked = 1; asked <= 3; asked++) {
                assertThat(asking.charges().deduction(order)).isInstanceOf(Succeeded.class);
                assertThat(asking.vehicles().agreement(registered(), plate))
                        .isInstanceOf(cn.citybrain.parking.onboarding.channel.vehicle.Agreement.Signed.class);
                assertThat(asking.lots().state(registered())).isInstanceOf(LotState.Registered.class);
            }
            assertThat(front.requests()).as("each is answered once").isEqualTo(9);
        }
    }

    @Test
    final void aDeductionDoesNotMeetAConnectionWhichDiedIdleAndIsSentOnce() {
        DeductionOrder order = parked();
        try (ClosingFront front = new ClosingFront(bench.server.url())) {
            ChannelAdapter asking = DemoAdapters.behind(bench, channel, front);
            asking.vehicles().agreement(registered(), plate);
            assertThat(asking.charges().deduct(order)).isInstanceOfAny(Succeeded.class, Pending.class);
        }
        bench.clock.advance(Duration.ofSeconds(30));
        assertCharged(order);
        assertThat(bench.keptNumbers()).containsExactly(order.outTradeNo());
    }

    // the channel's numbers

    @Test
    final void ourNumberNeverStandsForTheChannels() {
        DeductionOrder order = parked();
        DeductionResult answered = adapter.charges().deduct(order);
        bench.clock.advance(Duration.ofSeconds(30));
        String number = bench.server.part(Ledger.class).entries().stream()
                .filter(entry -> entry.tradeNo().equals(order.outTradeNo()))
                .map(LedgerEntry::channelNo)
                .findFirst()
                .orElseThrow();
        if (answered instanceof Succeeded success) {
            assertThat(success.transactionNo()).isIn("", number);
        }
        ChannelNotice.DeductionDecided told =
                (ChannelNotice.DeductionDecided) adapter.callbacks().read(callback(order));
        assertThat(((Succeeded) told.result()).transactionNo()).isEqualTo(number);

        RefundOrder refund = refund(order);
        assertThat(adapter.charges().refund(refund))
                .isInstanceOfSatisfying(RefundResult.Refunded.class, back -> assertThat(back.refundId())
                        .isNotEqualTo(refund.outRefundNo())
                        .isNotEqualTo(order.outTradeNo()));
    }

    // callbacks

    @Test
    final void aCallbackTellsWhatTheQueryTellsAndNamesNobody() {
        DeductionOrder order = charged();
        CallbackRequest callback = callback(order);
        assertThat(callback.path()).startsWith("/callbacks/" + channel.code());
        assertThat(adapter.callbacks().read(callback))
                .isInstanceOfSatisfying(ChannelNotice.DeductionDecided.class, notice -> {
                    assertThat(notice.outTradeNo()).isEqualTo(order.outTradeNo());
                    assertThat(notice.result()).isInstanceOfSatisfying(Succeeded.class, told -> assertThat(
                                    told.facts().amount())
                            .isEqualTo(FEE));
                    assertThat(notice.id() + notice.evidence()).doesNotContain(plate.number());
                    assertThat(notice.id())
                            .isEqualTo(adapter.callbacks().read(callback).id());
                });
    }

    @Test
    final void aCallbackThatWasChangedOrSignedBySomebodyElseIsRefused() {
        CallbackRequest genuine = callback(charged());
        String body = new String(genuine.body(), StandardCharsets.UTF_8);
        for (String forged : List.of(otherDigit(body), body.substring(0, body.length() / 2), body + "&a=1")) {
            assertRefused(genuine.path(), genuine.headers(), forged);
        }

        DeductionOrder order = parked();
        desk.plan(Fault.once("NOTIFY", Kind.NOTICE_WRONG_SIGNATURE));
        adapter.charges().deduct(order);
        CallbackRequest forged = callback(order);
        assertThatThrownBy(() -> adapter.callbacks().read(forged)).isInstanceOf(InvalidCallback.class);
    }

    @Test
    final void anOldCallbackIsRefusedOrTheSameAsBefore() {
        CallbackRequest callback = callback(charged());
        String id = adapter.callbacks().read(callback).id();
        bench.clock.advance(Duration.ofDays(2));
        if (fixture.datesCallbacks()) {
            assertThatThrownBy(() -> adapter.callbacks().read(callback)).isInstanceOf(InvalidCallback.class);
        } else {
            assertThat(adapter.callbacks().read(callback).id()).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "=&=", "a=1&a=2", "sign=%zz", "\u0000\uffff"})
    final void aCallbackThatNobodyCanReadIsRefused(String body) {
        assertRefused("/callbacks/" + channel.code(), Map.of("content-type", "application/json"), body);
    }

    @ParameterizedTest
    @EnumSource
    final void aCallbackIsAnsweredInTheChannelsOwnWay(Outcome outcome) {
        CallbackAnswer answer = adapter.callbacks().answer(callback(charged()), outcome);
        assertThat(fixture.answer(outcome).fits(answer.status(), answer.body()))
                .as("%s is answered %s, wanted %s", outcome, answer, fixture.answer(outcome))
                .isTrue();
    }

    // the wire

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"HOLD", "DONE_THEN_HOLD"})
    final void aChannelThatDoesNotAnswerIsNotWaitedFor(Kind kind) {
        DeductionOrder order = parked();
        ChannelAdapter impatient = DemoAdapters.impatient(bench, channel);
        desk.plan(Fault.once("DEDUCT", kind).holding(3_000));
        long sent = System.nanoTime();
        assertThat(tried(() -> impatient.charges().deduct(order))).isInstanceOf(Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofMillis(2_500));
    }

    @Test
    final void nothingThatIsLoggedOrThrownNamesAPlateAnAccountOrAPerson(CapturedOutput log) {
        List<String> said = new ArrayList<>();
        MerchantApplication application = application(Map.of());
        for (String operation : List.of("SUBMIT", "REVIEW", "DEDUCT", "QUERY", "REFUND")) {
            for (Kind kind : List.of(Kind.CUT, Kind.GARBAGE, Kind.WRONG_SIGNATURE)) {
                desk.plan(Fault.once(operation, kind));
            }
        }
        DeductionOrder order = parked();
        for (int again = 0; again < 4; again++) {
            said.add(complaint(() -> adapter.accounts().submit(application)));
            said.add(complaint(() -> adapter.accounts().review(no)));
            said.add(complaint(() -> adapter.charges().deduct(order)));
            said.add(complaint(() -> adapter.charges().deduction(order)));
            said.add(complaint(() -> adapter.charges().refund(refund(order))));
        }
        desk.dropAllFaults();
        said.add(complaint(() -> adapter.callbacks().read(callback(order))));
        for (String text : List.of(log.getAll(), said.toString())) {
            assertThat(text).doesNotContain(plate.number(), plate.payerId(), account);
            application.fields().forEach((key, value) -> {
                if (key.matches("mobilePhone|idCardNumber|accountNumber|contactEmail|legalPerson|contactName")) {
                    assertThat(text).as(key).doesNotContain(value);
                }
            });
        }
    }

    // by hand

    /** The whole form as the channel gets it, with some values changed. */
    private MerchantApplication application(Map<String, String> changes) {
        return application(no, account, changes);
    }

    private MerchantApplication application(String number, String receiving, Map<String, String> changes) {
        Map<String, String> fields = new HashMap<>();
        Set<String> papers = new HashSet<>();
        fixture.forms(new Applicant(MERCHANT, receiving, number, List.of(new Applicant.Lot("330106001", "西湖停车场"))))
                .values()
                .forEach(form -> {
                    fields.putAll(form.values());
                    papers.addAll(form.papers());
                });
        fields.putAll(changes);
        return new MerchantApplication(
                number, fields, papers.stream().map(ChannelContractTest::paper).toList());
    }

    private static Paper paper(String key) {
        byte[] content = new byte[8 * 1024];
        content[0] = (byte) 0xff;
        content[1] = (byte) 0xd8;
        return new Paper(key, "doc-" + key, (smallest, largest) -> content);
    }

    /** Oldest first; a channel that is not told our number knows the merchant's account. */
    private List<Application> atTheChannel() {
        return desk.applications().stream()
                .filter(known -> known.no().equals(no) || known.value("account").equals(account))
                .toList();
    }

    private boolean hasNextStep() {
        return desk.actions(newest()).stream().anyMatch(action -> action.kind() == Action.Kind.NEXT);
    }

    private Application newest() {
        List<Application> known = atTheChannel();
        return known.get(known.size() - 1);
    }

    private LotRegistration lot() {
        desk.adopt(merchantNo, MERCHANT.name(), Map.of());
        return bench.lot(merchantNo, fixture.devices("330106001"));
    }

    private Set<String> references() {
        Set<String> references = new HashSet<>();
        desk.lots().forEach(lot -> references.add(lot.reference()));
        return references;
    }

    private void consent(String reference) {
        desk.lots().stream()
                .filter(lot -> lot.reference().equals(reference) && lot.state() == Lot.State.AUDITING)
                .forEach(lot -> desk.passLot(reference));
    }

    /** A lot that the channel has consented to. */
    private LotRegistration registered() {
        if (registered == null) {
            LotRegistration asked = lot();
            Set<String> before = references();
            adapter.lots().register(asked);
            Set<String> submitted = references();
            submitted.removeAll(before);
            submitted.forEach(this::consent);
            LotState.Registered consent = (LotState.Registered) adapter.lots().state(asked);
            registered = new LotRegistration(
                    asked.bindingId(), merchantNo, asked.lot(), consent.reference(), consent.channelLotId());
        }
        return registered;
    }

    private void agree(String state) {
        desk.setAgreement(new Agreement(plate.number(), "", "", state));
    }

    /** The channel's number of a visit that it would charge for: empty where it wants no word of entries. */
    private static Optional<String> admitted(EntryResult entered) {
        if (entered instanceof EntryResult.Admitted admitted) {
            return Optional.of(admitted.reference());
        }
        return entered instanceof EntryResult.NotNeeded ? Optional.of("") : Optional.empty();
    }

    /** A vehicle that has left and owes 15 yuan. */
    private DeductionOrder parked() {
        return parked(plate);
    }

    private DeductionOrder parked(Plate vehicle) {
        Visit visit = bench.visit(registered(), vehicle);
        return bench.order(visit, admitted(adapter.vehicles().entered(visit)).orElseThrow());
    }

    private DeductionOrder charged() {
        DeductionOrder order = parked();
        adapter.charges().deduct(order);
        bench.clock.advance(Duration.ofSeconds(30));
        assertCharged(order);
        return order;
    }

    private RefundOrder refund(DeductionOrder order) {
        String transaction =
                adapter.charges().deduction(order) instanceof Succeeded charge ? charge.transactionNo() : "";
        return new RefundOrder(bench.number("RF"), order, transaction, FEE, FEE, "测试扣款退款");
    }

    private CallbackRequest callback(DeductionOrder order) {
        return bench.delivered(desk, order.outTradeNo()).get(0);
    }

    private void assertCharged(DeductionOrder order) {
        assertThat(adapter.charges().deduction(order)).isInstanceOfSatisfying(Succeeded.class, success -> assertThat(
                        success.facts().amount())
                .isEqualTo(FEE));
        assertThat(bench.charged(order.outTradeNo())).containsExactly(FEE);
    }

    private void assertRefused(String path, Map<String, String> headers, String body) {
        CallbackRequest request = new CallbackRequest(path, headers, body.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> adapter.callbacks().read(request)).as(body).isInstanceOf(InvalidCallback.class);
    }

    private static String otherDigit(String body) {
        int at = body.indexOf('5') < 0 ? body.indexOf('1') : body.indexOf('5');
        return body.substring(0, at) + '9' + body.substring(at + 1);
    }

    /** Everything that the channel moved for the plate, in 分 each. */
    private List<Integer> moved(LedgerEntry.Kind kind) {
        return bench.server.part(Ledger.class).entries().stream()
                .filter(entry -> entry.kind() == kind && entry.account().equals(merchantNo))
                .map(LedgerEntry::amount)
                .toList();
    }

    /** A technical failure leaves everything open. */
    private static Object tried(Supplier<?> call) {
        try {
            return call.get();
        } catch (ChannelException unclear) {
            return new Unknown(unclear.getMessage());
        }
    }

    /** What a call says when it does not succeed. */
    private static String complaint(Supplier<?> call) {
        try {
            Object result = call.get();
            return result instanceof Unknown || result instanceof RefundResult ? result.toString() : "";
        } catch (RuntimeException failure) {
            return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                    .map(Throwable::toString)
                    .toList()
                    .toString();
        }
    }
}
