package cn.citybrain.parking.onboarding.channel.cmb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelContractTest;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.ContractBench;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.TestLines;
import cn.citybrain.parking.onboarding.channel.TestReferences;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.ChargedFacts;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Failed;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.NeverSeen;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Pending;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.ExitResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.channel.wire.Deadlines;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application.Complaint;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import cn.citybrain.parking.onboarding.simulator.cmb.CmbOperation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** China Merchants Bank's adapter against its simulator over HTTP: the contract, and what its protocol has besides. */
class CmbContractTest extends ChannelContractTest {

    private static final String MERCHANT = "308999170129999";

    private final ContractBench bench = ContractBench.shared();
    private final ChannelDesk bank = bench.desk("cmb");
    private final ChannelReferences references = TestReferences.create(bench.clock);
    private final ChannelAdapter adapter = adapter("demo-only-merchant-private-key.txt", Duration.ofSeconds(10));
    private final LotRegistration lot;
    private final Plate plate = bench.plate();

    CmbContractTest() {
        super(Channel.CMB);
        bank.adopt(MERCHANT, "合同测试停车有限公司", Map.of());
        lot = registered();
    }

    private CmbSettings settings(String privateKey, Duration read) {
        return settings(privateKey, read, "wxde30000000000308");
    }

    private CmbSettings settings(String privateKey, Duration read, String authAppid) {
        return new CmbSettings(
                bench.server.url() + "/sim/cmb",
                "de300000-0000-4000-8000-000000000308",
                "demo-only-cmb-secret",
                new ClassPathResource("demo/cmb/" + privateKey),
                new ClassPathResource("demo/cmb/demo-only-bank-public-key.txt"),
                authAppid,
                "127.0.0.1",
                "https://onboarding.example",
                new Deadlines(Duration.ofSeconds(3), read, Duration.ofSeconds(20)));
    }

    private ChannelAdapter adapter(String privateKey, Duration read) {
        return new CmbConfiguration()
                .cmbAdapter(settings(privateKey, read), references, TestLines.patient(bench.kept::add), bench.clock);
    }

    private LotRegistration registered() {
        LotRegistration asked = bench.lot(MERCHANT, List.of());
        assertThat(adapter.lots().register(asked)).isEqualTo(new LotState.Pending("L" + asked.bindingId()));
        bank.passLot(store(asked));
        LotState.Registered consent = (LotState.Registered) adapter.lots().state(asked);
        return new LotRegistration(
                asked.bindingId(), MERCHANT, asked.lot(), consent.reference(), consent.channelLotId());
    }

    private String store(LotRegistration asked) {
        return bank.lots().stream()
                .filter(known -> known.outNo().equals("L" + asked.bindingId()))
                .findFirst()
                .orElseThrow()
                .reference();
    }

    private DeductionOrder parked(Plate vehicle) {
        var visit = bench.visit(lot, vehicle);
        return bench.order(visit, "");
    }

    /** The contract has no kind of document: what it cannot carry goes on paper, and nothing is sent. */
    @ParameterizedTest
    @ValueSource(strings = {"OVERSEA_PASSPORT", "TAIWAN_RESIDENT"})
    void aLegalPersonWithoutAnIdentityCardIsHandedOverByPeople(String kind) {
        MerchantApplication asked = application(bench.number("ZS20261123"));
        Map<String, String> fields = new HashMap<>(asked.fields());
        fields.put("legalIdKind", kind);
        MerchantApplication other = new MerchantApplication(asked.applicationNo(), fields, asked.papers());

        assertThat(adapter.accounts().submit(other))
                .isInstanceOfSatisfying(
                        ByHand.class, byHand -> assertThat(byHand.how()).contains("线下办理"));
        assertThat(bank.application(asked.applicationNo())).isEmpty();
        assertThat(adapter.accounts().submit(asked)).isInstanceOf(SubmitResult.Submitted.class);
    }

    private void fault(CmbOperation operation, Kind kind, String code, String match) {
        bank.plan(
                Fault.once(operation, kind).answering(0, code, "").holding(1500).matching(match));
    }

    // signature

