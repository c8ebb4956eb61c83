package cn.citybrain.parking.onboarding.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayOperation;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application.Complaint;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import cn.citybrain.parking.onboarding.simulator.mail.MailCatcher;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications for 多费率代扣, adapter against simulator over HTTP. */
class SigningContractTest {

    private final SimulatedAlipay alipay = SimulatedAlipay.shared();
    private final String no = alipay.bench.number("ZF");
    private final MerchantApplication application = alipay.application(no, Map.of());

    private SubmitResult submit() {
        return alipay.adapter.accounts().submit(application);
    }

    private String submitted() {
        SubmitResult result = submit();
        assertThat(result).isInstanceOf(SubmitResult.Submitted.class);
        return ((SubmitResult.Submitted) result).reference();
    }

    private Application only() {
        assertThat(alipay.received(application)).hasSize(1);
        return alipay.received(application).get(0);
    }

    private ReviewResult force(String batchNo, String state) {
        alipay.desk.command(batchNo, "force", Map.of("state", state));
        return alipay.adapter.accounts().review(no);
    }

    // submit

    @Test
    void carriesEveryFieldAndPicture() {
        MerchantApplication whole = alipay.application(
                no,
                Map.of("licenceHasParkingFee", "false", "licencePeriodEnd", "2030-01-31"),
                List.of("licenceCopy", "feePaperCopy_3301060001", "storeEntrancePic"));
        SubmitResult.Submitted result =
                (SubmitResult.Submitted) alipay.adapter.accounts().submit(whole);

        Application received = only();
        assertThat(received.no()).isEqualTo(result.reference());
        assertThat(alipay.references.find(Channel.ALIPAY, no, "batchNo")).contains(received.no());
        assertThat(received.content())
                .containsEntry("account", whole.fields().get("alipayAccount"))
                .containsEntry("contact_name", "王建国")
                .containsEntry("contact_mobile", "13800001234")
                .containsEntry("contact_email", "finance@xihu-parking.example")
                .containsEntry("product_code", SimulatedAlipay.PRODUCT)
                .containsEntry("mcc_code", "A_A03_4582")
                .containsEntry("business_license_no", "91330102765432101R")
                .containsEntry("date_limitation", "2030-01-31")
                .containsEntry("shop_name", "西湖文化广场停车场")
                .containsEntry("shop_province_code", "330000")
                .containsEntry("shop_city_code", "330100")
                .containsEntry("shop_district_code", "330106")
                .containsEntry("shop_detail_address", "杭州市西湖区文三路 1 号");
        for (String picture : List.of("business_license_pic", "special_license_pic", "shop_sign_board_pic")) {
            assertThat(alipay.desk.media(received.value(picture)))
                    .as(picture)
                    .hasValueSatisfying(media ->
                            assertThat(media.fileName()).startsWith("doc-").endsWith(".jpg"));
        }
    }

    @Test
    void aLicenceThatSpeaksOfParkingFeesNeedsNoOther() {
        submitted();
        assertThat(only().content()).doesNotContainKey("special_license_pic");
        assertThat(only().content()).containsEntry("long_term", "true").doesNotContainKey("date_limitation");
    }

    @Test
    void whatAlipayWouldNotTakeIsNamedBeforeAnythingIsSent() {
        MerchantApplication poor = new MerchantApplication(
                no,
                Map.of("storeAddress", "文三路 1 号", "licenceHasParkingFee", "false"),
                List.of(SimulatedAlipay.paper("licenceCopy")));
        assertThat(alipay.adapter.accounts().submit(poor))
                .isInstanceOfSatisfying(SubmitResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .extracting(FieldIssue::fieldKey)
                        .containsExactly("feePaperCopy", "storeEntrancePic", "storeAddress"));
        assertThat(alipay.references.find(Channel.ALIPAY, no, "batchNo")).isEmpty();
    }

    @Test
    void asksForPicturesOfTheSizeThatAlipayTakes() {
        List<String> asked = new ArrayList<>();
        MerchantApplication good = alipay.application(no, Map.of());
        List<MerchantApplication.Paper> papers = good.papers().stream()
                .map(paper ->
                        new MerchantApplication.Paper(paper.fieldKey(), paper.documentId(), (smallest, largest) -> {
                            asked.add(smallest + "-" + largest);
                            return paper.within(smallest, largest);
                        }))
                .toList();

        assertThat(alipay.adapter.accounts().submit(new MerchantApplication(no, good.fields(), papers)))
                .isInstanceOf(SubmitResult.Submitted.class);
        assertThat(asked).hasSize(papers.size()).containsOnly(5 * 1024 + "-" + 5 * 1024 * 1024);
    }

