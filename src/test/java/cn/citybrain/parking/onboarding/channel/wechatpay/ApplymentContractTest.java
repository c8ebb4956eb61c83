package cn.citybrain.parking.onboarding.channel.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import cn.citybrain.parking.onboarding.simulator.mail.MailCatcher;
import cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentState;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayOperation;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications, adapter against simulator over HTTP: every state and every error of the protocol's tables. */
class ApplymentContractTest {

    private final SimulatedWechatPay wechat = SimulatedWechatPay.shared();
    private final String no = wechat.number("WX20261122");

    private SubmitResult submitAround(Kind kind) {
        return wechat.adapterFor(kind).accounts().submit(wechat.application(no, Map.of()));
    }

    private SubmitResult submit(Map<String, String> changes) {
        return wechat.adapter.accounts().submit(wechat.application(no, changes));
    }

    private void submitted() {
        assertThat(submit(Map.of())).isInstanceOf(SubmitResult.Submitted.class);
    }

    private Application received() {
        return wechat.desk.application(no).orElseThrow();
    }

    @Test
    void everyFieldArrivesWhereWeChatPayWantsItAndSecretsArriveSealed() {
        SubmitResult result = submit(Map.of());

        Application received = received();
        assertThat(result).isEqualTo(new SubmitResult.Submitted(received.reference()));
        Map<String, String> fields = SimulatedWechatPay.FIELDS;
        assertThat(received.value("contact_info/contact_name")).isEqualTo(fields.get("contactName"));
        assertThat(received.value("contact_info/mobile_phone")).isEqualTo(fields.get("mobilePhone"));
        assertThat(received.value("contact_info/contact_email")).isEqualTo(fields.get("contactEmail"));
        assertThat(received.value("subject_info/subject_type")).isEqualTo("SUBJECT_TYPE_ENTERPRISE");
        assertThat(received.title()).isEqualTo(fields.get("merchantName"));
        assertThat(received.value("subject_info/identity_info/id_card_info/id_card_number"))
                .isEqualTo(fields.get("idCardNumber"));
        assertThat(received.value("bank_account_info/account_number")).isEqualTo(fields.get("accountNumber"));
        assertThat(received.value("settlement_info/settlement_id")).isEqualTo("716");
        assertThat(wechat.desk.media(received.value("subject_info/business_license_info/license_copy")))
                .hasValueSatisfying(media -> assertThat(media.fileName()).isEqualTo("doc-licenceCopy.jpg"));
    }

    @Test
    void theSuperAdministratorsAndTheOwnersPapersGoAlongOnlyWhereTheyBelong() {
        MerchantApplication plain = wechat.application(no, Map.of("contactIdNumber", "330106197801011234"));
        wechat.adapter.accounts().submit(plain);
        assertThat(received().value("contact_info/contact_id_number")).isEmpty();

        String other = wechat.number("WX20261122");
        MerchantApplication full = wechat.application(
                other,
                Map.ofEntries(
                        Map.entry("contactType", "SUPER"),
                        Map.entry("contactIdNumber", "330106198801011234"),
                        Map.entry("contactPeriodBegin", "2020-01-01"),
                        Map.entry("contactPeriodEnd", "长期"),
                        Map.entry("owner", "false"),
                        Map.entry("uboName", "李受益"),
                        Map.entry("uboIdNumber", "330106196801011234"),
                        Map.entry("uboAddress", "杭州市上城区"),
                        Map.entry("uboPeriodBegin", "2020-01-01"),
                        Map.entry("uboPeriodEnd", "长期")));
        List<MerchantApplication.Paper> papers = new ArrayList<>(full.papers());
        for (String key :
                List.of("contactIdCopy", "contactIdCopyBack", "authorizationLetter", "uboIdCopy", "uboIdCopyBack")) {
            papers.add(SimulatedWechatPay.paper(key, new byte[] {1, 2}));
        }
        SubmitResult result = wechat.adapter.accounts().submit(new MerchantApplication(other, full.fields(), papers));

        assertThat(result).isInstanceOf(SubmitResult.Submitted.class);
        Application received = wechat.desk.application(other).orElseThrow();
        assertThat(received.value("contact_info/contact_id_number")).isEqualTo("330106198801011234");
        assertThat(received.value("contact_info/business_authorization_letter")).startsWith("MEDIA_");
        assertThat(received.value("subject_info/ubo_info_list")).contains("ubo_id_doc_name=李受益");
    }

