package cn.citybrain.parking.onboarding.application.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.draft.Drafts;
import cn.citybrain.parking.onboarding.application.draft.OpenFields;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.life.ReviewDecisions;
import cn.citybrain.parking.onboarding.application.profile.ProfilePapers.Where;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.fixture.Applicant;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.document.PaperIntake;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyPaper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application begins as a copy of its company's profile, and gives back what was entered anew. */
@OnboardingTest
class CopiesTest {

    private static final Set<String> OF = Set.of("legal", "contact", "ubo", "licence");

    @Autowired
    PaperIntake intake;

    @Autowired
    ApplicationContext app;

    @Autowired
    Documents documents;

    @Autowired
    Drafts drafts;

    @Autowired
    ProfileEdits edits;

    @Autowired
    ProfilePapers papers;

    @Autowired
    Refilling refilling;

    @Autowired
    Catalogues catalogues;

    @Autowired
    AcceptedMarks marks;

    @Autowired
    Guard guard;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Company company;

    @BeforeEach
    void aCompany() {
        clock.reset();
        company = new Company(app);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void knowsOfANewCompanyOnlyWhatIsOnRecord() {
        String no = company.begin(Channel.CITIZENCARD);

        assertThat(company.rows.values(no))
                .containsOnlyKeys("merchantName", "licenceNumber", "accountName", "storeName", "storeAddress")
                .containsEntry("merchantName", company.merchant.name())
                .containsEntry("licenceNumber", company.merchant.uscc())
                .containsEntry("storeName", company.lot.name())
                .containsEntry("storeAddress", company.lot.address());
        assertThat(company.rows.papers(no)).isEmpty();
        assertThat(company.profile().values()).isEmpty();
    }

    @Test
    void takesOverValuesAndTheVerySamePapers() {
        String first = company.filledByWechatPay();
        String second = company.begin(Channel.CITIZENCARD);

        assertThat(company.rows.values(second))
                .containsEntry("legalPerson", "张三丰")
                .containsEntry("mobilePhone", "13857100001")
                .containsEntry("accountNumber", Company.ACCOUNT)
                .doesNotContainKeys("bankName", "idCardNumber");
        assertThat(company.rows.papers(second))
                .isEqualTo(Map.of("licenceCopy", company.rows.papers(first).get("licenceCopy")));
        assertThat(company.beside(second).taken())
                .contains("legalPerson", "accountNumber")
                .doesNotContain("bankName");
        company.save(second, Map.of("legalPerson", "李四光"));
        assertThat(company.beside(second).taken()).contains("mobilePhone").doesNotContain("legalPerson");
    }

    @Test
    void marksNoReturnedFieldThatTheApplicantHimselfGaveToTheProfile() {
        String no = company.filledByWechatPay();
        TestReviews.giveBack(
                app, no, "reviewer", Map.of("legalPerson", "与执照不一致", "mobilePhone", "打不通", "licenceCopy", "不清楚"));

        app.getBean(ReviewDecisions.class).giveBack(no, "reviewer");
        assertThat(app.getBean(OpenFields.class).of(company.application(no)))
                .contains("legalPerson", "mobilePhone", "licenceCopy");

        assertThat(company.beside(no).taken()).isEmpty();
        assertThat(company.beside(company.begin(Channel.CITIZENCARD)).taken()).contains("legalPerson", "mobilePhone");
    }

    @Test
    void fillsTheBlanksOfADraftThatIsOlderThanTheProfile() {
        String no = company.begin(Channel.CITIZENCARD);
        company.save(no, Map.of("contactName", "王五福"));
        company.filledByWechatPay();
        int blank = company.beside(no).blank();

        assertThat(refilling.fill(no, "operator")).isEqualTo(blank).isPositive();

        assertThat(company.rows.values(no))
                .containsEntry("legalPerson", "张三丰")
                .containsEntry("contactName", "王五福")
                .as("of the person whom the profile names")
                .doesNotContainKeys("mobilePhone", "contactEmail");
        assertThat(company.beside(no).taken()).contains("legalPerson").doesNotContain("contactName");
        assertThat(company.beside(no).blank()).isZero();
        assertThat(refilling.fill(no, "operator")).isZero();
    }

    @Test
    void mixesNoAccountsAndFillsOnlyWhatIsOpenAndAsked() {
        Copied copied = new Copied(
                Map.of("accountNumber", "6222020000000000", "bankName", "西湖支行", "legalPerson", "张三丰"),
                Map.of("licenceCopy", "D1"),
                Map.of());
        Catalogue form = catalogues.of(Channel.CITIZENCARD);
        Set<String> everything = form.fields().map(Field::key).collect(Collectors.toSet());

        assertThat(copied.blank(form, everything, Map.of()).count()).isEqualTo(4);
        Copied ofAnotherAccount = copied.blank(form, everything, Map.of("accountNumber", "6222020000000001"));
        assertThat(ofAnotherAccount.values()).containsOnlyKeys("legalPerson");
        assertThat(copied.blank(form, Set.of("licenceCopy"), Map.of()))
                .satisfies(papers -> assertThat(papers.values()).isEmpty())
                .satisfies(papers -> assertThat(papers.papers()).containsEntry("licenceCopy", "D1"));
        assertThat(copied.blank(form, Set.of("licenceCopy"), Map.of("licenceCopy", "D2"))
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "idCardNumber, 330106198001011235, legal",
        "idCardCopy, D9, legal",
        "idCardNational, D9, legal",
        "contactIdNumber, 330106198001011235, contact",
        "contactIdCopy, D9, contact",
        "contactIdCopyBack, D9, contact",
        "uboIdNumber, 330106198001011235, ubo",
        "uboIdCopy, D9, ubo",
        "uboIdCopyBack, D9, ubo",
        "licenceCopy, D9, licence",
    })
    void mixesNoPeopleAndNoLicencesWhereOnlyANumberOrAPaperTellsThemApart(String key, String entered, String about) {
        Catalogue form = catalogues.of(Channel.WECHATPAY);
        Set<String> everything = form.fields().map(Field::key).collect(Collectors.toSet());
        Map<String, String> asked = Map.of("subjectType", "ENTERPRISE", "contactType", "SUPER", "owner", "false");
        Copied copied = ofEverybody(form);
        Map<String, String> draft = new HashMap<>(asked);
        draft.put(key, entered);

        assertThat(about(form, copied.blank(form, everything, asked)))
                .as("while it is blank")
                .contains("legal", "contact", "ubo", "licence");
        assertThat(about(form, copied.blank(form, everything, draft)))
                .doesNotContain(about)
                .hasSize(3);
    }

    @Test
    void takesWhatElseIsKnownOfSomebodyWhoseNumberTheProfileDoesNotKnow() {
        Catalogue form = catalogues.of(Channel.CMB);
        Set<String> everything = form.fields().map(Field::key).collect(Collectors.toSet());
        Copied copied = new Copied(Map.of("legalPerson", "张三丰"), Map.of(), Map.of());
        Map<String, String> number = Map.of("idCardNumber", "330106198001011235");
        Copied wechat = new Copied(Map.of("idCardName", "张三丰", "legalPerson", "张三丰"), Map.of(), Map.of());

        assertThat(copied.blank(form, everything, number).values())
                .as("it may be anybody's")
                .isEmpty();
        assertThat(wechat.blank(
                                catalogues.of(Channel.WECHATPAY),
                                Set.of("legalPerson"),
                                Map.of("idCardName", "张三丰", "idCardNumber", "330106198001011235"))
                        .values())
                .containsOnlyKeys("legalPerson");
    }

    /** The same person by another document: neither its number nor its pictures go with the passport. */
    @Test
    void mixesNoDocumentsOfOnePerson() {
        Catalogue form = catalogues.of(Channel.WECHATPAY);
        Set<String> everything = form.fields().map(Field::key).collect(Collectors.toSet());
        Copied card = new Copied(
                Map.of("idCardName", "张三丰", "idCardNumber", "330106198001011235", "idCardPeriodEnd", "长期"),
                Map.of("idCardCopy", "picture"),
                Map.of());

        Copied passport = card.blank(form, everything, Map.of("idCardName", "张三丰", "legalIdKind", "OVERSEA_PASSPORT"));
        assertThat(passport.values()).isEmpty();
        assertThat(passport.papers()).isEmpty();

        Copied same = card.blank(form, everything, Map.of("idCardName", "张三丰", "legalIdKind", "IDCARD"));
        assertThat(same.values()).containsOnlyKeys("idCardNumber", "idCardPeriodEnd");
        assertThat(same.papers()).containsOnlyKeys("idCardCopy");
    }

    /** A number and the kind of its document are kept together, whichever of the two is ticked. */
    @Test
    void offersBackANumberWithItsDocument() {
        company.filledByWechatPay();
        String no = company.begin(Channel.CMB);
        ChannelFixtures.of(Channel.CMB)
                .forms(new Applicant(company.merchant, "571900123410802", no, List.of()))
                .values()
                .forEach(content -> company.save(no, content.values()));
        company.save(no, Map.of("legalIdKind", "OVERSEA_PASSPORT", "idCardNumber", "E12345678"));

        assertThat(company.beside(no).offers())
                .filteredOn(offer -> offer.place().startsWith("legal.id"))
                .extracting(Offer::place, Offer::after)
                .containsExactly(tuple("legal.idKind", "护照（境外人士）"), tuple("legal.idNumber", "E******78"));
        company.hand(no, Set.of("legal.idNumber"));
        assertThat(company.profile().values())
                .containsEntry("legal.idKind", "OVERSEA_PASSPORT")
                .containsEntry("legal.idNumber", "E12345678");

        String card = company.beginAgain(Channel.CMB);
        company.save(card, Map.of("legalIdKind", "", "idCardNumber", "330106198001011235"));
        assertThat(company.beside(card).offers())
                .extracting(Offer::place)
                .contains("legal.idNumber")
                .doesNotContain("legal.idKind");
    }

    /** Four of whom everything is known, each value another one. */
    private static Copied ofEverybody(Catalogue form) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> papers = new HashMap<>();
        form.fields()
                .filter(field -> field.profile() != null && OF.contains(about(field)))
                .filter(field -> !List.of("contactType", "owner").contains(field.key()))
                .filter(field -> !field.key().endsWith("IdKind"))
                .forEach(field -> (field.isPaper() ? papers : values).put(field.key(), "of " + field.key()));
        return new Copied(values, papers, Map.of());
    }

