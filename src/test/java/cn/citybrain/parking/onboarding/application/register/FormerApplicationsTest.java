package cn.citybrain.parking.onboarding.application.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.OtherParts;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.application.SampleAlipay;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.draft.Submissions;
import cn.citybrain.parking.onboarding.application.life.ApplicationStages;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** What the version before left behind, whose forms were filled in at once: it works on after the migration. */
@OnboardingTest
class FormerApplicationsTest {

    /** The newest at most as new as this. */
    private static final String VERSION_BEFORE = "22?";

    private static final String NEWEST = "latest";

    @Autowired
    ApplicationContext app;

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots lots;

    @Autowired
    SealedValues sealed;

    private String url;
    private JdbcClient former;
    private Merchant merchant;
    private ParkingLot lot;

    @BeforeEach
    void aDatabaseOfTheVersionBefore() {
        url = TestDatabase.newDatabase();
        DriverManagerDataSource database = new DriverManagerDataSource(url, user(), password());
        withTheEnginesTables(database);
        migrate(VERSION_BEFORE);
        former = JdbcClient.create(database);
        merchant = TestMerchants.add(merchants);
        lot = TestMerchants.addLot(lots, merchant);
        former.sql("INSERT INTO merchant (id, tenant_id, name, uscc, contact_email) VALUES (?, ?, ?, ?, ?)")
                .params(merchant.id(), merchant.tenantId(), merchant.name(), merchant.uscc(), "a@example.com")
                .update();
    }

    @Test
    void aDraftBeginsWithTheFormAndKeepsWhatWasEntered() {
        application("WX1", "wechatpay", "DRAFT", "application", 0, SampleForm.values(merchant, "571900123410801"));
        OtherParts parts = migrated();
        Applications applications = parts.get(Applications.class);

        assertThat(applications.byNo("WX1").stages()).containsExactly("form");
        parts.get(ApplicationStages.class).started("WX1");
        assertThat(applications.byNo("WX1").state()).isEqualTo(ApplicationState.FILLING);
        assertThat(applications.openFields("WX1")).contains("storeName").doesNotContain("licenceCopy");
        assertThat(parts.get(Submissions.class).check("WX1").fields()).isEmpty();
    }

    @Test
    void whatWasReturnedIsCorrectedInFormAndPapersAlike() {
        Map<String, String> values = SampleForm.values(merchant, "571900123410801");
        application("WX2", "wechatpay", "RETURNED", "application", 1, values);
        revision("WX2", 1, "application", values);
        OtherParts parts = migrated();
        Applications applications = parts.get(Applications.class);
        parts.get(ChannelAnswers.class)
                .remark(
                        "WX2",
                        List.of(new FieldIssue("licenceCopy", "看不清"), new FieldIssue("storeName", "写全称")),
                        RemarkSource.REVIEWER,
                        "reviewer");

        assertThat(applications.byNo("WX2").stages()).containsExactly("form", "papers");
        assertThat(applications.openFields("WX2")).contains("storeName", "licenceCopy");
        assertThat(applications.openFields("WX2")).doesNotContain("merchantName", "accountNumber");
        assertThat(applications.forChannel("WX2").fields()).isEqualTo(values);
        assertThat(former.sql("SELECT stage FROM application_revision WHERE application_no = 'WX2'")
                        .query(String.class)
                        .single())
                .isEqualTo("papers");
    }

    @Test
    void whatWasLeftForLongIsForgottenFromTheDayOfTheUpgradeOn() {
        application("WX8", "wechatpay", "RETURNED", "application", 1, Map.of());
        OffsetDateTime upgrade = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
        migrated();

        assertThat(former.sql("SELECT changed_at FROM application WHERE no = 'WX8' AND forgotten_told_at IS NULL")
                        .query(OffsetDateTime.class)
                        .single())
                .isBetween(upgrade, OffsetDateTime.now(ZoneOffset.UTC));
    }

    @Test
    void whatWaitsForItsReviewIsAcceptedAndBound() {
        Map<String, String> values = SampleForm.values(merchant, "571900123410801");
        application("WX3", "wechatpay", "SUBMITTED", "application", 1, values);
        revision("WX3", 1, "application", values);
        Applications applications = migrated().get(Applications.class);

        assertThat(applications.byNo("WX3").stage()).isEqualTo("papers");
        assertThat(applications.openFields("WX3")).isEmpty();
    }