    @Test
    void everyFieldOfTheFormHasAPlaceAtWeChatPay() throws IOException {
        Set<String> keys = ApplymentFields.ALL.stream().map(ApplymentField::key).collect(Collectors.toSet());
        List<String> asked = new ObjectMapper()
                .readTree(new File("forms/wechatpay.fields.json")).path("groups").findValues("fields").stream()
                        .flatMap(fields -> fields.findValuesAsText("key").stream())
                        .toList();
        assertThat(asked).isNotEmpty().containsAll(SimulatedWechatPay.FIELDS.keySet());
        assertThat(keys).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(ApplymentFields.ALL.stream().map(ApplymentField::name).distinct())
                .as("complaints are led back by WeChat Pay's bare names")
                .hasSize(ApplymentFields.ALL.size());
        assertThat(ApplymentFields.ALL.stream().map(ApplymentField::words).distinct())
                .as("and by its words")
                .hasSize(ApplymentFields.ALL.size());
    }

    /** Kind, number, and whether its back is wanted. */
    @ParameterizedTest
    @CsvSource({
        "OVERSEA_PASSPORT, E12345678, false",
        "HONGKONG_PASSPORT, H10402667, true",
        "MACAO_PASSPORT, M1040266701, true",
        "TAIWAN_PASSPORT, 12345678, true",
        "FOREIGN_RESIDENT, CAN110010812310, true",
        "FOREIGN_RESIDENT, 933124198807140033, true",
        "HONGKONG_MACAO_RESIDENT, 810000199408230021, true",
        "TAIWAN_RESIDENT, 830000199201300022, true"
    })
    void aLegalPersonWithAnotherDocumentGoesIntoItsOwnPart(String kind, String number, boolean back) {
        assertThat(submit(Map.of("legalIdKind", kind, "idCardNumber", number)))
                .isInstanceOf(SubmitResult.Submitted.class);

        Application received = received();
        String document = "subject_info/identity_info/id_doc_info/";
        assertThat(received.value("subject_info/identity_info/id_doc_type")).isEqualTo("IDENTIFICATION_TYPE_" + kind);
        assertThat(received.value(document + "id_doc_number")).isEqualTo(number);
        assertThat(received.value(document + "id_doc_name")).isEqualTo("王建国");
        assertThat(received.value(document + "id_doc_address")).isNotEmpty();
        assertThat(received.value(document + "doc_period_begin")).isEqualTo("2015-05-05");
        assertThat(received.value(document + "id_doc_copy")).startsWith("MEDIA_");
        assertThat(received.value(document + "id_doc_copy_back").isEmpty()).isNotEqualTo(back);
        assertThat(received.content().toString()).doesNotContain("id_card_info");
    }

    @Test
    void anApplicationFromBeforeThereWereKindsIsOfTheIdentityCard() {
        submitted();

        assertThat(received().value("subject_info/identity_info/id_doc_type")).isEqualTo("IDENTIFICATION_TYPE_IDCARD");
        assertThat(received().content().toString()).doesNotContain("id_doc_info", "contact_id_doc_type", "ubo_");
    }