    private static Set<String> about(Catalogue form, Copied copied) {
        return Stream.concat(copied.values().keySet().stream(), copied.papers().keySet().stream())
                .map(key -> about(form.field(key).orElseThrow()))
                .collect(Collectors.toSet());
    }

    private static String about(Field field) {
        return field.profile().substring(0, field.profile().indexOf('.'));
    }

    @Test
    void offersBackWhatIsNewAndKeepsOnlyWhatIsTicked() {
        company.filledByWechatPay();
        String no = company.begin(Channel.CITIZENCARD);
        company.save(no, Map.of("bankName", "招商银行股份有限公司杭州高新支行", "contactName", "王五福"));

        List<Offer> offers = company.beside(no).offers();
        assertThat(offers).extracting(Offer::place).containsExactly("contact.name", "account.branchName");
        assertThat(offers.get(0)).satisfies(offer -> {
            assertThat(offer.before()).isEqualTo("张**");
            assertThat(offer.after()).isEqualTo("王**");
            assertThat(offer.note()).contains("证件类型", "证件号码");
            assertThat(offer.added()).isFalse();
        });
        assertThat(offers.get(1).added()).isTrue();
        company.hand(no, Set.of("account.branchName", "company.name", "nonsense"));

        assertThat(company.profile().values()).containsEntry("contact.name", "张三丰");
        assertThat(company.profile().accounts()).singleElement().satisfies(account -> assertThat(account.values())
                .containsEntry("account.branchName", "招商银行股份有限公司杭州高新支行"));
        assertThat(company.rows.values(company.begin(Channel.ETC))).containsEntry("bankName", "招商银行股份有限公司杭州高新支行");
    }

