package cn.citybrain.parking.onboarding.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.document.PaperIntake;
import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.DaySeal;
import cn.citybrain.parking.onboarding.seal.Finding;
import cn.citybrain.parking.onboarding.seal.RawDatabase;
import cn.citybrain.parking.onboarding.seal.SealCheck;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.chain.Chainer;
import cn.citybrain.parking.onboarding.seal.day.DaySealing;
import cn.citybrain.parking.onboarding.seal.day.DaySeals;
import cn.citybrain.parking.onboarding.seal.day.SealExport;
import cn.citybrain.parking.onboarding.seal.proof.ExportedSeals;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seals as they leave the house, and what is checked that only the audit can check. */
@OnboardingTest
class SealsTest {

    @LocalServerPort
    int port;

    @Autowired
    PaperIntake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Chainer chainer;

    @Autowired
    DaySealing sealing;

    @Autowired
    DaySeals seals;

    @Autowired
    ExportedSeals exported;

    @Autowired
    DossierCheck dossiers;

    @Autowired
    PaperCheck papers;

    @Autowired
    Documents documents;

    @Autowired
    ObjectMapper json;

    @Autowired
    Environment environment;

    @TempDir
    Path folder;

    private DaySeal seal;

    @BeforeEach
    void sealADay() {
        clock.reset();
        jdbc.sql(
                        "INSERT INTO lot_refusal (binding_id, kind, party, actor, text, at) VALUES (-90, 'NOTE', 'x', 'x', 'x',"
                                + " CURRENT_TIMESTAMP)")
                .update();
        chainer.chainAll();
        clock.advance(Duration.ofDays(2));
        sealing.sealDue();
        seal = seals.last().orElseThrow();
    }

    @AfterEach
    void goBack() {
        clock.reset();
    }

    @Test
    void areListedForAuditorsWithWhetherTheyStand() throws Exception {
        JsonNode answer = json.readTree(
                Browser.of(port, "auditor").get("/api/audit/seals?size=1").body());

        assertThat(answer.path("total").asLong()).isEqualTo(seals.count());
        JsonNode row = answer.path("rows").path(0);
        assertThat(row.path("stands").asBoolean()).isTrue();
        assertThat(row.path("seal").path("no").asLong()).isEqualTo(seal.no());
        assertThat(row.path("seal").path("day").asText()).isEqualTo(seal.day().toString());
        assertThat(answer.path("end").path("stands").asBoolean()).isTrue();
        assertThat(answer.path("publicKeys").has(seal.keyId())).isTrue();
    }

