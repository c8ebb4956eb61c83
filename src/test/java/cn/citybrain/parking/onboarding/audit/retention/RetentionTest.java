package cn.citybrain.parking.onboarding.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Stories;
import cn.citybrain.parking.onboarding.audit.story.Story;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.document.PaperRemoved;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import cn.citybrain.parking.onboarding.seal.Finding;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.chain.Chainer;
import cn.citybrain.parking.onboarding.seal.proof.Verification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is removed when its time is over, and what is not. */
@OnboardingTest
class RetentionTest {

    private static final Duration FIVE_YEARS = Duration.ofDays(5 * 366);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    RetentionSweep retention;

    @Autowired
    Removals removals;

    @Autowired
    OverApplications applications;

    @Autowired
    List<Remover> removers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Documents documents;

    @Autowired
    Revisions revisions;

    @Autowired
    Stories stories;

    @Autowired
    Chainer chainer;

    @Autowired
    Verification verification;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    ProcessBench bench;

    @BeforeEach
    void begin() {
        bench = new ProcessBench(app);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void removesWhatAnApplicationLeftBehindAndSaysByWhichRule() {
        String no = withdrawn(tested(order -> new DeductionResult.Failed("NOTENOUGH", "余额不足")));
        LotBinding lot = bench.bindings.ofApplication(no).get(0);
        List<Document> papers = documents.ofApplication(no);
        assertThat(papers).isNotEmpty();
        assertThat(revisions.of(no)).noneMatch(revision -> revision.values().isEmpty());

        retention.sweep();
        assertThat(removals.of(no)).as("its time has only begun").isEmpty();

        later(FIVE_YEARS);
        retention.sweep();

        assertThat(removals.of(no))
                .extracting(Removal::kind)
                .containsExactlyInAnyOrder(
                        DataKind.HISTORY,
                        DataKind.PAPERS,
                        DataKind.FORMS,
                        DataKind.VEHICLES,
                        DataKind.MESSAGES,
                        DataKind.MAILS);
        assertThat(removals.of(no)).allSatisfy(removal -> {
            assertThat(removal.rule()).contains("保存").contains("依据：");
            assertThat(removal.title()).startsWith("已按保存期限清除");
            assertThat(removals.rows(removal.id())).hasSize(removal.rows());
        });
        assertThat(instances(no)).isZero();
        assertThat(instances(ProcessBench.gate(lot))).isZero();
        assertThat(revisions.of(no)).isNotEmpty().allMatch(revision -> revision.values()
                .isEmpty());
        assertThat(documents.ofApplication(no))
                .extracting(Document::sha256)
                .containsExactlyElementsOf(papers.stream().map(Document::sha256).toList());
        papers.forEach(
                paper -> assertThatThrownBy(() -> documents.content(paper.id())).isInstanceOf(PaperRemoved.class));
        assertThat(plates(lot)).containsOnly("");
        assertThat(count("photo WHERE lot_code = '" + lot.lotCode() + "'")).isZero();
        assertThat(count("deduction WHERE binding_id = " + lot.id() + " AND order_sent IS NULL AND state = 'FAILED'"))
                .as("that it was tried, and how it ended, stays")
                .isEqualTo(1);
        assertThat(count("mail WHERE about = '" + no + "' AND recipient <> '' AND state NOT IN ('WAITING', 'SECRET')"))
                .isZero();
    }

    @Test
    void namesEveryRowThatIsGoneAndVouchesForThemWithOneHash() {
        String no = refused();
        List<String> before = historyRows(no);
        later(FIVE_YEARS);
        retention.sweep();

        Removal removal = removals.of(no).stream()
                .filter(each -> each.kind() == DataKind.HISTORY)
                .findFirst()
                .orElseThrow();
        List<RemovedRow> rows = removals.rows(removal.id());
        assertThat(rows.stream().map(row -> row.table() + " " + row.key())).containsExactlyInAnyOrderElementsOf(before);
        assertThat(jdbc.sql("SELECT rows_sha256 FROM removal WHERE id = ?")
                        .param(removal.id())
                        .query(String.class)
                        .single())
                .isEqualTo(RemovedRow.digest(rows));
        assertThat(historyRows(no)).isEmpty();
    }

    @Test
    void theStorySaysWhatIsNotToldAnyMoreAndByWhichRule() {
        String no = refused();
        later(FIVE_YEARS);
        retention.sweep();

        Story story = stories.of(no);

        assertThat(story.entries())
                .filteredOn(entry -> entry.kind() == Kind.REMOVAL)
                .hasSize(removals.of(no).size())
                .allSatisfy(entry -> assertThat(entry.fact("规则")).contains("依据："));
        assertThat(story.papers()).isNotEmpty().allSatisfy(paper -> {
            assertThat(paper.removed()).isTrue();
            assertThat(paper.preview()).isEmpty();
            assertThat(paper.sha256()).hasSize(64);
        });
        assertThat(story.revisions()).isNotEmpty();
    }

    @Test
    void leavesTheChainVerifiable() {
        String no = withdrawn(tested(order -> new DeductionResult.Failed("NOTENOUGH", "余额不足")));
        later(FIVE_YEARS);
        Set<Finding> before = findings();

        retention.sweep();

        assertThat(removals.of(no)).hasSizeGreaterThan(4);
        assertThat(findings()).isSubsetOf(before);
    }

    /** Of the whole database: what other tests did behind the product's back is among them. */
    private Set<Finding> findings() {
        chainer.chainAll();
        return verification.run(SealScope.WHOLE).stream()
                .flatMap(check -> check.findings().stream())
                .collect(Collectors.toSet());
    }

    @Test
    void removesNothingTwice() {
        String no = refused();
        later(FIVE_YEARS);
        retention.sweep();
        List<Removal> once = removals.of(no);

        later(Duration.ofDays(1));
        retention.sweep();

        assertThat(removals.of(no)).isEqualTo(once);
    }

    /** It looked for applications before the first one was done with this one. */
    @Test
    void aSecondNodeFindsThatTheFirstLeftNothing() {
        String no = withdrawn(tested(order -> new DeductionResult.Failed("NOTENOUGH", "余额不足")));
        later(FIVE_YEARS);
        Map<Remover, Over> found = new HashMap<>();
        for (Remover remover : removers) {
            applications.next(bench.clock.instant().minus(Duration.ofDays(1)), remover.left(), 0, 10_000).stream()
                    .filter(over -> over.no().equals(no))
                    .forEach(over -> found.put(remover, over));
        }
        assertThat(found.keySet()).extracting(Remover::kind).contains(DataKind.VEHICLES, DataKind.HISTORY);

        retention.sweep();

        found.forEach((remover, over) -> assertThat(
                        transaction.<Boolean>execute(tx -> applications.lock(over, remover.left())))
                .as(remover.kind().name())
                .isFalse());
    }

    @Test
    void removesTheHistoryOfDevicesInstalledLaterOnceTheyAreInstalled() {
        String no = refused();
        String id = laterDevices(no);
        later(FIVE_YEARS);
        retention.sweep();
        assertThat(removals.of(no)).as("they are being installed").isEmpty();

        jdbc.sql("UPDATE act_hi_procinst SET end_time_ = start_time_, state_ = 'COMPLETED' WHERE id_ = ?")
                .param(id)
                .update();
        retention.sweep();

        assertThat(instances(no)).isZero();
        assertThat(instances(no + "-devices")).isZero();
        assertThat(removals.of(no))
                .filteredOn(removal -> removal.kind() == DataKind.HISTORY)
                .singleElement()
                .satisfies(removal ->
                        assertThat(removals.rows(removal.id())).contains(RemovedRow.deleted("act_hi_procinst", id)));
    }

    private String laterDevices(String no) {
        String id = "devices-of-" + no;
        jdbc.sql(
                        "INSERT INTO act_hi_procinst (id_, proc_inst_id_, root_proc_inst_id_, business_key_, proc_def_id_,"
                                + " proc_def_key_, start_time_, state_) SELECT ?, ?, ?, ?, proc_def_id_, proc_def_key_,"
                                + " start_time_, 'ACTIVE' FROM act_hi_procinst WHERE business_key_ = ? AND super_process_instance_id_ IS NULL")
                .params(id, id, id, no + "-devices", no)
                .update();
        return id;
    }

    @Test
    void sparesWhatRunsIsLiveOrIsDisputed() {
        String running = bench.apply();
        String live = tested(ScriptedChannel::charged);
        bench.runJobs(ProcessBench.gate(lotOf(live)));
        bench.worker.runOnce();
        String disputed = tested(ScriptedChannel::chargedAnotherAmount);
        later(FIVE_YEARS.multipliedBy(4));

        retention.sweep();

        assertThat(removals.of(running)).isEmpty();
        assertThat(removals.of(live)).isEmpty();
        assertThat(lotOf(live).state().name()).isEqualTo("LIVE");
        assertThat(removals.of(disputed)).isEmpty();
        assertThat(instances(live)).isPositive();
    }

    @Test
    void sparesAnApplicationWhoseMoneyIsNotClearedAlthoughItsProcessIsOver() {
        String no = withdrawn(tested(order -> new DeductionResult.Failed("NOTENOUGH", "余额不足")));
        jdbc.sql("UPDATE deduction SET state = 'DISPUTED' WHERE binding_id = ?")
                .param(lotOf(no).id())
                .update();
        later(FIVE_YEARS);

        retention.sweep();

        assertThat(removals.of(no)).isEmpty();
        assertThat(instances(no)).isPositive();
    }

    @Test
    void keepsAPaperThatTheCompanysProfileStillHas() {
        String no = refused();
        List<Document> papers = documents.ofApplication(no);
        String kept = papers.get(0).id();
        jdbc.sql("INSERT INTO company_profile (merchant_id, version, last_account, changed_by, changed_at)"
                        + " SELECT ?, 1, 0, 'operator-test', CURRENT_TIMESTAMP"
                        + " WHERE NOT EXISTS (SELECT 1 FROM company_profile WHERE merchant_id = ?)")
                .params(bench.merchant.id(), bench.merchant.id())
                .update();
        jdbc.sql("INSERT INTO company_paper (merchant_id, place, about, document_id, added_by, added_at)"
                        + " VALUES (?, 'test', '', ?, 'operator-test', CURRENT_TIMESTAMP)")
                .params(bench.merchant.id(), kept)
                .update();
        later(FIVE_YEARS);

        retention.sweep();

        assertThat(documents.content(kept)).isNotEmpty();
        papers.stream().map(Document::id).filter(id -> !id.equals(kept)).forEach(id -> assertThatThrownBy(
                        () -> documents.content(id))
                .isInstanceOf(PaperRemoved.class));
    }

    @Test
    void saysOfAPaperThatItsTimeWasOver() {
        String no = refused();
        Document paper = documents.ofApplication(no).get(0);
        later(FIVE_YEARS);
        retention.sweep();
        bench.clock.reset();

        var answer = Browser.of(port, "reviewer").get("/api/documents/" + paper.id());

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("保存期限已到");
    }

    @Test
    void removesVehiclesThatNoTestIsAboutSoonerThanThoseOfATest() {
        String no = tested(order -> new DeductionResult.Failed("NOTENOUGH", "余额不足"));
        LotBinding lot = lotOf(no);
        bench.record(lot, true, "浙A99999");
        later(Duration.ofDays(181));

        retention.sweep();

        assertThat(jdbc.sql("SELECT DISTINCT entry_plate FROM stay WHERE lot_code = ?")
                        .param(lot.lotCode())
                        .query(String.class)
                        .list())
                .containsExactly("浙A12345");
        assertThat(count("photo WHERE lot_code = '" + lot.lotCode() + "'")).isEqualTo(2);
        assertThat(removals.newest(20)).anySatisfy(removal -> {
            assertThat(removal.kind()).isEqualTo(DataKind.TRAFFIC);
            assertThat(removal.applicationNo()).isNull();
        });
    }

    @Test
    void theEnginesOwnCleanUpIsGivenNoHistory() {
        String no = refused();
        later(FIVE_YEARS.multipliedBy(2));

        String job = history.cleanUpHistoryAsync(true).getId();
        bench.jobs.executeJob(job);

        assertThat(instances(no)).isPositive();
        assertThat(count("act_hi_procinst WHERE removal_time_ IS NOT NULL")).isZero();
        assertThat(count("act_hi_actinst WHERE removal_time_ IS NOT NULL")).isZero();
    }

    @Test
    void tellsAuditorsTheRulesAndTheirLawsAndNobodyElse() {
        var answer = Browser.of(port, "auditor").get("/api/audit/retention");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Browser.json(answer).get("rules"))
                .hasSize(DataKind.values().length)
                .allSatisfy(rule -> {
                    assertThat(rule.get("title").asText()).isNotEmpty();
                    assertThat(rule.get("keep").asText()).matches("\\d+ (年|天|个月)");
                    assertThat(rule.get("law").asText()).contains("法");
                });
        for (String other : List.of("reviewer", "supervisor", "hubin", "zhilian", "admin")) {
            assertThat(Browser.of(port, other).get("/api/audit/retention").statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(new Browser(port).get("/api/audit/retention").statusCode()).isEqualTo(401);
    }

    private String refused() {
        String no = bench.apply();
        bench.refuse(no, "资料不实");
        bench.worker.runOnce();
        assertThat(bench.steps(no)).isEmpty();
        return no;
    }

    /** One lot, whose test vehicle came and was charged. */
    private String tested(Function<DeductionOrder, DeductionResult> charge) {
        String no = bench.opened();
        LotBinding lot = bench.testing(no, 1).get(0);
        bench.channel.deduct = charge;
        bench.drive(lot);
        bench.worker.runOnce();
        return no;
    }

    private String withdrawn(String no) {
        LotBinding lot = lotOf(no);
        bench.withdrawals.lot(lot.id(), "operator-test", "停业");
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lot));
        bench.worker.runOnce();
        bench.runJobs(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).isEmpty();
        jdbc.sql("UPDATE mail SET state = 'SENT' WHERE about = ?").param(no).update();
        return no;
    }

    private LotBinding lotOf(String no) {
        return bench.bindings.ofApplication(no).get(0);
    }

    private void later(Duration time) {
        bench.clock.advance(time);
    }

    private long instances(String key) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .count();
    }

    /** Of its one process, with everything that this called. */
    private List<String> historyRows(String no) {
        return HistoryRemover.TABLES.stream()
                .flatMap(table -> jdbc
                        .sql("SELECT id_ FROM " + table + " WHERE root_proc_inst_id_ IN"
                                + " (SELECT root_proc_inst_id_ FROM act_hi_procinst WHERE business_key_ = ?)")
                        .param(no)
                        .query((row, n) -> table + " " + row.getString(1))
                        .list()
                        .stream())
                .collect(Collectors.toList());
    }

    private List<String> plates(LotBinding lot) {
        return jdbc.sql("SELECT coalesce(entry_plate, '') FROM stay WHERE lot_code = :lot"
                        + " UNION ALL SELECT plate_no FROM bill WHERE lot_code = :lot"
                        + " UNION ALL SELECT plate_no FROM test_vehicle WHERE lot_code = :lot")
                .param("lot", lot.lotCode())
                .query(String.class)
                .list();
    }

    private long count(String what) {
        return jdbc.sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }
}