    @Test
    void handsNothingInOnAProfileThatWasChangedMeanwhile() {
        company.filledByWechatPay();
        String no = company.begin(Channel.CITIZENCARD);
        company.save(no, Map.of("bankName", "招商银行股份有限公司杭州高新支行"));
        long seen = company.profile().version();
        edits.facts(company.merchant, seen, Map.of("company.shortName", "另一个简称"), "colleague");

        assertThatThrownBy(
                        () -> company.drafts.submit(no, Map.of(), seen, Set.of("account.branchName"), Company.OPERATOR))
                .isInstanceOf(WrongState.class)
                .hasMessageContaining("公司资料刚被别人更新过");
        assertThat(company.application(no).revision()).isZero();
        assertThat(company.profile().values()).containsEntry("company.shortName", "另一个简称");
    }

    @Test
    void namesAnExpiredPaperAndDoesNotTakeItOver() {
        company.filledByWechatPay();
        long version = company.profile().version();
        papers.date(company.merchant, version, new Where("licence.copy", "", "2026-11-24"), Company.OPERATOR);
        clock.advance(Duration.ofDays(2));
        String no = company.beginAgain(Channel.WECHATPAY);
        company.save(
                no,
                Map.of(
                        "accountNumber",
                        "6222020200112233",
                        "accountBank",
                        "招商银行",
                        "bankAccountType",
                        "CORPORATE",
                        "bankAddressCode",
                        "330100"));
        company.drafts.submit(no, Company.OPERATOR);
        company.drafts.open(no, "papers");

        assertThat(company.rows.papers(no)).doesNotContainKey("licenceCopy").containsKey("idCardCopy");
        assertThat(company.beside(no).left())
                .containsExactly(new ApplicationProfile.Left("licenceCopy", "营业执照照片", "营业执照照片已过期（2026-11-24），请上传新的"));
    }