    @Test
    void areNobodyElses() {
        assertThat(new Browser(port).get("/api/audit/seals").statusCode()).isEqualTo(401);
        for (String other : List.of("supervisor", "reviewer", "hubin", "zhilian", "admin")) {
            Browser browser = Browser.of(port, other);
            assertThat(browser.get("/api/audit/seals").statusCode()).as(other).isEqualTo(403);
            assertThat(browser.get("/api/audit/seals/export").statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    /** With nothing but the file and the platform's own Ed25519. */
    @Test
    void canBeCheckedElsewhere() throws Exception {
        JsonNode file = json.readTree(export().body());
        JsonNode last = file.path("seals").path(file.path("seals").size() - 1);
        String text = file.path("signedText").asText().replace("\\n", "\n");
        for (String name : List.of("no", "day", "firstBlock", "lastBlock", "entries", "hash", "previous", "sealedAt")) {
            text = text.replace("{" + name + "}", last.path(name).asText());
        }
        byte[] key = Base64.getDecoder()
                .decode(file.path("publicKeys")
                        .path(last.path("keyId").asText())
                        .asText());
        Signature checking = Signature.getInstance("Ed25519");
        checking.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        checking.update(text.getBytes(StandardCharsets.UTF_8));

        assertThat(checking.verify(
                        Base64.getDecoder().decode(last.path("signature").asText())))
                .isTrue();
    }

    private HttpResponse<String> export() {
        return Browser.of(port, "auditor").get("/api/audit/seals/export");
    }

    @Test
    void areMailedToTheAuditors() {
        List<String> letters = jdbc.sql("SELECT body FROM mail WHERE dedupe_key LIKE ?")
                .param("day-seal/" + seal.no() + "/%")
                .query(String.class)
                .list();

        assertThat(letters).isNotEmpty().allSatisfy(letter -> assertThat(letter)
                .contains(seal.text().strip(), seal.signature(), "密钥 " + seal.keyId()));
    }

    @Test
    void thatLieOutsideShowAChainThatWasMadeAnew() throws Exception {
        Path file = folder.resolve("seals.json");
        Files.writeString(file, export().body());
        assertThat(exported.check(file).findings()).isEmpty();

        SealExport kept = json.readValue(file.toFile(), SealExport.class);
        DaySeal other = new DaySeal(
                seal.no(), LocalDate.of(2026, 11, 1), 1, seal.lastBlock(), 7, "x", "", seal.sealedAt(), "demo", "eA==");
        Files.write(file, json.writeValueAsBytes(new SealExport(kept.publicKeys(), "", List.of(other))));
        assertThat(exported.check(file).findings()).singleElement().satisfies(finding -> assertThat(finding.what())
                .startsWith("签名无效"));
        Files.writeString(file, "forged");
        assertThat(exported.check(file).sound()).isFalse();
    }

    @Test
    void aForgedDossierIsFound() throws Exception {
        Path dossier = Files.write(folder.resolve("卷宗-X1.zip"), new byte[] {1, 2, 3});
        String sha256 = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(new byte[] {1, 2, 3}));
        jdbc.sql("INSERT INTO audit_look (application_no, kind, subject, reason, looked_by, looked_at)"
                        + " VALUES ('X1', 'DOSSIER', ?, '', 'auditor', CURRENT_TIMESTAMP)")
                .param(sha256)
                .update();
        assertThat(dossiers.check(folder)).returns(true, CheckResult::sound).returns(1L, CheckResult::looked);

        Files.write(dossier, new byte[] {1, 2, 4});
        assertThat(dossiers.check(dossier).findings()).singleElement().satisfies(finding -> assertThat(finding.where())
                .isEqualTo("卷宗 卷宗-X1.zip"));
    }

    @Test
    void aForgedPaperIsFound() throws Exception {
        byte[] picture = Files.readAllBytes(Path.of("src/docs/pictures/lot-live.png"));
        String id = documents
                .store("X1", "f", "t", intake.read("a.png", picture), "x")
                .id();
        String other = documents
                .store("X1", "f", "t", intake.read("b.png", picture), "x")
                .id();
        assertThat(about(id, papers)).isEmpty();
        try (RawDatabase console = new RawDatabase(environment)) {
            console.run(
                    "UPDATE document_page SET content = (SELECT p.content FROM document_page p WHERE p.document_id = '"
                            + other + "') WHERE document_id = '" + id + "'");
            assertThat(about(id, papers)).singleElement().satisfies(finding -> assertThat(finding.what())
                    .startsWith("无法解密"));
            console.run("DELETE FROM document_page WHERE document_id = '" + id + "'");
            console.run("UPDATE document SET sha256 = '" + "0".repeat(64) + "' WHERE id = '" + id + "'");
            assertThat(about(id, papers)).singleElement().satisfies(finding -> assertThat(finding.what())
                    .isEqualTo("内容与登记的 SHA-256 不符"));
            console.run("UPDATE document SET content = (SELECT p.content FROM document p WHERE p.id = '" + other
                    + "') WHERE id = '" + id + "'");
            assertThat(about(id, papers)).singleElement().satisfies(finding -> assertThat(finding.what())
                    .startsWith("无法解密"));
        }
        documents.delete(id);
        documents.delete(other);
    }

    @Test
    void aPaperThatIsRemovedWhileItIsCheckedIsPassedOver() throws Exception {
        byte[] picture = Files.readAllBytes(Path.of("src/docs/pictures/lot-live.png"));
        String id = documents
                .store("X1", "f", "t", intake.read("a.png", picture), "x")
                .id();
        Documents changing = mock(Documents.class);
        when(changing.content(any())).thenAnswer(call -> {
            if (id.equals(call.getArgument(0))) {
                documents.delete(id);
            }
            return documents.content(call.getArgument(0));
        });

        assertThat(about(id, new PaperCheck(jdbc, changing))).isEmpty();
        verify(changing).content(id);
    }

    private static List<Finding> about(String id, SealCheck check) {
        return check.run(SealScope.WHOLE).orElseThrow().findings().stream()
                .filter(finding -> finding.where().contains(id))
                .toList();
    }
}