    @Test
    void submittingAgainIsTheSameApplication() {
        String batchNo = submitted();
        assertThat(submitted()).isEqualTo(batchNo);
        assertThat(only().submissions()).isEqualTo(1);
    }

    // crash points

    @Test
    void aLostAnswerOfCreateLeavesAnEmptyTransactionBehind() {
        alipay.plan(AlipayOperation.CREATE, Kind.DONE_THEN_CUT, 0, "", "");
        assertThatThrownBy(this::submit).isInstanceOf(ChannelException.class);
        assertThat(alipay.references.find(Channel.ALIPAY, no, "batchNo")).isEmpty();
        submitted();
        only();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUT", "DONE_THEN_CUT", "DONE_THEN_HOLD", "WRONG_SIGNATURE", "UNSIGNED", "MALFORMED"})
    void anUnclearAnswerToThePapersIsFollowedByTheSameTransaction(Kind kind) {
        alipay.plan(AlipayOperation.SUBMIT, kind, 0, "", "91330102765432101R");
        assertThatThrownBy(() -> alipay.adapterFor(kind).accounts().submit(application))
                .isInstanceOf(ChannelException.class);
        String kept = alipay.references.find(Channel.ALIPAY, no, "batchNo").orElseThrow();
        assertThat(submitted()).isEqualTo(kept);
        only();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"DONE_THEN_CUT", "DONE_THEN_HOLD", "WRONG_SIGNATURE", "UNSIGNED", "MALFORMED", "DONE_THEN_ERROR"})
    void afterAnUnclearConfirmationTheStateTellsThatItArrived(Kind kind) {
        alipay.plan(AlipayOperation.CONFIRM, kind, 0, "BATCH_STATUS_ERROR", "");
        assertThat(alipay.adapterFor(kind).accounts().submit(application))
                .isEqualTo(new SubmitResult.Submitted(only().no()));
        assertThat(only().submissions()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUT", "HOLD", "ACCEPTED_202"})
    void afterAnUnclearConfirmationTheStateTellsThatItDidNotArrive(Kind kind) {
        alipay.plan(AlipayOperation.CONFIRM, kind, 0, "", "");
        assertThatThrownBy(() -> alipay.adapterFor(kind).accounts().submit(application))
                .isInstanceOf(ChannelException.class);
        assertThat(alipay.received(application)).isEmpty();
        submitted();
        assertThat(only().submissions()).isEqualTo(1);
    }

    @Test
    void aDeathBetweenConfirmationAndItsStateSubmitsOnce() {
        alipay.plan(AlipayOperation.CONFIRM, Kind.DONE_THEN_CUT, 0, "", "");
        alipay.plan(AlipayOperation.REVIEW, Kind.CUT, 0, "", "");
        assertThatThrownBy(this::submit).isInstanceOf(ChannelException.class);
        assertThat(submitted()).isEqualTo(only().no());
        assertThat(only().submissions()).isEqualTo(1);
    }

    @Test
    void aTransactionWhoseHourIsOverIsReplaced() {
        alipay.plan(AlipayOperation.CONFIRM, Kind.CUT, 0, "", "");
        assertThatThrownBy(this::submit).isInstanceOf(ChannelException.class);
        String stale = alipay.references.find(Channel.ALIPAY, no, "batchNo").orElseThrow();
        alipay.bench.clock.advance(Duration.ofHours(1));
        assertThat(submitted()).isNotEqualTo(stale).isEqualTo(only().no());
    }

    // refusals at the door

    @Test
    void aRefusalAtTheDoorIsLedBackToOurFields() {
        alipay.desk.plan(Fault.once(AlipayOperation.SUBMIT, Kind.REFUSE)
                .answering(0, "INVALID_PARAMETER", "参数有误：business_license_no 与 shop_sign_board_pic 不一致"));
        assertThat(submit()).isInstanceOfSatisfying(SubmitResult.Rejected.class, rejected -> {
            assertThat(rejected.issues())
                    .extracting(FieldIssue::fieldKey)
                    .containsExactly("licenceNumber", "storeEntrancePic");
            assertThat(rejected.message()).contains("business_license_no");
        });
    }

    @ParameterizedTest
    @CsvSource({"0, PRODUCT_ALREADY_SIGNED", "40003, X", "40002, isv.invalid-parameter", "40001, isv.missing-parameter"
    })
    void aDefiniteRefusalOfTheMatterIsARejection(int status, String code) {
        alipay.plan(AlipayOperation.CREATE, Kind.REFUSE, status, code, "");
        assertThat(submit())
                .isInstanceOfSatisfying(SubmitResult.Rejected.class, rejected -> assertThat(rejected.message())
                        .isEqualTo(code + " 的说明"));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, 20000, isp.unknow-error",
        "REFUSE, 20000, aop.unknow-error",
        "REFUSE, 0, SYSTEM_ERROR",
        "REFUSE, 0, ACQ.SYSTEM_ERROR",
        "REFUSE, 40005, app-call-limited",
        "REFUSE, 10003, ''",
        "REFUSE, 502, ''",
        "REFUSE, 20001, aop.invalid-auth-token",
        "REFUSE, 20001, aop.auth-token-time-out",
        "REFUSE, 20001, aop.invalid-app-auth-token",
        "REFUSE, 20001, aop.app-auth-token-time-out",
        "REFUSE, 20001, aop.no-product-reg-by-partner",
        "REFUSE, 40001, isv.missing-signature",
        "REFUSE, 40002, isv.invalid-signature",
        "REFUSE, 40002, isv.invalid-timestamp",
        "REFUSE, 40002, isv.invalid-app-id",
        "REFUSE, 40006, isv.insufficient-isv-permissions",
        "REFUSE, 40006, isv.insufficient-user-permissions",
        "REFUSE_UNSIGNED, 0, INVALID_PARAMETER",
        "CUT, 0, ''",
        "HOLD, 0, ''",
        "ACCEPTED_202, 0, ''"
    })
    void whatMayPassOrIsOurFaultIsTriedAgain(Kind kind, int status, String code) {
        for (AlipayOperation operation :
                List.of(AlipayOperation.CREATE, AlipayOperation.SUBMIT, AlipayOperation.CONFIRM)) {
            alipay.plan(operation, kind, status, code, "");
            assertThatThrownBy(() -> alipay.adapterFor(kind).accounts().submit(application))
                    .as(operation.words())
                    .isInstanceOf(ChannelException.class);
        }
        submitted();
        only();

        alipay.plan(AlipayOperation.REVIEW, kind, status, code, "");
        assertThatThrownBy(() -> alipay.adapterFor(kind).accounts().review(no)).isInstanceOf(ChannelException.class);
        assertThat(alipay.adapter.accounts().review(no)).isInstanceOf(ReviewResult.UnderReview.class);
    }

    // review

    @Test
    void goesTheWholeWayToAnAccount() throws Exception {
        String batchNo = submitted();
        assertThat(alipay.adapter.accounts().review(no)).isInstanceOf(ReviewResult.UnderReview.class);

        alipay.desk.advance(batchNo);
        ReviewResult.AwaitingSignature waiting =
                (ReviewResult.AwaitingSignature) alipay.adapter.accounts().review(no);
        assertThat(alipay.bench.server.part(MailCatcher.class).mails().stream()
                        .filter(mail -> mail.text().contains(waiting.link())))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("支付宝产品签约确认"));

        assertThat(browse(waiting.link(), "GET")).contains("同意并签约").contains("西湖文化广场停车场");
        assertThat(browse(waiting.link(), "POST")).contains("签约成功");
        assertThat(browse(waiting.link(), "POST")).contains("不需要办理");
        assertThat(browse(waiting.link() + "x", "GET")).contains("链接无效");

        String pid = only().account();
        assertThat(pid).matches("2088\\d{12}");
        assertThat(alipay.adapter.accounts().review(no)).isEqualTo(new ReviewResult.Approved(pid));
        assertThat(alipay.adapter.accounts().signState(pid)).isEqualTo(new SignState.Signed(pid));
        assertThat(submitted()).isEqualTo(batchNo);
    }