    @Test
    void superAdministratorAndOwnerHaveDocumentsOfTheirOwnKinds() {
        MerchantApplication full = wechat.application(
                no,
                Map.ofEntries(
                        Map.entry("contactType", "SUPER"),
                        Map.entry("contactIdKind", "OVERSEA_PASSPORT"),
                        Map.entry("contactIdNumber", "X1234-567"),
                        Map.entry("contactPeriodBegin", "2020-01-01"),
                        Map.entry("contactPeriodEnd", "2030-01-01"),
                        Map.entry("owner", "false"),
                        Map.entry("uboIdKind", "HONGKONG_PASSPORT"),
                        Map.entry("uboName", "李受益"),
                        Map.entry("uboIdNumber", "H1040266701"),
                        Map.entry("uboAddress", "香港九龙塘"),
                        Map.entry("uboPeriodBegin", "2020-01-01"),
                        Map.entry("uboPeriodEnd", "长期")));
        List<MerchantApplication.Paper> papers = new ArrayList<>(full.papers());
        for (String key :
                List.of("contactIdCopy", "contactIdCopyBack", "authorizationLetter", "uboIdCopy", "uboIdCopyBack")) {
            papers.add(SimulatedWechatPay.paper(key, new byte[] {1, 2}));
        }

        assertThat(wechat.adapter.accounts().submit(new MerchantApplication(no, full.fields(), papers)))
                .isInstanceOf(SubmitResult.Submitted.class);
        assertThat(received().value("contact_info/contact_id_doc_type"))
                .isEqualTo("IDENTIFICATION_TYPE_OVERSEA_PASSPORT");
        assertThat(received().value("contact_info/contact_id_doc_copy_back")).isEmpty();
        assertThat(received().value("subject_info/ubo_info_list"))
                .contains("ubo_id_doc_type=IDENTIFICATION_TYPE_HONGKONG_PASSPORT", "ubo_id_doc_copy_back=MEDIA_");
    }

    @Test
    void aNumberThatIsNoneOfItsDocumentIsRefusedAtTheDoor() {
        assertThat(submit(Map.of("legalIdKind", "MACAO_PASSPORT", "idCardNumber", "H10402667")))
                .isInstanceOfSatisfying(SubmitResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .singleElement()
                        .satisfies(issue -> {
                            assertThat(issue.fieldKey()).isEqualTo("idCardNumber");
                            assertThat(issue.reason()).contains("证件号码").doesNotContain("id_doc_number");
                        }));
    }

    @Test
    void whatWeChatPayDoesNotTakeOfPeriodsAndNamesComesBackToItsField() {
        assertThat(refused(
                        Map.of("licencePeriodBegin", LocalDate.now(wechat.clock).toString())))
                .containsExactly("licencePeriodBegin");
        assertThat(refused(Map.of("idCardPeriodBegin", "1899-12-31"))).containsExactly("idCardPeriodBegin");
        assertThat(refused(Map.of("subjectType", "INDIVIDUAL"))).containsExactly("merchantName");
        assertThat(refused(Map.of("merchantName", "停".repeat(111)))).containsExactly("merchantName");
    }

    private List<String> refused(Map<String, String> changes) {
        return ((SubmitResult.Rejected) submit(changes))
                .issues().stream().map(FieldIssue::fieldKey).toList();
    }

    @Test
    void goesFromAuditToItsSubMerchantNumber() {
        submitted();
        assertThat(wechat.adapter.accounts().review(no)).isInstanceOf(ReviewResult.UnderReview.class);

        wechat.desk.command(no, "approve", Map.of());
        ReviewResult.AwaitingVerification verification =
                (ReviewResult.AwaitingVerification) wechat.adapter.accounts().review(no);
        assertThat(wechat.server.part(MailCatcher.class).mails()).anySatisfy(mail -> {
            assertThat(mail.to()).isEqualTo("finance@xihu-parking.example");
            assertThat(mail.text()).contains(verification.link());
        });

        wechat.desk.command(no, "confirm", Map.of());
        assertThat(wechat.adapter.accounts().review(no))
                .isInstanceOfSatisfying(ReviewResult.AwaitingSignature.class, sign -> assertThat(sign.link())
                        .contains("/sign/" + no));

        wechat.desk.command(no, "sign", Map.of());
        assertThat(wechat.adapter.accounts().review(no)).isInstanceOf(ReviewResult.UnderReview.class);

        wechat.desk.command(no, "finish", Map.of());
        assertThat(wechat.adapter.accounts().review(no))
                .isEqualTo(new ReviewResult.Approved(received().account()));
        assertThat(received().account()).matches("\\d{10}");
    }