    @Test
    void namesAValueThatTheChannelWantsOtherwise() {
        company.filledByWechatPay();
        edits.facts(
                company.merchant,
                company.profile().version(),
                Map.of("company.shortName", "杭".repeat(50)),
                Company.OPERATOR);
        String no = company.begin(Channel.CMB);

        assertThat(company.rows.values(no)).doesNotContainKey("merchantShortname");
        assertThat(company.beside(no).left())
                .extracting(ApplicationProfile.Left::reason)
                .containsExactly("商户简称最多 40 个字，现在有 50 个");
    }

    @Test
    void takesTheAccountThatTheChannelCanUse() {
        company.filledByWechatPay();
        account("工商银行", "6222020200110001");
        account("招商银行", "571900999910001");

        assertThat(company.rows.values(company.begin(Channel.CMB))).containsEntry("accountNumber", Company.ACCOUNT);
        String second = company.beginAgain(Channel.WECHATPAY);
        assertThat(company.rows.values(second))
                .as("the first is in use at WeChat Pay")
                .containsEntry("accountNumber", "6222020200110001")
                .containsEntry("accountBank", "工商银行");
        assertThat(company.beside(second).accounts())
                .extracting(ApplicationProfile.AccountChoice::label)
                .containsExactly("工商银行 **** 0001", "招商银行 **** 0001");
    }

    @Test
    void takesNoAccountWhereTheOnlyOneIsInUse() {
        company.filledByWechatPay();
        String no = company.beginAgain(Channel.WECHATPAY);

        assertThat(company.rows.values(no)).doesNotContainKeys("accountNumber", "accountBank");
        assertThat(company.beside(no).left())
                .extracting(ApplicationProfile.Left::key)
                .containsExactly("accountNumber");
    }

    @Test
    void takesNoPhotoOfAnotherLot() {
        company.filledByWechatPay();
        ParkingLot other = TestMerchants.addLot(app.getBean(ParkingLots.class), company.merchant);
        String no = company.drafts.create(
                Channel.WECHATPAY,
                company.merchant.tenantId(),
                Company.OPERATOR,
                List.of(other.code()),
                Optional.empty());

        assertThat(company.rows.values(no))
                .containsEntry("storeName", other.name())
                .containsEntry("storeAddress", other.address());
        assertThat(company.rows.papers(no))
                .containsKey("licenceCopy")
                .doesNotContainKeys("storeEntrancePic", "indoorPic");
    }