    @Test
    void joinsAndDigestsAsTheWorkedExamplesSay() throws Exception {
        String text = CmbWire.joined(Map.of(
                "version", "0.0.1",
                "encoding", "UTF-8",
                "signMethod", "02",
                "biz_content", "{\"merId\":\"308\",\"orderId\":\"D1\"}",
                "sign", "x"));
        assertThat(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("1859f18380e4223fe1127af0ecb6a2672edf9b0e50d1d5a9eb74cf4fa8f17f12");
        assertThat(CmbWire.digest("APP1", "SEC1", "c2ln", "1763856000")).isEqualTo("45b008efc7cfc387870ad518f6732a49");
    }

    @Test
    void signsInDerUnderTheBanksUserIdAndDoesNotTakeItsOwnSignatureForTheBanks() {
        CmbKeys keys = new CmbKeys(settings("demo-only-merchant-private-key.txt", Duration.ofSeconds(1)));
        String sign = keys.sign("a=1");
        assertThat(java.util.Base64.getDecoder().decode(sign)[0]).isEqualTo((byte) 0x30);
        assertThat(keys.genuine("a=1", sign)).isFalse();
        CmbKeys banks = new CmbKeys(settings("demo-only-bank-private-key.txt", Duration.ofSeconds(1)));
        assertThat(banks.genuine("a=1", banks.sign("a=1"))).isTrue();
        assertThat(banks.genuine("a=2", banks.sign("a=1"))).isFalse();
        assertThat(banks.genuine("a=1", "###")).isFalse();
    }

    // applications

    private MerchantApplication application(String no) {
        return new MerchantApplication(
                no,
                Map.ofEntries(
                        Map.entry("merchantName", "杭州湖滨停车管理有限公司"),
                        Map.entry("merchantShortname", "湖滨停车"),
                        Map.entry("licenceNumber", "91330102765432101R"),
                        Map.entry("legalPerson", "林晓湖"),
                        Map.entry("idCardNumber", "330106198001010013"),
                        Map.entry("contactName", "林晓湖"),
                        Map.entry("mobilePhone", "13800000000"),
                        Map.entry("accountNumber", "1202000000000000001"),
                        Map.entry("bankBranchId", "308331012345"),
                        Map.entry("storeName", "湖滨银泰停车场"),
                        Map.entry("storeAddress", "杭州市上城区东坡路7号"),
                        Map.entry("spaceCount", "420")),
                List.of());
    }

    @Test
    void anApplicationGoesOverTheVisitIntoTheNetwork() {
        String no = bench.number("ZS20261123");
        assertThat(adapter.accounts().submit(application(no))).isEqualTo(new SubmitResult.Submitted(""));
        assertThat(adapter.accounts().submit(application(no))).isEqualTo(new SubmitResult.Submitted(""));
        assertThat(bank.application(no).orElseThrow().value("settleAccount")).isEqualTo("1202000000000000001");
        assertThat(adapter.accounts().review(no)).isInstanceOf(ReviewResult.AwaitingVisit.class);
        bank.command(no, "visit", Map.of("date", "2026-12-01", "contact", "吴晨 0571-88000044"));
        assertThat(adapter.accounts().review(no))
                .isEqualTo(new ReviewResult.VisitScheduled(
                        Instant.parse("2026-12-01T02:00:00Z"), "吴晨 0571-88000044", "银行已预约上门签约"));
        assertThat(adapter.callbacks().read(bench.delivered(bank, no).get(0)))
                .isInstanceOfSatisfying(ChannelNotice.ReviewMoved.class, notice -> assertThat(notice.applicationNo())
                        .isEqualTo(no));
        bank.advance(no);
        assertThat(adapter.accounts().review(no))
                .isEqualTo(new ReviewResult.Approved(
                        bank.application(no).orElseThrow().account()));
    }

    @Test
    void aRejectionNamesOurFieldsAndIsReplaced() {
        String no = bench.number("ZS20261123");
        adapter.accounts().submit(application(no));
        bank.refuse(
                no, List.of(new Complaint("legalIdNo", "身份证号码", "号码有误"), new Complaint("stamp", "公章", "不清楚")), "资料不符");
        assertThat(adapter.accounts().review(no))
                .isEqualTo(new ReviewResult.Rejected(
                        List.of(new FieldIssue("idCardNumber", "号码有误"), new FieldIssue("", "不清楚")), "资料不符"));
        adapter.accounts().submit(application(no));
        assertThat(adapter.accounts().review(no)).isInstanceOf(ReviewResult.AwaitingVisit.class);
        bank.command(no, "close", Map.of());
        assertThat(adapter.accounts().review(no)).isEqualTo(new ReviewResult.Closed("银行终止了申请"));
    }

    @Test
    void aFieldThatTheBankRefusesComesBackByItsKey() {
        String no = bench.number("ZS20261123");
        fault(CmbOperation.SUBMIT, Kind.REFUSE, "LICENSENO_NOT_LAWFUL", "");
        assertThat(adapter.accounts().submit(application(no)))
                .isInstanceOfSatisfying(SubmitResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .extracting(FieldIssue::fieldKey)
                        .containsExactly("licenceNumber"));
    }

    @Test
    void aLotIsRefusedInWordsOrForItsName() {
        LotRegistration asked = bench.lot(MERCHANT, List.of());
        adapter.lots().register(asked);
        bank.refuseLot(store(asked), "地址不详");
        assertThat(adapter.lots().state(asked)).isEqualTo(new LotState.Refused("地址不详"));
        assertThat(adapter.lots().register(asked)).isInstanceOf(LotState.Pending.class);

        var tooLong = new LotRegistration.Lot("1", "长".repeat(33), "某处", 1, "", "", "", List.of());
        assertThat(adapter.lots().register(new LotRegistration(1, MERCHANT, tooLong, "", "")))
                .isInstanceOf(LotState.Refused.class);
        assertThat(adapter.lots().register(bench.lot("308000000000000", List.of())))
                .isInstanceOf(LotState.Refused.class);
    }

    // money

    @ParameterizedTest
    @CsvSource({"UNSIGNED", "PAUSED", "DEBT"})
    void anOwnerWithoutContractIsNotCharged(String state) {
        DeductionOrder order = parked(plate);
        bank.setAgreement(
                new cn.citybrain.parking.onboarding.simulator.channel.book.Agreement(plate.number(), "", "", state));
        assertThat(adapter.vehicles().agreement(lot, plate)).isInstanceOf(Agreement.NotSigned.class);
        assertThat(adapter.charges().deduct(order)).isInstanceOf(Failed.class);
        assertThat(bench.charged(order.outTradeNo())).isEmpty();
    }

    /** Those of the bank's payscore query as well, which the simulator does not send. */
    @ParameterizedTest
    @CsvSource({
        "SIGNED,Signed",
        "AVAILABLE,Signed",
        "UNSIGNED,NotSigned",
        "UNAVAILABLE,NotSigned",
        "UNBINDUSER,NotSigned",
        "PAUSED,NotSigned",
        "DEBT,NotSigned",
        "SOMETHING_NEW,Undeterminable",
        "'',Undeterminable"
    })
    void everyStateOfAContractHasItsMeaning(String state, String meaning) {
        CmbVehicles.Contract contract = new CmbVehicles.Contract(state, "PC1", "", "");
        assertThat(contract.agreement().getClass().getSimpleName()).isEqualTo(meaning);
        assertThat(contract.signed()).isEqualTo(meaning.equals("Signed"));
    }

    @Test
    void isToldOfNoEntryAndNoExit() {
        Visit visit = bench.visit(lot, plate);
        assertThat(adapter.vehicles().entered(visit)).isEqualTo(new EntryResult.NotNeeded());
        assertThat(adapter.vehicles().left(visit)).isEqualTo(new ExitResult.NotNeeded());
    }

    @Test
    void whatTheBankHasNoCallForIsDoneByHand() {
        assertThat(adapter.accounts().signState("308")).isEqualTo(new SignState.NotAsked());
        assertThat(adapter.accounts().withdraw("ZS1"))
                .isInstanceOfSatisfying(
                        ByHand.class, byHand -> assertThat(byHand.how()).contains("ZS1"));
        assertThat(adapter.lots().withdraw(lot)).isInstanceOfSatisfying(ByHand.class, byHand -> assertThat(byHand.how())
                .contains(lot.reference()));
        assertThat(adapter.lots().withdraw(bench.lot(MERCHANT, List.of()))).isInstanceOf(Withdrawal.NotNeeded.class);
    }

    @Test
    void aChargeIsAcceptedFirstAndTheQueryTells() {
        DeductionOrder order = parked(plate);
        assertThat(adapter.charges().deduct(order)).isEqualTo(new Pending());
        assertThat(adapter.charges().deduction(order)).isInstanceOfSatisfying(Succeeded.class, success -> {
            assertThat(success.transactionNo()).startsWith("CMB");
            assertThat(success.facts().amount()).isEqualTo(1500);
            assertThat(success.facts().channelAccount()).isEqualTo(MERCHANT);
        });
        assertThat(adapter.charges().deduct(order)).isInstanceOf(Unknown.class);
        assertThat(bench.charged(order.outTradeNo())).containsExactly(1500);
    }

    /** The bank demands it where vehicles are concerned. */
    @Test
    void everyDebitNamesTheAppUnderWhichTheOwnerAuthorisedIt() {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        assertThat(bench.keptText()).contains("auth_appid", "wxde30000000000308", "authOpenid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wx-another-app"})
    void aDebitWithoutTheRightAppIsRefusedAndChargesNothing(String appid) {
        DeductionOrder order = parked(plate);
        ChannelAdapter other = new CmbConfiguration()
                .cmbAdapter(
                        settings("demo-only-merchant-private-key.txt", Duration.ofSeconds(10), appid),
                        references,
                        TestLines.patient(bench.kept::add),
                        bench.clock);
        assertThat(other.charges().deduct(order))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.code()).isEqualTo("AUTH_APPID_NOT_LAWFUL"));
        assertThat(bench.charged(order.outTradeNo())).isEmpty();
    }

    @Test
    void whatTheBankRepeatsOfVehicleAndVisitIsComparedToo() {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        ChargedFacts facts = ((Succeeded) adapter.charges().deduction(order)).facts();
        assertThat(facts.plateNumber()).isEqualTo(plate.number());
        assertThat(facts.lotName()).isEqualTo(lot.lotName());
        assertThat(facts.enteredAt()).isEqualTo(order.visit().enteredAt().truncatedTo(ChronoUnit.SECONDS));
        assertThat(facts.leftAt()).isEqualTo(order.visit().leftAt().truncatedTo(ChronoUnit.SECONDS));
        assertThat(EchoedScene.of("{not json")).isEqualTo(EchoedScene.of(""));
        assertThat(EchoedScene.of("{\"scene_info\":{\"parking_info\":{\"start_time\":\"yesterday\"}}}"))
                .isEqualTo(EchoedScene.of(""));
    }

    /** The bank answers queries for fifteen days: afterwards its "no such order" says nothing. */
    @Test
    void anOldOrderThatTheBankNoLongerKnowsIsNotTakenForOneThatNeverWas() {
        DeductionOrder order = parked(plate);
        fault(CmbOperation.QUERY, Kind.REFUSE, "R:CMB_ORDERID_NOT_EXIST", order.outTradeNo());
        bench.clock.advance(Duration.ofDays(14));
        assertThat(adapter.charges().deduction(order)).isEqualTo(new NeverSeen());
        fault(CmbOperation.QUERY, Kind.REFUSE, "R:CMB_ORDERID_NOT_EXIST", order.outTradeNo());
        bench.clock.advance(Duration.ofDays(2));
        assertThat(adapter.charges().deduction(order)).isInstanceOf(Unknown.class);
    }

    /** Errors with a code of the protocol; whatever else becomes of an answer, the contract tries. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"REFUSE", "REFUSE_UNSIGNED", "DONE_THEN_ERROR"})
    void nothingIsConcludedFromABrokenAnswer(Kind kind) {
        DeductionOrder order = parked(plate);
        fault(CmbOperation.DEDUCT, kind, "SYSTERM_ERROR", order.outTradeNo());
        assertThat(charge(order)).isInstanceOf(Unknown.class);

        bench.clock.advance(Duration.ofMinutes(2));
        boolean charged = !bench.charged(order.outTradeNo()).isEmpty();
        assertThat(adapter.charges().deduction(order)).isInstanceOf(charged ? Succeeded.class : NeverSeen.class);
        adapter.charges().deduct(order);
        assertThat(bench.charged(order.outTradeNo())).containsExactly(1500);
    }

    private DeductionResult charge(DeductionOrder order) {
        try {
            return adapter.charges().deduct(order);
        } catch (ChannelException unclear) {
            return new Unknown(unclear.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SIGN_ERROR,Failed",
        "VERSION_ERROR,Failed",
        "ENCODING_ERROR,Failed",
        "SIGNMETHOD_ERROR,Failed",
        "POST_DATA_EMPTY,Failed",
        "UNDEFINED_PRAM,Failed",
        "JSON_FORMAT_ERROR,Failed",
        "TXNAMT_NOT_LAWFUL,Failed",
        "MERID_NOT_EXIST,Failed",
        "SYSTERM_ERROR,Unknown",
        "SYSTERM_MAINTAINING,Unknown",
        "R:ORDERID_DUPLICATION,Unknown",
        "R:ORDER_PAID,Unknown",
        "R:AMT_MISMATCHED_ORDER,Failed",
        "R:USERID_CHECK_FAILED,Failed",
        "R:USERID_NOT_EXIST,Failed",
        "R:MERID_MISMATCHED_ORDER,Failed",
        "R:TRADEAMOUNT_LIMITED,Failed",
        "R:MCH_DAILY_QUOTA_EXCEED,Failed",
        "R:OPERATING_FREQUENTLY,Unknown",
        "R:NOT_ENOUGH,Failed",
        "R:NOT_ALLOWED,Failed",
        "R:SOMETHING_NEW,Unknown",
        "R:SYSTERM_ERROR,Unknown"
    })
    void everyCodeOfADebitHasItsOutcome(String code, String outcome) {
        DeductionOrder order = parked(plate);
        fault(CmbOperation.DEDUCT, Kind.REFUSE, code, order.outTradeNo());
        assertThat(adapter.charges().deduct(order).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "SYSTERM_ERROR,Unknown",
        "SIGN_ERROR,Unknown",
        "R:USERID_CHECK_FAILED,Unknown",
        "R:OPERATING_FREQUENTLY,Unknown",
        "R:CMBORDERID_NOT_EXIST,NeverSeen",
        "R:UNPAIED_ORDER,NeverSeen",
        "R:CMB_ORDERID_NOT_EXIST,NeverSeen",
        "R:ORDERID_INVALID,Failed"
    })
    void aFailedQuerySaysNothingExceptThatThereIsNoOrder(String code, String outcome) {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        fault(CmbOperation.QUERY, Kind.REFUSE, code, order.outTradeNo());
        assertThat(adapter.charges().deduction(order).getClass().getSimpleName())
                .isEqualTo(outcome);
        assertThat(adapter.charges().deduction(order)).isInstanceOf(Succeeded.class);
    }

    /** The generic query's states as well; the simulator's query knows P, S, F and R. */
    @ParameterizedTest
    @CsvSource({
        "P,'',Pending",
        "S,'',Succeeded",
        "S,OT_DEBT,Succeeded",
        "S,NOT_DEBT,Succeeded",
        "S,DEBT,Succeeded",
        "S,REPAYMENT,Succeeded",
        "R,'',Succeeded",
        "F,'',Failed",
        "C,'',Failed",
        "D,'',Failed",
        "X,'',Unknown",
        "'','',Unknown"
    })
    void everyStateOfATradeHasItsOutcomeWhateverTheOwnerOwes(String state, String debt, String outcome) {
        Map<String, String> said = Map.of(
                "orderId", "TD1",
                "tradeState", state,
                "debtState", debt,
                "cmbOrderId", "CMB1",
                "merId", MERCHANT,
                "txnAmt", "1500",
                "txnTime", "20261123090000");
        assertThat(CmbCharges.state("TD1", name -> said.getOrDefault(name, ""))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(outcome);
        assertThat(CmbCharges.state("TD2", name -> said.getOrDefault(name, ""))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SYSTERM_ERROR,Unknown",
        "SYSTERM_MAINTAINING,Unknown",
        "SIGN_ERROR,Failed",
        "R:OPERATING_FREQUENTLY,Unknown",
        "R:ORDERID_DUPLICATION,Unknown",
        "R:REFUND_AMT_EXCEED,Failed",
        "R:ORDER_NOT_PAID,Failed",
        "R:SOMETHING_NEW,Unknown"
    })
    void everyCodeOfARefundHasItsOutcome(String code, String outcome) {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        RefundOrder refund = new RefundOrder(bench.number("RF"), order, "", 1500, 1500, "测试扣款退款");
        fault(CmbOperation.REFUND, Kind.REFUSE, code, refund.outRefundNo());
        assertThat(adapter.charges().refund(refund).getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(bench.refunded(refund.outRefundNo())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SYSTERM_ERROR,",
        "SYSTERM_MAINTAINING,",
        "SIGN_ERROR,",
        "R:OPERATING_FREQUENTLY,",
        "STORENAME_NOT_LAWFUL,Refused",
        "MERID_NOT_EXIST,Refused",
        "R:NOT_ALLOWED,Refused"
    })
    void everyCodeOfALotHasItsOutcomeAndNoneMeansAgain(String code, String outcome) {
        LotRegistration asked = bench.lot(MERCHANT, List.of());
        fault(CmbOperation.LOT_SUBMIT, Kind.REFUSE, code, "L" + asked.bindingId());
        if (outcome == null) {
            assertThatThrownBy(() -> adapter.lots().register(asked)).isInstanceOf(ChannelException.class);
            assertThat(adapter.lots().register(asked)).isInstanceOf(LotState.Pending.class);
        } else {
            assertThat(adapter.lots().register(asked).getClass().getSimpleName())
                    .isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({"SYSTERM_ERROR", "SIGN_ERROR", "MERID_NOT_EXIST", "R:NOT_ALLOWED"})
    void anAgreementThatTheBankDoesNotTellIsNotDeterminable(String code) {
        DeductionOrder order = parked(plate);
        fault(CmbOperation.AGREEMENT, Kind.REFUSE, code, plate.number());
        assertThat(adapter.vehicles().agreement(lot, plate)).isInstanceOf(Agreement.Undeterminable.class);
        fault(CmbOperation.AGREEMENT, Kind.REFUSE, code, plate.number());
        assertThat(adapter.charges().deduct(order)).isInstanceOf(Unknown.class);
        assertThat(bench.charged(order.outTradeNo())).isEmpty();
    }

    @Test
    void aFailureIsToldByTheQuery() {
        DeductionOrder order = parked(plate);
        fault(CmbOperation.DEDUCT, Kind.DECIDE_LATER, "", order.outTradeNo());
        assertThat(adapter.charges().deduct(order)).isEqualTo(new Pending());
        bank.decide(order.outTradeNo(), false, "NOT_ENOUGH", "余额不足");
        assertThat(adapter.charges().deduction(order)).isEqualTo(new Failed("NOT_ENOUGH", "余额不足"));
        assertThat(bench.delivered(bank, order.outTradeNo())).isEmpty();
    }

    @Test
    void refundsOnceAndNeverMoreThanWasCharged() {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        RefundOrder refund = new RefundOrder(bench.number("RF"), order, "", 1500, 1500, "测试扣款退款");
        assertThat(adapter.charges().refundState(refund)).isInstanceOf(RefundResult.Unknown.class);
        RefundResult done = adapter.charges().refund(refund);
        assertThat(done).isInstanceOf(RefundResult.Refunded.class);
        assertThat(adapter.charges().refund(refund)).isEqualTo(done);
        assertThat(adapter.charges().refundState(refund)).isEqualTo(done);
        assertThat(bench.refunded(refund.outRefundNo())).containsExactly(1500);
        assertThat(bench.keptNumbers()).containsExactly(order.outTradeNo(), refund.outRefundNo(), refund.outRefundNo());
        assertThat(bench.keptText()).contains("\"sign\":", order.outTradeNo());
        assertThat(adapter.charges().refund(new RefundOrder(bench.number("RF"), order, "", 1, 1500, "再退")))
                .isInstanceOf(RefundResult.Failed.class);
        assertThat(adapter.charges().deduction(order)).isInstanceOf(Succeeded.class);
    }

    @Test
    void aRefundCanStayPendingForDays() {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        RefundOrder refund = new RefundOrder(bench.number("RF"), order, "", 1500, 1500, "测试扣款退款");
        fault(CmbOperation.REFUND, Kind.DECIDE_LATER, "", refund.outRefundNo());
        assertThat(adapter.charges().refund(refund)).isEqualTo(new RefundResult.Pending());
        bank.decideRefund(refund.outRefundNo(), true);
        assertThat(adapter.charges().refundState(refund)).isInstanceOf(RefundResult.Refunded.class);
    }

    @Test
    void anotherKeyIsRefused() {
        ChannelAdapter stranger = adapter("demo-only-bank-private-key.txt", Duration.ofSeconds(10));
        DeductionOrder order = parked(plate);
        assertThat(stranger.charges().deduct(order)).isInstanceOf(Unknown.class);
        assertThat(bench.charged(order.outTradeNo())).isEmpty();
    }

    // notifications

    @Test
    void aNotificationTellsOfSuccessAndIsTakenForOurSignature() {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        bench.callbackBody = adapter.callbacks().answer(null, Outcome.TAKEN).body();
        CallbackRequest callback = bench.delivered(bank, order.outTradeNo()).get(0);
        assertThat(callback.path()).isEqualTo("/callbacks/cmb/payments");
        assertThat(adapter.callbacks().read(callback))
                .isInstanceOfSatisfying(ChannelNotice.DeductionDecided.class, notice -> {
                    assertThat(notice.outTradeNo()).isEqualTo(order.outTradeNo());
                    Succeeded asked = (Succeeded) adapter.charges().deduction(order);
                    assertThat(notice.result())
                            .isEqualTo(new Succeeded(
                                    asked.transactionNo(),
                                    asked.paidAt(),
                                    ChargedFacts.of(order.outTradeNo(), 1500, MERCHANT)));
                    assertThat(new String(callback.body(), StandardCharsets.UTF_8))
                            .doesNotContain("tradeState", "busiData", "errorType", "debtState", "acceptTime");
                    assertThat(notice.evidence()).doesNotContain(plate.number());
                });
        assertThat(bank.notices())
                .filteredOn(notice -> notice.content().contains(order.outTradeNo()))
                .allMatch(notice -> notice.taken());
    }

    @Test
    void aNotificationAnsweredWithoutSignatureComesAgain() {
        DeductionOrder order = parked(plate);
        adapter.charges().deduct(order);
        bench.callbackBody = "{\"returnCode\":\"SUCCESS\",\"respCode\":\"SUCCESS\"}";
        bench.delivered(bank, order.outTradeNo());
        assertThat(bank.notices())
                .filteredOn(notice -> notice.content().contains(order.outTradeNo()))
                .noneMatch(notice -> notice.taken());
    }

    @Test
    void aForgedNotificationIsRefused() {
        DeductionOrder order = parked(plate);
        fault(CmbOperation.NOTIFY, Kind.NOTICE_WRONG_SIGNATURE, "", order.outTradeNo());
        adapter.charges().deduct(order);
        CallbackRequest forged = bench.delivered(bank, order.outTradeNo()).get(0);
        assertThatThrownBy(() -> adapter.callbacks().read(forged)).isInstanceOf(InvalidCallback.class);
        assertThat(adapter.callbacks().answer(forged, Outcome.INVALID).body()).contains("\"returnCode\":\"FAIL\"");
        byte[] changed = new String(forged.body(), StandardCharsets.UTF_8)
                .replace("txnAmt=1500", "txnAmt=1501")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> adapter.callbacks().read(new CallbackRequest(forged.path(), Map.of(), changed)))
                .isInstanceOf(InvalidCallback.class);
    }
}