    @ParameterizedTest
    @EnumSource(ApplymentState.class)
    void readsEveryState(ApplymentState state) {
        submitted();
        wechat.desk.command(no, "force", Map.of("state", state.name()));

        Class<? extends ReviewResult> expected =
                switch (state) {
                    case AUDITING, SIGNING -> ReviewResult.UnderReview.class;
                    case TO_BE_CONFIRMED -> ReviewResult.AwaitingVerification.class;
                    case TO_BE_SIGNED -> ReviewResult.AwaitingSignature.class;
                    case FINISHED -> ReviewResult.Approved.class;
                    case CANCELED -> ReviewResult.Closed.class;
                    case REJECTED, EDITTING -> ReviewResult.Rejected.class;
                };
        assertThat(wechat.adapter.accounts().review(no)).isInstanceOf(expected);
    }

    @Test
    void aRejectionIsLedBackToOurFields() {
        submitted();
        wechat.desk.refuse(
                no,
                List.of(
                        new Application.Complaint("license_number", "注册号", "与营业执照照片不一致"),
                        new Application.Complaint("/bank_account_info/account_number", "银行账号", "账号有误"),
                        new Application.Complaint(
                                "business_info.sales_info.biz_store_info.indoor_pic[0]", "内景照", "不清晰"),
                        new Application.Complaint("micro_biz_info", "小微经营场景", "不适用")),
                "请修改后重新提交");

        assertThat(wechat.adapter.accounts().review(no))
                .isEqualTo(new ReviewResult.Rejected(
                        List.of(
                                new FieldIssue("licenceNumber", "与营业执照照片不一致"),
                                new FieldIssue("accountNumber", "账号有误"),
                                new FieldIssue("indoorPic", "不清晰"),
                                new FieldIssue("", "小微经营场景：不适用")),
                        "请修改后重新提交"));
    }

    @Test
    void aRejectionWithoutAnyFieldStaysOne() {
        submitted();
        wechat.desk.refuse(no, List.of(), "");

        assertThat(wechat.adapter.accounts().review(no))
                .isInstanceOfSatisfying(ReviewResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .isEmpty());
    }

    @Test
    void aCorrectedApplicationGoesInUnderTheSameNumber() {
        submitted();
        String reference = received().reference();
        wechat.desk.refuse(no, List.of(new Application.Complaint("service_phone", "客服电话", "空号")), "");

        assertThat(submit(Map.of("servicePhone", "0571-88881111"))).isEqualTo(new SubmitResult.Submitted(reference));
        assertThat(received().submissions()).isEqualTo(2);
        assertThat(received().value("business_info/service_phone")).isEqualTo("0571-88881111");
        assertThat(wechat.adapter.accounts().review(no)).isInstanceOf(ReviewResult.UnderReview.class);
    }

    @Test
    void submittingTwiceIsOneApplication() {
        submitted();
        assertThat(submit(Map.of())).isEqualTo(new SubmitResult.Submitted(""));
        assertThat(received().submissions()).isEqualTo(1);
    }

    @Test
    void aRefusalAtTheDoorNamesTheField() {
        assertThat(submit(Map.of("mobilePhone", "12345")))
                .isInstanceOfSatisfying(SubmitResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .singleElement()
                        .satisfies(issue -> {
                            assertThat(issue.fieldKey()).isEqualTo("mobilePhone");
                            assertThat(issue.reason()).contains("联系手机");
                        }));
        assertThat(wechat.desk.application(no)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"“/bank_account_info/bank_address_code”", "\"/bank_account_info/bank_address_code\""})
    void theFieldIsReadFromTheMessageWhereNothingElseNamesIt(String pointer) {
        wechat.desk.plan(Fault.once(WechatPayOperation.SUBMIT, Kind.REFUSE)
                .answering(400, "PARAM_ERROR", "输入源" + pointer + "映射到字段“省市编码”字符串规则校验失败")
                .matching(no));
        assertThat(submit(Map.of()))
                .isInstanceOfSatisfying(SubmitResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .extracting(FieldIssue::fieldKey)
                        .containsExactly("bankAddressCode"));
    }

