package cn.citybrain.parking.onboarding.audit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of an application that went through much before its lot was live. */
@OnboardingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    Stories stories;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    PlayedApplication played;
    Story story;

    @BeforeAll
    void play() {
        played = PlayedApplication.live(app, port);
        story = stories.of(played.no);
    }

    @AfterAll
    void close() {
        played.close();
    }

    @Test
    void itsHeadSaysWhatBecameOfIt() {
        Header header = story.header();

        assertThat(header.companyName()).isEqualTo(played.bench.merchant.name());
        assertThat(header.channelName()).isEqualTo("微信支付");
        assertThat(header.state()).isEqualTo("DONE");
        assertThat(header.outcome()).isEqualTo("接入完成，1 个停车场正式接入");
        assertThat(header.running()).isFalse();
        assertThat(header.durationSeconds()).isPositive();
        assertThat(header.lots()).singleElement().satisfies(lot -> {
            assertThat(lot.code()).isEqualTo(played.lot.lotCode());
            assertThat(lot.stateText()).isEqualTo("正式接入");
        });
        assertThat(header.instances())
                .extracting(Header.Instance::key)
                .contains("wechatpay-onboarding", "acceptance", "test-deduction-gate");
        assertThat(header.instances())
                .filteredOn(instance -> instance.key().equals("test-deduction-gate"))
                .singleElement()
                .satisfies(gate -> assertThat(gate.lotCode()).isEqualTo(played.lot.lotCode()));
        assertThat(header.models()).isNotEmpty().allMatch(model -> model.version() > 0);
    }

    @Test
    void everyKindOfThingIsInIt() {
        Set<Kind> told = story.entries().stream().map(Entry::kind).collect(Collectors.toSet());

        assertThat(told).as("nothing was removed yet").containsAll(EnumSet.complementOf(EnumSet.of(Kind.REMOVAL)));
    }

    @Test
    void itSaysWhoReturnedAndWhoAcceptedItAndOnWhichPapers() {
        List<Entry> decisions = of("review_decision");

        assertThat(decisions).hasSize(2);
        assertThat(decisions.get(0).title()).startsWith("退回更正");
        assertThat(decisions.get(0).fact("退回项：停车场（门店）名称")).isEqualTo("门店名称与营业执照不符");
        Entry accepted = decisions.get(1);
        assertThat(accepted.fact("决定")).isEqualTo("受理");
        assertThat(accepted.person()).isEqualTo(reviewer());
        assertThat(accepted.fact("依据资料")).isEqualTo("第 " + story.revisions().size() + " 次提交");
        assertThat(accepted.fact("流程执行")).isNotEmpty();
    }

    @Test
    void eachRevisionStandsThereAsAWhole() {
        List<SubmittedRevision> revisions = story.revisions();
        SubmittedRevision newest = revisions.get(revisions.size() - 1);
        SubmittedRevision before = revisions.get(revisions.size() - 2);

        assertThat(value(before, "storeName")).isNotEqualTo("西湖停车场东区");
        assertThat(value(newest, "storeName")).isEqualTo("西湖停车场东区");
        assertThat(newest.values()).hasSameSizeAs(before.values());
        assertThat(newest.papers())
                .isNotEmpty()
                .allMatch(paper ->
                        paper.sha256().length() == 64 && paper.preview().contains(paper.documentId()));
        assertThat(newest.what()).isEqualTo("补正");
        assertThat(newest.changes()).singleElement().satisfies(change -> {
            assertThat(change.label()).isEqualTo("停车场（门店）名称");
            assertThat(change.before()).isEqualTo(value(before, "storeName"));
            assertThat(change.after()).isEqualTo("西湖停车场东区");
        });
        assertThat(before.decisions()).singleElement().satisfies(made -> assertThat(made.words())
                .isEqualTo("退回更正"));
        assertThat(newest.decisions()).singleElement().satisfies(made -> assertThat(made.by())
                .isEqualTo(reviewer()));
    }

    @Test
    void namesAreShownAndNumbersOfPeopleAndAccountsAreHidden() {
        SubmittedRevision newest = story.revisions().get(story.revisions().size() - 1);

        assertThat(newest.values())
                .filteredOn(value ->
                        Set.of("idCardNumber", "mobilePhone", "accountNumber").contains(value.key()))
                .hasSize(3)
                .allMatch(SubmittedRevision.Value::masked)
                .allMatch(value -> value.value().contains("*"));
        assertThat(newest.values())
                .filteredOn(value -> value.key().equals("contactName"))
                .singleElement()
                .satisfies(value -> assertThat(value.value()).doesNotContain("*"));
    }

    @Test
    void itSaysWhatTheChannelAnsweredAndWhoBroughtIt() {
        List<Entry> answers = of("channel_exchange");

        assertThat(answers).extracting(Entry::title).contains("提交申请：渠道已收下申请，渠道编号 A20261129");
        assertThat(answers)
                .filteredOn(answer -> answer.fact("签名").equals("没有应答"))
                .as("each attempt that got no answer")
                .filteredOn(answer -> answer.title().startsWith("提交申请"))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(answers)
                .filteredOn(answer -> answer.title().startsWith("查询审核进度：审核中"))
                .as("questions that brought nothing new are counted")
                .singleElement()
                .satisfies(answer -> assertThat(answer.fact("重复")).startsWith("此后 "));
        assertThat(answers)
                .filteredOn(answer -> answer.fact("调用").equals("发起扣款"))
                .hasSize(2)
                .allMatch(answer -> answer.fact("签名").equals("签名已验证"))
                .allMatch(answer -> answer.lotCode().equals(played.lot.lotCode()));
        assertThat(answers)
                .as("the channel wants no word of exits: nobody told it any")
                .noneMatch(answer -> answer.fact("调用").equals("上报车辆离场"));
        assertThat(of("channel_message")).singleElement().satisfies(message -> {
            assertThat(message.title()).isEqualTo("渠道通知审核进度");
            assertThat(message.fact("内容")).contains("审核通过");
        });
    }

    @Test
    void itSaysOnWhichVehicleStayBillAndDeductionTheLotWentLive() {
        Attempt live = story.deductions().stream()
                .filter(Attempt::liveOn)
                .collect(Collectors.collectingAndThen(Collectors.toList(), only -> only.get(0)));
        Entry entry = story.entries().stream()
                .filter(told ->
                        told.title().endsWith("正式接入") && !told.fact("车牌").isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(live.plateNo()).isEqualTo(PlayedApplication.PLATE);
        assertThat(entry.fact("车牌")).isEqualTo(PlayedApplication.PLATE);
        assertThat(entry.fact("停车流水号")).isEqualTo(live.uid());
        assertThat(entry.fact("账单号")).isEqualTo(live.billNo());
        assertThat(entry.fact("渠道交易号")).isEqualTo(live.transactionNo());
        assertThat(entry.fact("金额")).isEqualTo("5.00 元");
    }

    @Test
    void aDisputeAndItsRefundStayWhenTheLotIsTestedAgain() {
        assertThat(story.deductions()).hasSize(2);
        Attempt disputed = story.deductions().get(0);

        assertThat(disputed.state()).isEqualTo("DISPUTED");
        assertThat(disputed.chargedAmount()).isEqualTo(501);
        assertThat(disputed.dispute().reason()).isNotEmpty();
        assertThat(disputed.dispute().closedBy().id()).isEqualTo("supervisor");
        assertThat(disputed.dispute().outcome()).contains("款项已退回");
        assertThat(disputed.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.requestedBy().id()).isEqualTo("supervisor");
            assertThat(refund.approvedBy().id()).isEqualTo("supervisor2");
            assertThat(refund.approvedBy().role()).isEqualTo("运营公司主管");
            assertThat(refund.stateText()).isEqualTo("已退款");
            assertThat(refund.channelRefundNo()).isEqualTo("RF1");
        });
        assertThat(disputed.moves())
                .filteredOn(move -> move.kind().equals("DISPUTED"))
                .singleElement()
                .satisfies(move -> assertThat(move.broughtBy()).isEqualTo("渠道的扣款应答"));
        assertThat(story.entries())
                .filteredOn(entry -> entry.kind() == Kind.REFUND)
                .extracting(Entry::title)
                .anyMatch(title -> title.startsWith("申请退款"))
                .contains("批准退款")
                .anyMatch(title -> title.startsWith("渠道确认已退款"));
    }

    @Test
    void itSaysWhichMailsWentOutToWhomAndThatTheyWereSent() {
        assertThat(of("mail"))
                .extracting(Entry::title)
                .anyMatch(title -> title.contains("补正"))
                .anyMatch(title -> title.contains("正式接入"))
                .as("also about the incident of its process")
                .anyMatch(title -> title.contains("平台处理出错"));
        assertThat(of("mail"))
                .filteredOn(mail -> mail.fact("状态").equals("已发出"))
                .isNotEmpty()
                .allMatch(mail -> mail.fact("收件人").contains("@"))
                .allMatch(mail -> mail.fact("第 1 次投递").endsWith("已交邮件服务器"));
    }

    @Test
    void itSaysWhoWorkedWhichTaskAndHowLong() {
        Entry claimed = titled("认领“受理”");
        Entry completed = titled("办理任务“受理”");

        assertThat(claimed.person()).isEqualTo(reviewer());
        assertThat(completed.person()).isEqualTo(reviewer());
        assertThat(completed.fact("用时")).isNotEmpty();
        assertThat(completed.fact("是否按期")).isIn("按期", "超期");
        Entry decided = titled("“账号验证确认”：账户一致，予以确认");
        assertThat(decided.kind()).isEqualTo(Kind.DECISION);
        assertThat(decided.person()).isEqualTo(reviewer());
    }

    @Test
    void itSaysWhoIntervenedCommentedAndLooked() {
        assertThat(titled("设置渠道调用重试次数").person().id()).isEqualTo("supervisor");
        assertThat(titled("填写备注").fact("内容")).isEqualTo("已电话核对门店名称");
        assertThat(titled("查看完整的“证件号码”").person()).isEqualTo(reviewer());
        Entry requests = titled("查看已签名的扣款、退款请求");
        assertThat(requests.person().id()).isEqualTo("supervisor");
        assertThat(requests.lotCode()).isEqualTo(played.lot.lotCode());
        assertThat(story.entries())
                .filteredOn(entry -> entry.kind() == Kind.INCIDENT)
                .extracting(Entry::title)
                .anyMatch(title -> title.endsWith("发生故障"))
                .anyMatch(title -> title.endsWith("已解决"));
    }

    @Test
    void whatCamerasSawAndWhatWasSignedAreShownAndTheLooksTold() {
        Browser auditor = Browser.of(port, "auditor");
        String address = "/api/audit/applications/" + played.no;
        JsonNode photos = Browser.json(auditor.get(address + "/photos"));
        String live = story.deductions().stream()
                .filter(Attempt::liveOn)
                .map(Attempt::uid)
                .findFirst()
                .orElseThrow();

        assertThat(photos.findValuesAsText("uid")).contains(live);
        JsonNode photo = photos.get(0);
        byte[] taken = {(byte) 0xff, (byte) 0xd8, 7};
        took(photo.get("id").asLong(), taken);
        assertThat(auditor.download(address + "/photos/" + photo.get("id").asLong())
                        .body())
                .isEqualTo(taken);
        assertThat(auditor.get(address + "/photos/999999999").statusCode()).isEqualTo(404);

        JsonNode sent = Browser.json(auditor.call("POST", address + "/requests", "{}"));
        assertThat(sent.findValuesAsText("number"))
                .containsAll(story.deductions().stream()
                        .flatMap(attempt -> attempt.requests().stream())
                        .map(Attempt.KeptRequest::number)
                        .toList());

        assertThat(stories.entries(played.no))
                .filteredOn(
                        entry -> entry.person() != null && entry.person().id().equals("auditor"))
                .extracting(Entry::title)
                .contains("审计查看停车照片（第 " + photo.get("id").asText() + " 号）", "审计查看申请");
        for (String other : List.of("supervisor", "reviewer", "hubin", "zhilian")) {
            Browser browser = Browser.of(port, other);
            assertThat(browser.get(address + "/photos").statusCode()).as(other).isEqualTo(403);
            assertThat(browser.call("POST", address + "/requests", "{}").statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    private void took(long id, byte[] picture) {
        JdbcClient jdbc = app.getBean(JdbcClient.class);
        jdbc.sql("SELECT lot_code, photo_id FROM photo WHERE id = ?").param(id).query(row -> {
            jdbc.sql("UPDATE photo SET content = ? WHERE id = ?")
                    .params(
                            app.getBean(FieldCipher.class)
                                    .encrypt(picture, "photo:" + row.getString(1) + ":" + row.getString(2)),
                            id)
                    .update();
        });
    }

    @Test
    void theSameRowsAreAlwaysToldInTheSameOrder() {
        Story once = stories.of(played.no);

        assertThat(stories.of(played.no)).isEqualTo(once);
        assertThat(story.entries()).isSortedAccordingTo(Entry.ORDER);
    }

    @Test
    void whatThereIsNotIsSaidByItsNumber() {
        assertThatThrownBy(() -> stories.of("WX999"))
                .isInstanceOf(NotOnRecord.class)
                .hasMessageContaining("WX999");
    }

    private List<Entry> of(String table) {
        return story.entries().stream()
                .filter(entry -> entry.source().table().equals(table))
                .toList();
    }

    private Entry titled(String title) {
        return story.entries().stream()
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " is not among "
                        + story.entries().stream().map(Entry::title).distinct().toList()));
    }

    private Person reviewer() {
        return new Person("reviewer", people.nameOf("reviewer"), "运营公司审核");
    }

    private static String value(SubmittedRevision revision, String key) {
        return revision.values().stream()
                .filter(value -> value.key().equals(key))
                .map(SubmittedRevision.Value::value)
                .findFirst()
                .orElse("");
    }
}