    /** Alipay's form and its photos were one stage, and a process of the version before has one task for both. */
    @Test
    void alipaysFormIsFilledInWithItsPhotosWhereItWasBegunSo() {
        Map<String, String> account = SampleAlipay.account(merchant, "2088123412341234");
        application("ZF1", "alipay", "FILLING", "account,apply", 1, account);
        revision("ZF1", 1, "account", account);
        application("ZF2", "alipay", "SUBMITTED", "account", 1, account);
        revision("ZF2", 1, "account", account);
        OtherParts parts = migrated();
        Applications applications = parts.get(Applications.class);

        assertThat(applications.byNo("ZF1").stages()).containsExactly("account", "apply", "papers");
        assertThat(applications.openFields("ZF1"))
                .contains("applyLots", "storeName", "licenceCopy", "storeEntrancePic")
                .doesNotContain("alipayAccount", "specialLicenceCopy");
        parts.get(ApplicationStages.class).open("ZF2", "apply", Set.of("account", "apply", "receive"));
        assertThat(applications.byNo("ZF2").stages()).containsExactly("account", "apply", "papers");
    }

    @Test
    void theOnePhotoOfTheFormerFormStaysToBeSeenAndIsAskedForPerLotWhenItIsCorrected() {
        Map<String, String> values = new HashMap<>(SampleAlipay.account(merchant, "2088123412341234"));
        values.putAll(SampleAlipay.form(lot));
        values.put("licenceHasParkingFee", "false");
        values.put("specialLicenceKind", "FEE_BOARD");
        application("ZF3", "alipay", "RETURNED", "account,apply", 2, values);
        revision("ZF3", 2, "apply", values);
        OtherParts parts = migrated();
        Applications applications = parts.get(Applications.class);
        parts.get(ChannelAnswers.class)
                .remark("ZF3", List.of(new FieldIssue("storeAddress", "写明区")), RemarkSource.REVIEWER, "reviewer");

        assertThat(applications.openFields("ZF3"))
                .contains("storeAddress", "feePaperCopy_" + lot.code())
                .doesNotContain("specialLicenceKind", "applyLots");
        assertThat(parts.get(Submissions.class).check("ZF3").fields())
                .containsKeys("feePaperCopy_" + lot.code(), "feePaperCompany_" + lot.code());
    }

    /** While nodes are replaced one by one, one of the version before still writes as it always did. */
    @Test
    void whatANodeOfTheVersionBeforeStillWritesIsReadAlike() {
        migrate(NEWEST);
        application("WX4", "wechatpay", "DRAFT", "application", 0, Map.of());
        application("WX5", "wechatpay", "SUBMITTED", "application", 1, Map.of());
        revision("WX5", 1, "application", Map.of());
        OtherParts parts = parts();

        assertThat(parts.get(ApplicationRows.class).byNo("WX4").stages()).containsExactly("form");
        assertThat(parts.get(ApplicationRows.class).byNo("WX5").stages()).containsExactly("form", "papers");
        assertThat(parts.get(Revisions.class).find("WX5", 1).orElseThrow().stage())
                .isEqualTo("papers");
    }

    private OtherParts migrated() {
        migrate(NEWEST);
        return parts();
    }

    private OtherParts parts() {
        return OtherParts.of(app, Application.class).with(JdbcClient.class, former);
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(url, user(), password())
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + (TestDatabase.onPostgres() ? "postgresql" : "h2"))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(version)
                .load()
                .migrate();
    }

    /** As on every start: the engine comes first. */
    private static void withTheEnginesTables(DataSource database) {
        ResourceDatabasePopulator tables = new ResourceDatabasePopulator();
        Stream.of("engine", "history", "identity")
                .map(part -> "org/camunda/bpm/engine/db/create/activiti."
                        + (TestDatabase.onPostgres() ? "postgres" : "h2") + ".create." + part + ".sql")
                .map(ClassPathResource::new)
                .forEach(tables::addScript);
        tables.execute(database);
    }

    private static String user() {
        return TestDatabase.onPostgres() ? "postgres" : "sa";
    }

    private static String password() {
        return TestDatabase.onPostgres() ? "postgres" : "";
    }

    private void application(
            String no, String channel, String state, String stages, int revision, Map<String, String> draft) {
        former.sql("INSERT INTO application (no, channel, merchant_id, tenant_id, state, stages, revision, draft,"
                        + " draft_version, created_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 'op', ?)")
                .params(no, channel, merchant.id(), merchant.tenantId(), state, stages, revision)
                .params(
                        sealed.seal(draft, "application.draft/" + no),
                        OffsetDateTime.parse("2026-11-20T10:00:00+08:00"))
                .update();
    }

    private void revision(String no, int number, String stage, Map<String, String> values) {
        former.sql("INSERT INTO application_revision (application_no, revision, stage, content, warnings,"
                        + " submitted_by, submitted_at) VALUES (?, ?, ?, ?, '{}', 'op', ?)")
                .params(no, number, stage)
                .params(
                        sealed.seal(values, "application_revision.content/" + no + "/" + number),
                        OffsetDateTime.parse("2026-11-20T11:00:00+08:00"))
                .update();
    }
}