    @Test
    void keepsASharedPaperAsLongAsAnybodyNeedsIt() {
        company.filledByWechatPay();
        papers.put(
                company.merchant,
                company.profile().version(),
                new Where("licence.copy", "", "长期"),
                intake.read("新执照.png", SampleForm.PICTURE),
                Company.OPERATOR);
        String paper = licence().documentId();
        String no = atThePapers(Channel.CITIZENCARD);
        assertThat(company.rows.papers(no)).containsEntry("licenceCopy", paper);

        drafts.detach(no, paper);
        assertThat(documents.find(paper)).as("the profile has it").isPresent();
        String other = atThePapers(Channel.ETC);
        papers.remove(
                company.merchant, company.profile().version(), new Where("licence.copy", "", ""), Company.OPERATOR);
        assertThat(documents.find(paper)).as("a draft has it").isPresent();
        drafts.detach(other, paper);
        assertThat(documents.find(paper)).as("nobody has it").isEmpty();
    }

    private String atThePapers(Channel channel) {
        String no = company.begin(channel);
        company.save(no, Map.of("bankName", "招商银行股份有限公司杭州高新支行"));
        company.drafts.submit(no, Company.OPERATOR);
        company.drafts.open(no, "papers");
        return no;
    }

    @Test
    void aPaperOfARevisionOutlivesTheProfile() {
        company.filledByWechatPay();
        String paper = licence().documentId();

        papers.remove(
                company.merchant, company.profile().version(), new Where("licence.copy", "", ""), Company.OPERATOR);

        assertThat(documents.find(paper)).isPresent();
    }

    @Test
    void aPaperOfTheProfileIsForTheCompanyUntilAnApplicationBringsIt() {
        company.begin(Channel.CITIZENCARD);
        papers.put(
                company.merchant,
                company.profile().version(),
                new Where("licence.copy", "", "长期"),
                intake.read("执照.png", SampleForm.PICTURE),
                Company.OPERATOR);
        Document paper = documents.find(licence().documentId()).orElseThrow();
        Actor reviewer = new Actor("reviewer", "审核员", Set.of("ops-reviewer"), Set.of());
        Actor stranger = new Actor("other", "别家", Set.of("lot-operator"), Set.of("t-other"));
        Actor vendor = new Actor("vendor", "技术员", Set.of("lot-vendor", "vendor-x"), Set.of());

        assertThat(guard.mayRead(paper, company.operator())).isTrue();
        assertThat(guard.mayRead(paper, reviewer)).isFalse();
        String no = company.wechatPay("571900000000777");
        company.drafts.submit(no, Company.OPERATOR);
        assertThat(guard.mayRead(paper, reviewer)).as("not handed in yet").isFalse();
        SampleForm.upload(company.drafts, no, Company.OPERATOR);
        drafts.detach(no, company.rows.papers(no).get("licenceCopy"));
        String second = company.begin(Channel.CITIZENCARD);
        company.save(second, FILLED);
        company.drafts.submit(second, Company.OPERATOR);
        company.drafts.open(second, "papers");
        company.drafts.submit(second, Company.OPERATOR);

        assertThat(guard.mayRead(paper, reviewer)).isTrue();
        assertThat(guard.mayRead(paper, stranger)).isFalse();
        assertThat(guard.mayRead(paper, vendor)).isFalse();
    }

    private static final Map<String, String> FILLED = Map.of(
            "contactName", "张三丰",
            "mobilePhone", "13857100001",
            "contactEmail", "zhang@example.com",
            "legalPerson", "张三丰",
            "licencePeriodBegin", "2015-03-01",
            "licencePeriodEnd", "长期",
            "bankName", "测试银行股份有限公司西湖支行",
            "accountNumber", "571900000000778");