    /** In words alone: by its path, by its name, by its Chinese name; as the field of an earlier version; two at once. */
    @ParameterizedTest
    @CsvSource({
        "参数错误：银行账户户名(bank_account_info/account_name)有误，请核对, accountName",
        "超级管理员身份证件号码（/contact_info/contact_id_number）取值有误：需为15位数字, contactIdNumber",
        "身份证人像面照片(/subject_info/ubo_info/id_card_copy)不能为空, uboIdCopy",
        "证件号码(/subject_info/identity_info/id_doc_info/id_doc_number)取值有误, idCardNumber",
        "“merchant_shortname”不符合规范, merchantShortname",
        "字段“商户简称”不符合规范, merchantShortname",
        "subject_info.ubo_info_list[0].ubo_period_end 早于开始时间, uboPeriodEnd",
        "business_info/service_phone 与 contact_info/mobile_phone 有误, servicePhone;mobilePhone"
    })
    void aFieldThatIsNamedInWordsAloneIsOurs(String words, String keys) {
        wechat.desk.plan(Fault.once(WechatPayOperation.SUBMIT, Kind.REFUSE)
                .answering(400, "PARAM_ERROR", words)
                .matching(no));

        assertThat(submit(Map.of()))
                .isInstanceOfSatisfying(SubmitResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .allSatisfy(issue -> assertThat(issue.reason()).doesNotContainPattern("[a-z]_[a-z]"))
                        .extracting(FieldIssue::fieldKey)
                        .containsExactly(keys.split(";")));
    }

    @Test
    void aRejectionThatNamesItsFieldInWordsAloneIsLedBackToo() {
        submitted();
        wechat.desk.refuse(
                no,
                List.of(
                        new Application.Complaint("", "商户简称", "过于宽泛"),
                        new Application.Complaint("", "", "开户名称(bank_account_info/account_name)与营业执照不一致"),
                        new Application.Complaint("id_doc_copy_back", "", "不清晰")),
                "请修改");

        assertThat(wechat.adapter.accounts().review(no))
                .isEqualTo(new ReviewResult.Rejected(
                        List.of(
                                new FieldIssue("merchantShortname", "过于宽泛"),
                                new FieldIssue("accountName", "开户名称(开户名称)与营业执照不一致"),
                                new FieldIssue("idCardNational", "不清晰")),
                        "请修改"));
    }