    private static String browse(String link, String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(link))
                .method(method, BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void theLinkIsGoodForFifteenDays() throws Exception {
        String batchNo = submitted();
        alipay.desk.advance(batchNo);
        String link =
                ((ReviewResult.AwaitingSignature) alipay.adapter.accounts().review(no)).link();
        alipay.bench.clock.advance(Duration.ofDays(15).minusSeconds(1));
        assertThat(alipay.adapter.accounts().review(no)).isInstanceOf(ReviewResult.AwaitingSignature.class);
        alipay.bench.clock.advance(Duration.ofSeconds(1));
        assertThat(alipay.adapter.accounts().review(no)).isInstanceOf(ReviewResult.Expired.class);
        assertThat(browse(link, "POST")).contains("已失效");
        assertThat(submitted()).as("anew").isNotEqualTo(batchNo);
        assertThat(alipay.adapter.accounts().review(no)).isInstanceOf(ReviewResult.UnderReview.class);
    }

    @Test
    void aRejectionIsLedBackToOurFieldsAndCanBeCorrected() {
        String batchNo = submitted();
        alipay.desk.refuse(
                batchNo,
                List.of(
                        new Complaint("special_license_pic", "特殊资质图片", "物价审批表上没有停车场名称"),
                        new Complaint("business_license_pic", "营业执照图片", "看不清")),
                "");
        assertThat(alipay.adapter.accounts().review(no))
                .isInstanceOfSatisfying(ReviewResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .containsExactly(
                                new FieldIssue("feePaperCopy", "特殊资质图片（special_license_pic）：物价审批表上没有停车场名称"),
                                new FieldIssue("licenceCopy", "营业执照图片（business_license_pic）：看不清")));
        assertThat(submitted()).as("a new transaction").isNotEqualTo(batchNo);
        assertThat(alipay.adapter.accounts().review(no)).isInstanceOf(ReviewResult.UnderReview.class);
    }

    @Test
    void aRejectionThatNamesNoFieldHasAReasonWithoutOne() {
        alipay.desk.refuse(submitted(), List.of(), "经营范围不符合准入要求");
        assertThat(alipay.adapter.accounts().review(no))
                .isInstanceOfSatisfying(ReviewResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .containsExactly(new FieldIssue("", "经营范围不符合准入要求")));
    }

    @Test
    void whatAlipayHoldsIsCorrectedInTheSameTransaction() {
        String batchNo = submitted();
        alipay.desk.command(
                batchNo,
                "hold",
                Map.of("complaints", List.of(new Complaint("shop_name", "门店名称", "与现场不一致")), "message", ""));
        assertThat(alipay.adapter.accounts().review(no))
                .isInstanceOfSatisfying(ReviewResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .extracting(FieldIssue::fieldKey)
                        .containsExactly("storeName"));
        alipay.bench.clock.advance(Duration.ofDays(2));
        MerchantApplication corrected = alipay.application(no, Map.of("storeName", "西湖文化广场地下停车场"));
        assertThat(alipay.adapter.accounts().submit(corrected)).isEqualTo(new SubmitResult.Submitted(batchNo));
        assertThat(only().value("shop_name")).isEqualTo("西湖文化广场地下停车场");
        assertThat(only().submissions()).isEqualTo(2);
    }

    @Test
    void whatIsHeldAtItsConfirmationIsRejectedAtOnce() {
        MerchantApplication odd = alipay.application(no, Map.of("licenceNumber", "ABC"));
        assertThat(alipay.adapter.accounts().submit(odd))
                .isInstanceOfSatisfying(SubmitResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .extracting(FieldIssue::fieldKey)
                        .containsExactly("licenceNumber"));
        assertThat(alipay.adapter.accounts().review(no)).isInstanceOf(ReviewResult.Rejected.class);
        submitted();
        only();
    }

    @Test
    void aMerchantCanDecline() {
        String batchNo = submitted();
        alipay.desk.advance(batchNo);
        alipay.desk.command(batchNo, "decline", Map.of());
        assertThat(alipay.adapter.accounts().review(no))
                .isInstanceOfSatisfying(ReviewResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .extracting(FieldIssue::reason)
                        .containsExactly("商户拒绝签约"));
    }

    @ParameterizedTest
    @CsvSource({
        "MERCHANT_AUDITING, UnderReview",
        "MERCHANT_CONFIRM, AwaitingSignature",
        "MERCHANT_CONFIRM_SUCCESS, Approved",
        "MERCHANT_CONFIRM_TIME_OUT, Expired",
        "MERCHANT_APPLY_ORDER_CANCELED, Rejected",
        "MERCHANT_INFO_HOLD, Rejected"
    })
    void everyStateHasItsMeaning(String state, String meaning) {
        assertThat(force(submitted(), state).getClass().getSimpleName()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "valid, Approved",
        "restrictValid, Approved",
        "audit, UnderReview",
        "waitConfirm, UnderReview",
        "auditReject, Rejected",
        "invalid, Closed",
        "restrictInvalid, Closed",
        "none, Undetermined"
    })
    void theMerchantsWordIsNotEnough(String product, String meaning) {
        String batchNo = submitted();
        force(batchNo, "MERCHANT_CONFIRM_SUCCESS");
        alipay.desk.command(batchNo, "product", Map.of("status", product));
        assertThat(alipay.adapter.accounts().review(no).getClass().getSimpleName())
                .isEqualTo(meaning);
    }

    @Test
    void whatWasNeverSubmittedOrIsUnknownIsClosed() {
        assertThat(alipay.adapter.accounts().review(no)).isInstanceOf(ReviewResult.Closed.class);
        submitted();
        alipay.plan(AlipayOperation.REVIEW, Kind.REFUSE, 0, "ORDER_NOT_EXIST", "");
        assertThat(alipay.adapter.accounts().review(no)).isInstanceOf(ReviewResult.Closed.class);
    }

    // withdrawal

    @Test
    void onlyWhatWasNotConfirmedIsCancelled() {
        assertThat(alipay.adapter.accounts().withdraw(no)).isInstanceOf(Withdrawal.NotNeeded.class);
        alipay.plan(AlipayOperation.CONFIRM, Kind.CUT, 0, "", "");
        assertThatThrownBy(this::submit).isInstanceOf(ChannelException.class);
        String cancelled = alipay.references.find(Channel.ALIPAY, no, "batchNo").orElseThrow();
        assertThat(alipay.adapter.accounts().withdraw(no)).isEqualTo(new Withdrawal.Told());
        assertThat(alipay.adapter.accounts().withdraw(no)).isInstanceOf(Withdrawal.NotNeeded.class);
        assertThat(submitted()).as("takes nothing any more").isNotEqualTo(cancelled);

        assertThat(alipay.adapter.accounts().withdraw(no)).isInstanceOf(ByHand.class);
        assertThat(alipay.adapter.accounts().review(no)).isInstanceOf(ReviewResult.UnderReview.class);
        alipay.plan(AlipayOperation.CANCEL, Kind.REFUSE, 40006, "isv.insufficient-isv-permissions", "");
        assertThatThrownBy(() -> alipay.adapter.accounts().withdraw(no)).isInstanceOf(ChannelException.class);
        alipay.plan(AlipayOperation.CANCEL, Kind.CUT, 0, "", "");
        assertThatThrownBy(() -> alipay.adapter.accounts().withdraw(no)).isInstanceOf(ChannelException.class);
    }

    // sign state

    @ParameterizedTest
    @CsvSource({
        "valid, Signed",
        "restrictValid, Signed",
        "none, NotSigned",
        "audit, NotSigned",
        "waitConfirm, NotSigned",
        "auditReject, NotSigned",
        "invalid, NotSigned",
        "restrictInvalid, NotSigned",
        "somethingNew, Undeterminable"
    })
    void everyStateOfTheProductHasItsMeaning(String status, String meaning) {
        String pid = alipay.bench.number("2088800000");
        alipay.desk.adopt(pid, "签约测试", Map.of("product", status));
        assertThat(alipay.adapter.accounts().signState(pid).getClass().getSimpleName())
                .isEqualTo(meaning);
    }

    @Test
    void aLoginThatSignedElsewhereHasToNameItsPid() {
        String login = no.toLowerCase() + "@elsewhere.example";
        alipay.desk.adopt(alipay.bench.number("2088800000"), "签约测试", Map.of("login", login, "product", "valid"));
        assertThat(alipay.adapter.accounts().signState(login))
                .isInstanceOfSatisfying(SignState.Undeterminable.class, unclear -> assertThat(unclear.why())
                        .contains("PID"));
        assertThat(alipay.adapter.accounts().signState("nobody-" + login)).isInstanceOf(SignState.NotSigned.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUT", "WRONG_SIGNATURE", "UNSIGNED", "MALFORMED", "REFUSE_UNSIGNED"})
    void anUnclearSignStateIsAskedAgain(Kind kind) {
        alipay.plan(AlipayOperation.SIGN_STATE, kind, 0, "X", "");
        assertThatThrownBy(() -> alipay.adapter.accounts().signState(SimulatedAlipay.PID))
                .isInstanceOf(ChannelException.class);
    }

    @Test
    void aRefusedSignStateSaysWhy() {
        alipay.plan(AlipayOperation.SIGN_STATE, Kind.REFUSE, 0, "USER_NOT_EXIST", "");
        assertThat(alipay.adapter.accounts().signState(SimulatedAlipay.PID))
                .isEqualTo(new SignState.Undeterminable("支付宝拒绝查询该账号的签约状态：USER_NOT_EXIST 的说明"));
    }
}