    @Test
    void beginsWithWhatWasAcceptedWhereThereWasNoProfileYet() {
        String older = company.filledByWechatPay();
        company.accept(older);
        String newer = company.begin(Channel.CITIZENCARD);
        company.save(newer, Map.of("bankName", "测试银行股份有限公司西湖支行", "contactName", "王五福", "mobilePhone", "13857100009"));
        company.drafts.submit(newer, Company.OPERATOR);
        company.drafts.open(newer, "papers");
        company.drafts.submit(newer, Company.OPERATOR);
        company.accept(newer);
        String returned = company.begin(Channel.ETC);
        company.save(returned, Map.of("bankName", "退回银行股份有限公司西湖支行", "mobilePhone", "13857100010"));
        company.drafts.submit(returned, Company.OPERATOR);
        forgetProfile();

        String no = company.begin(Channel.UNIONPAY);

        assertThat(company.rows.values(no))
                .containsEntry("contactName", "王五福")
                .containsEntry("mobilePhone", "13857100009")
                .containsEntry("bankName", "测试银行股份有限公司西湖支行")
                .containsEntry("licencePeriodBegin", "2015-03-01");
        assertThat(company.rows.papers(no)).containsOnlyKeys("licenceCopy");
        assertThat(company.profile().values())
                .as("of the newer contact nobody said the type")
                .containsEntry("legal.idNumber", "330106198001011235")
                .doesNotContainKey("contact.type");
        assertThat(jdbc.sql("SELECT DISTINCT changed_by FROM company_value WHERE merchant_id = ?")
                        .param(company.merchant.id())
                        .query(String.class)
                        .list())
                .containsExactly(Company.OPERATOR);
    }

    @Test
    void showsTheReviewerWhatWasAcceptedBefore() {
        String accepted = company.filledByWechatPay();
        company.accept(accepted);
        String no = company.begin(Channel.CITIZENCARD);
        company.save(no, Map.of("bankName", "测试银行股份有限公司西湖支行", "contactName", "王五福"));
        company.drafts.submit(no, Company.OPERATOR);
        company.drafts.open(no, "papers");
        company.drafts.submit(no, Company.OPERATOR);

        assertThat(marks.of(company.application(no)))
                .containsEntry("legalPerson", accepted)
                .containsEntry("accountNumber", accepted)
                .containsEntry("licenceCopy", accepted)
                .doesNotContainKeys("contactName", "bankName");
        assertThat(marks.of(company.application(accepted)))
                .as("its own word proves nothing")
                .isEmpty();
    }

    @Test
    void keepsNothingInClearText() {
        company.filledByWechatPay();

        assertThat(jdbc.sql("SELECT content FROM company_value WHERE merchant_id = ?")
                        .param(company.merchant.id())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(content -> content.contains("330106198001011235")
                        || content.contains(Company.ACCOUNT)
                        || content.contains("张三丰"));
    }

    @Test
    void refusesAnotherCompanysLotBeforeAnythingIsCopied() {
        company.filledByWechatPay();
        Company other = new Company(app);

        assertThatThrownBy(() -> company.drafts.create(
                        Channel.ETC,
                        company.merchant.tenantId(),
                        Company.OPERATOR,
                        List.of(other.lot.code()),
                        Optional.empty()))
                .isInstanceOf(InvalidFields.class);
        String no = other.begin(Channel.ETC);
        assertThat(other.rows.values(no)).doesNotContainKeys("legalPerson", "accountNumber");
        assertThat(other.rows.papers(no)).isEmpty();
    }

    private CompanyPaper licence() {
        return company.profile().paper("licence.copy", "").orElseThrow();
    }

    private void account(String bank, String number) {
        edits.account(
                company.merchant,
                company.profile().version(),
                null,
                Map.of(
                        "account.type",
                        "CORPORATE",
                        "account.name",
                        company.merchant.name(),
                        "account.bank",
                        bank,
                        "account.cityCode",
                        "330100",
                        "account.number",
                        number),
                Company.OPERATOR);
    }

    /** As in a database of the version before. */
    private void forgetProfile() {
        for (String table : List.of("company_paper", "company_value", "company_profile")) {
            jdbc.sql("DELETE FROM " + table + " WHERE merchant_id = ?")
                    .param(company.merchant.id())
                    .update();
        }
    }
}