    @Test
    void aRefusalWithoutAFieldKeepsItsWords() {
        wechat.desk.plan(Fault.once(WechatPayOperation.SUBMIT, Kind.REFUSE)
                .answering(400, "INVALID_REQUEST", "商户名称与营业执照不符")
                .matching(no));
        assertThat(submit(Map.of())).isEqualTo(new SubmitResult.Rejected(List.of(), "商户名称与营业执照不符"));

        wechat.desk.plan(Fault.once(WechatPayOperation.SUBMIT, Kind.REFUSE)
                .answering(403, "NO_AUTH", "服务商没有进件权限")
                .matching(no));
        assertThat(submit(Map.of())).isEqualTo(new SubmitResult.Rejected(List.of(), "服务商没有进件权限"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, SIGN_ERROR",
        "429, RATELIMIT_EXCEEDED",
        "429, RATE_LIMITED",
        "403, FREQUENCY_LIMIT_EXCEED",
        "500, SYSTEM_ERROR",
        "502, SYSTEM_ERROR",
        "503, SERVICE_UNAVAILABLE"
    })
    void technicalRefusalsAreTriedAgainWithTheSameNumber(int status, String code) {
        for (WechatPayOperation operation : List.of(WechatPayOperation.UPLOAD, WechatPayOperation.SUBMIT)) {
            wechat.desk.plan(Fault.once(operation, Kind.REFUSE).answering(status, code, ""));
            assertThatThrownBy(() -> submit(Map.of()))
                    .isInstanceOf(ChannelException.class)
                    .hasMessageContaining(code);
        }
        submitted();

        wechat.desk.plan(Fault.once(WechatPayOperation.REVIEW, Kind.REFUSE)
                .answering(status, code, "")
                .matching(no));
        assertThatThrownBy(() -> wechat.adapter.accounts().review(no)).isInstanceOf(ChannelException.class);
        assertThat(wechat.adapter.accounts().review(no)).isInstanceOf(ReviewResult.UnderReview.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"DONE_THEN_CUT", "DONE_THEN_HOLD", "WRONG_SIGNATURE", "UNSIGNED", "STALE", "MALFORMED"})
    void afterAnUnclearAnswerTheStateTellsThatItArrived(Kind kind) {
        wechat.desk.plan(
                Fault.once(WechatPayOperation.SUBMIT, kind).holding(900).matching(no));

        assertThat(submitAround(kind))
                .isEqualTo(new SubmitResult.Submitted(received().reference()));
        assertThat(received().submissions()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUT", "HOLD", "ACCEPTED_202"})
    void afterAnUnclearAnswerTheStateTellsThatItDidNotArrive(Kind kind) {
        wechat.desk.plan(
                Fault.once(WechatPayOperation.SUBMIT, kind).holding(900).matching(no));

        assertThatThrownBy(() -> submitAround(kind)).isInstanceOf(ChannelException.class);
        submitted();
    }

    @Test
    void aResubmissionThatGotLostIsNotTakenForTheOldRejection() {
        submitted();
        wechat.desk.refuse(no, List.of(), "");
        wechat.desk.plan(Fault.once(WechatPayOperation.SUBMIT, Kind.CUT).matching(no));

        assertThatThrownBy(() -> submit(Map.of())).isInstanceOf(ChannelException.class);
        submitted();
        assertThat(received().submissions()).isEqualTo(2);
    }

    @Test
    void anUnsignedRefusalDecidesNothing() {
        wechat.desk.plan(Fault.once(WechatPayOperation.SUBMIT, Kind.REFUSE_UNSIGNED)
                .answering(400, "PARAM_ERROR", "输入源“/contact_info/mobile_phone”")
                .matching(no));
        assertThatThrownBy(() -> submit(Map.of())).isInstanceOf(ChannelException.class);
    }

    @Test
    void anUnknownApplicationIsClosed() {
        assertThat(wechat.adapter.accounts().review(no)).isInstanceOf(ReviewResult.Closed.class);
    }

    /** Whatever was uploaded: it gets a JPEG that it takes. */
    @Test
    void asksForPicturesOfTheSizeThatWeChatPayTakes() {
        MerchantApplication good = wechat.application(no, Map.of());
        List<String> asked = new ArrayList<>();
        List<MerchantApplication.Paper> papers = good.papers().stream()
                .map(paper ->
                        new MerchantApplication.Paper(paper.fieldKey(), paper.documentId(), (smallest, largest) -> {
                            asked.add(smallest + "-" + largest);
                            return new byte[largest];
                        }))
                .toList();

        assertThat(wechat.adapter.accounts().submit(new MerchantApplication(no, good.fields(), papers)))
                .isInstanceOf(SubmitResult.Submitted.class);
        assertThat(asked).hasSize(papers.size()).containsOnly("0-" + 2 * 1024 * 1024);
    }

    @Test
    void aPictureThatWeChatPayBlocksIsLedBackToItsField() {
        wechat.desk.plan(Fault.once(WechatPayOperation.UPLOAD, Kind.REFUSE)
                .answering(403, "REQUEST_BLOCKED", "图片内容不合规")
                .matching("doc-indoorPic"));
        assertThat(submit(Map.of()))
                .isEqualTo(new SubmitResult.Rejected(List.of(new FieldIssue("indoorPic", "图片内容不合规")), ""));
    }

    @Test
    void aValueTooLongToBeSealedIsNamed() {
        assertThat(submit(Map.of("idCardAddress", "杭".repeat(80))))
                .isInstanceOfSatisfying(SubmitResult.Rejected.class, rejected -> assertThat(rejected.issues())
                        .extracting(FieldIssue::fieldKey)
                        .containsExactly("idCardAddress"));
    }
}
