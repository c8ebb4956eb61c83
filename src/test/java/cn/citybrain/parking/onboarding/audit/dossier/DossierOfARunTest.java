package cn.citybrain.parking.onboarding.audit.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Hashes;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import cn.citybrain.parking.onboarding.audit.look.Looks;
import cn.citybrain.parking.onboarding.audit.story.PlayedApplication;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application to which everything happened, and what its dossier tells of it to somebody who has nothing else. */
@OnboardingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierOfARunTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HistoryService history;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    PlayedApplication run;
    Opened dossier;

    @BeforeAll
    void play() {
        run = PlayedApplication.live(app, port);
        dossier = new Opened(download());
    }

    @AfterAll
    void close() {
        run.close();
    }

    // what happened, rebuilt

    @Test
    void everyReviewIsToldWithItsPersonItsReasonAndItsRemarks() {
        List<Map<String, Object>> reviews = rows("SELECT * FROM review_decision WHERE application_no = ?");
        List<Map<String, Object>> remarks = rows("SELECT * FROM field_remark WHERE application_no = ?");

        assertThat(reviews).hasSize(2).allSatisfy(review -> assertThat(told("review_decision", review))
                .hasValueSatisfying(entry -> {
                    assertThat(entry.path("person").path("id").asText()).isEqualTo(review.get("DECIDED_BY"));
                    assertThat(Opened.line(entry)).contains(review.get("REASON").toString());
                }));
        assertThat(remarks).hasSize(1).allSatisfy(remark -> assertThat(
                        Opened.all(dossier.story().path("revisions"))
                                .flatMap(revision -> Opened.all(revision.path("remarks")))
                                .map(made -> made.path("key").asText() + " "
                                        + made.path("reason").asText()))
                .contains(remark.get("FIELD_KEY") + " " + remark.get("REASON")));
    }

    @Test
    void everyTaskThatSomebodyCompletedIsToldWithThePersonAndTheTime() {
        List<HistoricTaskInstance> completed = tasks();

        assertThat(completed).hasSizeGreaterThan(5).allSatisfy(task -> assertThat(dossier.entries("TASK"))
                .anySatisfy(entry -> {
                    assertThat(entry.path("source").path("id").asText()).isEqualTo(task.getId());
                    assertThat(entry.path("person").path("id").asText()).isEqualTo(task.getAssignee());
                    assertThat(Instant.parse(entry.path("at").asText()))
                            .isEqualTo(task.getEndTime().toInstant());
                }));
    }

    /** What decided where the process went on; what reviewers decide is in records of its own. */
    @Test
    void everyDecisionInATaskIsToldWithThePersonAndTheTime() {
        List<String> expected = new ArrayList<>();
        for (HistoricTaskInstance task : tasks()) {
            history
                    .createHistoricDetailQuery()
                    .variableUpdates()
                    .activityInstanceId(task.getActivityInstanceId())
                    .list()
                    .stream()
                    .map(HistoricVariableUpdate.class::cast)
                    .filter(update -> update.getVariableName().matches(".*(Decision|Outcome)"))
                    .filter(update -> !update.getVariableName().equals("reviewDecision"))
                    .forEach(update -> expected.add(task.getTaskDefinitionKey() + " " + task.getAssignee() + " "
                            + words(update.getValue().toString())));
        }

        assertThat(expected)
                .contains("userTask_confirmAccount reviewer 账户一致，予以确认", "userTask_disputed supervisor 重新测试");
        assertThat(dossier.entries("DECISION")
                        .filter(entry ->
                                entry.path("source").path("table").asText().equals("act_hi_detail"))
                        .map(entry -> entry.path("activityId").asText() + " "
                                + entry.path("person").path("id").asText() + " "
                                + fact(entry, "决定")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String words(String decision) {
        return Map.of("confirm", "账户一致，予以确认", "retest", "重新测试").getOrDefault(decision, decision);
    }

    private static String fact(JsonNode entry, String label) {
        return Opened.all(entry.path("facts"))
                .filter(fact -> fact.path("label").asText().equals(label))
                .map(fact -> fact.path("value").asText())
                .findFirst()
                .orElse("");
    }

    @Test
    void everyRefundIsToldWithBothItsPeople() {
        List<JsonNode> refunds = Opened.all(dossier.story().path("deductions"))
                .flatMap(attempt -> Opened.all(attempt.path("refunds")))
                .toList();

        assertThat(refunds).singleElement().satisfies(refund -> {
            assertThat(refund.path("reason").asText()).isEqualTo("金额不符");
            assertThat(refund.path("requestedBy").path("id").asText()).isEqualTo("supervisor");
            assertThat(refund.path("approvedBy").path("id").asText()).isEqualTo("supervisor2");
            assertThat(refund.path("state").asText()).isEqualTo("REFUNDED");
        });
    }

    @Test
    void everyAnswerAndEveryNoticeOfTheChannelIsTold() {
        List<Map<String, Object>> answers = jdbc.sql(
                        "SELECT * FROM channel_exchange WHERE application_no = ? OR binding_id = ?")
                .params(run.no, run.lot.id())
                .query()
                .listOfRows();
        List<Map<String, Object>> notices = jdbc.sql("SELECT * FROM channel_message WHERE subject IN"
                        + " (SELECT out_trade_no FROM deduction WHERE binding_id = :binding) OR subject = :no")
                .param("binding", run.lot.id())
                .param("no", run.no)
                .query()
                .listOfRows();

        assertThat(answers).hasSizeGreaterThan(5).allSatisfy(answer -> assertThat(told("channel_exchange", answer))
                .as(answer.toString())
                .hasValueSatisfying(entry -> assertThat(Opened.line(entry))
                        .contains(
                                answer.get("WORDS").toString(),
                                answer.get("CODE").toString())));
        assertThat(notices).allSatisfy(notice -> assertThat(told("channel_message", notice))
                .as(notice.toString())
                .isPresent());
    }

    @Test
    void everyAttemptToChargeIsToldStepByStep() {
        List<Map<String, Object>> attempts = jdbc.sql("SELECT * FROM deduction WHERE binding_id = ? ORDER BY id")
                .param(run.lot.id())
                .query()
                .listOfRows();

        assertThat(attempts).hasSize(2);
        for (int n = 0; n < attempts.size(); n++) {
            Map<String, Object> row = attempts.get(n);
            JsonNode told = dossier.story().path("deductions").path(n);
            assertThat(told.path("id").asLong()).isEqualTo(((Number) row.get("ID")).longValue());
            assertThat(told.path("state").asText()).isEqualTo(row.get("STATE"));
            assertThat(told.path("outTradeNo").asText()).isEqualTo(row.get("OUT_TRADE_NO"));
            assertThat(told.path("plateNo").asText()).isEqualTo(PlayedApplication.PLATE);
            assertThat(told.path("moves"))
                    .hasSize(jdbc.sql("SELECT count(*) FROM deduction_step WHERE deduction_id = ?")
                            .param(row.get("ID"))
                            .query(Integer.class)
                            .single());
        }
        JsonNode live = dossier.story().path("deductions").path(1);
        assertThat(live.path("liveOn").asBoolean()).isTrue();
        assertThat(live.path("transactionNo").asText()).isNotEmpty();
        assertThat(dossier.story()
                        .path("deductions")
                        .path(0)
                        .path("dispute")
                        .path("reason")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void everyRevisionIsToldWholeWithWhatChanged() {
        JsonNode revisions = dossier.story().path("revisions");

        assertThat(revisions.size())
                .isEqualTo(jdbc.sql("SELECT count(*) FROM application_revision WHERE application_no = ?")
                        .param(run.no)
                        .query(Integer.class)
                        .single());
        assertThat(Opened.all(revisions.path(revisions.size() - 1).path("changes"))
                        .map(change -> change.path("key").asText()))
                .contains("storeName");
    }

    // the file itself

    /** What was uploaded is known by its hash; what the camera wrote beside the picture leaves the house with nobody. */
    @Test
    void holdsAPictureOfEveryPaperAndTheHashOfWhatWasUploaded() {
        JsonNode papers = dossier.story().path("papers");
        JsonNode files = dossier.written().path("papers");

        assertThat(papers.size()).isGreaterThan(3).isEqualTo(files.size());
        for (int n = 0; n < papers.size(); n++) {
            byte[] content = dossier.files().get(files.path(n).path("file").asText());
            assertThat(content).startsWith(0xFF, 0xD8);
            assertThat(files.path(n).path("sha256").asText())
                    .hasSize(64)
                    .isEqualTo(papers.path(n).path("sha256").asText());
        }
    }

    @Test
    void saysTheHashOfEachOfItsFiles() {
        String sums = new String(dossier.files().get("SHA256SUMS"), StandardCharsets.UTF_8);

        assertThat(sums.lines()).hasSize(dossier.files().size() - 1).allSatisfy(line -> {
            String[] said = line.split("  ", 2);
            assertThat(Hashes.sha256(dossier.files().get(said[1]))).as(said[1]).isEqualTo(said[0]);
        });
    }

    @Test
    void readsInPrintAsInItsTables() {
        String printed = dossier.printed().replaceAll("\\s", "");
        List<CSVRecord> timeline = dossier.table("时间线");

        assertThat(printed).contains(run.no, PlayedApplication.PLATE, "门店名称与营业执照不符", "金额不符", "微信支付渠道接入", "证照材料清单");
        assertThat(timeline).hasSize(dossier.story().path("entries").size());
        assertThat(dossier.table("扣款")).hasSize(2);
        assertThat(dossier.table("退款")).hasSize(1);
    }

    @Test
    void hidesAccountsIdentityNumbersAndPhonesAsThePageDoes() {
        List<String> hidden = Opened.all(
                        dossier.story().path("revisions").path(0).path("values"))
                .filter(value -> value.path("masked").asBoolean())
                .map(value -> value.path("value").asText())
                .toList();

        assertThat(hidden).hasSizeGreaterThan(2).allMatch(value -> value.contains("*"));
        String text = dossier.printed() + new String(dossier.files().get("story.json"), StandardCharsets.UTF_8);
        assertThat(text).doesNotContainPattern("(?<![0-9a-f])[1-9]\\d{5}(19|20)\\d{9}[0-9X](?![0-9a-f])");
    }

    // the point of the story

    @Test
    void lookingAtItMovesNoStoryOnAndChangesNoByte() {
        byte[] before = download();
        clock.advance(Duration.ofMinutes(30));
        auditor().get("/api/audit/applications/" + run.no);
        JsonNode masked = Opened.all(dossier.story().path("revisions").path(0).path("values"))
                .filter(value -> value.path("masked").asBoolean())
                .findFirst()
                .orElseThrow();
        HttpResponse<String> look = auditor()
                .call(
                        "POST",
                        "/api/audit/applications/" + run.no + "/look",
                        "{\"field\":\"" + masked.path("key").asText() + "\",\"reason\":\"核对结算账户\"}");
        assertThat(look.statusCode()).isEqualTo(200);
        clock.advance(Duration.ofDays(3));

        assertThat(download()).isEqualTo(before);
    }

    /** A task becomes overdue, and nobody does anything. */
    @Test
    void aWaitThatGoesOnMovesNoStoryOnEither() {
        String waiting = run.bench.apply();
        byte[] before = download(waiting);
        clock.advance(Duration.ofDays(40));
        assertThat(download(waiting)).isEqualTo(before);

        run.bench.refuse(waiting, "超期未补");
        assertThat(download(waiting)).isNotEqualTo(before);
    }

    @Test
    void eachDownloadIsOnRecordWithTheHashOfWhatWasHandedOut() {
        clock.advance(Duration.ofHours(1));
        String hash = Hashes.sha256(download());

        assertThat(jdbc.sql("SELECT looked_by FROM audit_look WHERE application_no = ? AND kind = 'DOSSIER'"
                                + " AND subject = ? ORDER BY id DESC")
                        .params(run.no, hash)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch("auditor"::equals);
    }

    @Test
    void aPaperThatWasTamperedWithIsNamedAndKeepsNothingBack() {
        String id = dossier.story().path("papers").path(0).path("documentId").asText();
        byte[] stored = jdbc.sql("SELECT content FROM document WHERE id = ?")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .single();
        byte[] changed = stored.clone();
        changed[changed.length - 1] ^= 1;
        try {
            jdbc.sql("UPDATE document SET content = ? WHERE id = ?")
                    .params(changed, id)
                    .update();
            Opened told = new Opened(download());
            assertThat(told.written().path("papers").path(0).path("state").asText())
                    .isEqualTo("无法打开：存储的内容被改动");
            assertThat(told.printed()).contains("无法打开：存储的内容被改动");
        } finally {
            jdbc.sql("UPDATE document SET content = ? WHERE id = ?")
                    .params(stored, id)
                    .update();
        }
    }

    // who gets it

    @Test
    void isForAuditorsAlone() {
        String path = "/api/audit/applications/" + run.no + "/dossier";
        int looks = looks();

        for (String user : List.of("supervisor", "reviewer", "hubin", "zhilian", "admin")) {
            assertThat(Browser.of(port, user).get(path).statusCode()).as(user).isEqualTo(403);
        }
        assertThat(new Browser(port).get(path).statusCode()).isEqualTo(401);
        assertThat(looks()).isEqualTo(looks);
    }

    @Test
    void anApplicationThatThereIsNotIsSaidSo() {
        HttpResponse<String> answer = auditor().get("/api/audit/applications/WX209901010001/dossier");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有申请 WX209901010001");
    }

    // a period

    @Test
    void theCommandWritesThoseThatWereUnderWayAndTheSameBytesOnce(@TempDir Path folder) throws Exception {
        Instant begun =
                Instant.parse(dossier.story().path("header").path("begun").asText());
        String day = begun.atZone(Words.ZONE).toLocalDate().toString();

        DossierCommand first = command(day, day, folder);
        first.run(null);
        assertThat(first.getExitCode()).isZero();
        Path file = folder.resolve("卷宗-" + run.no + ".zip");
        assertThat(Files.readAllBytes(file)).isEqualTo(download());
        var written = Files.getLastModifiedTime(file);

        DossierCommand again = command(day, day, folder);
        again.run(null);
        assertThat(again.getExitCode()).isZero();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void whatALotAddedLaterIsAboutBelongsToItsPeriodToo() {
        Period next = Period.of("2031-01-01", "2031-01-31");
        JdbcClient jdbc = app.getBean(JdbcClient.class);
        UnderWay underWay = new OfThisRun(jdbc, run.no);
        assertThat(underWay.in(next, "")).isEmpty();

        String late = jdbc.sql(
                        "SELECT p.ID_ FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id JOIN ACT_HI_PROCINST p"
                                + " ON p.BUSINESS_KEY_ = b.application_no || '-' || l.code WHERE b.application_no = ?")
                .param(run.no)
                .query(String.class)
                .list()
                .get(0);
        Timestamp ended = jdbc.sql("SELECT END_TIME_ FROM ACT_HI_PROCINST WHERE ID_ = ?")
                .param(late)
                .query(Timestamp.class)
                .single();
        end(jdbc, late, Timestamp.from(next.begins()));
        assertThat(underWay.in(next, "")).containsExactly(run.no);
        end(jdbc, late, ended);
    }

    private static void end(JdbcClient jdbc, String instance, Timestamp at) {
        jdbc.sql("UPDATE ACT_HI_PROCINST SET END_TIME_ = ? WHERE ID_ = ?")
                .params(at, instance)
                .update();
    }

    @Test
    void theCommandSaysWhatIsWrongWithItsSettings(@TempDir Path folder) {
        DossierCommand command = command("29.11.2026", "2026-11-30", folder);
        command.run(null);

        assertThat(command.getExitCode()).isEqualTo(3);
    }

    private DossierCommand command(String from, String to, Path folder) {
        return new DossierCommand(
                app.getBean(Dossiers.class),
                new OfThisRun(app.getBean(JdbcClient.class), run.no),
                app.getBean(Looks.class),
                from,
                to,
                folder.toString());
    }

    /** Other tests left many applications of the same day: of those under way only the one that was played here is written. */
    private static final class OfThisRun extends UnderWay {

        private final String no;

        OfThisRun(JdbcClient jdbc, String no) {
            super(jdbc);
            this.no = no;
        }

        @Override
        List<String> in(Period period, String after) {
            String before = no.substring(0, no.length() - 1);
            return super.in(period, after.isEmpty() ? before : after).stream()
                    .filter(no::equals)
                    .toList();
        }
    }

    private byte[] download() {
        return download(run.no);
    }

    /** Logged in anew: hours pass in these tests, and end sessions. */
    private Browser auditor() {
        return Browser.of(port, "auditor");
    }

    private byte[] download(String number) {
        HttpResponse<byte[]> answer = auditor().download("/api/audit/applications/" + number + "/dossier");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .contains("attachment");
        return answer.body();
    }

    private int looks() {
        return jdbc.sql("SELECT count(*) FROM audit_look WHERE application_no = ?")
                .param(run.no)
                .query(Integer.class)
                .single();
    }

    private List<HistoricTaskInstance> tasks() {
        List<HistoricTaskInstance> tasks = new ArrayList<>();
        Opened.all(dossier.story().path("header").path("instances"))
                .map(instance -> instance.path("id").asText())
                .forEach(id -> tasks.addAll(
                        history.createHistoricTaskInstanceQuery().processInstanceId(id).finished().list().stream()
                                .filter(task -> "completed".equals(task.getDeleteReason()))
                                .toList()));
        return tasks;
    }

    private List<Map<String, Object>> rows(String sql) {
        return jdbc.sql(sql).param(run.no).query().listOfRows();
    }

    /** What the dossier tells of a row. */
    private Optional<JsonNode> told(String table, Map<String, Object> row) {
        String id = row.get("ID").toString();
        return Opened.all(dossier.story().path("entries"))
                .filter(entry -> entry.path("source").path("table").asText().equals(table))
                .filter(entry -> entry.path("source").path("id").asText().equals(id))
                .findFirst();
    }
}
