package cn.citybrain.parking.onboarding.audit.seal;

import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.document.PaperRemoved;
import cn.citybrain.parking.onboarding.encryption.UndecipherableValue;
import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.Finding;
import cn.citybrain.parking.onboarding.seal.SealCheck;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deciphers every paper, with the pictures that were made of it, and compares it with the hash that is shown of it. */
@Component
@Order(60)
class PaperCheck implements SealCheck {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final Documents documents;

    PaperCheck(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    private record Paper(String id, String applicationNo, String sha256) {}

    @Override
    public Optional<CheckResult> run(SealScope scope) {
        List<Finding> findings = new ArrayList<>();
        long looked = 0;
        List<Paper> page = page("", scope);
        while (!page.isEmpty()) {
            looked += page.size();
            page.forEach(paper -> check(paper, findings));
            page = page(page.get(page.size() - 1).id(), scope);
        }
        return Optional.of(new CheckResult("证照", looked, findings, List.of()));
    }

    /** Papers whose time is over have their hash, and no picture. */
    private List<Paper> page(String after, SealScope scope) {
        return jdbc.sql("SELECT id, application_no, sha256 FROM document WHERE id > ? AND emptied_at IS NULL"
                        + " AND uploaded_at >= ?"
                        + " AND uploaded_at < ? ORDER BY id FETCH FIRST " + PAGE + " ROWS ONLY")
                .params(after, SqlTime.of(begin(scope.from())), SqlTime.of(end(scope.to())))
                .query((row, n) -> new Paper(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static Instant begin(LocalDate day) {
        return day == null ? Instant.EPOCH : day.atStartOfDay(ZONE).toInstant();
    }

    private static Instant end(LocalDate day) {
        return day == null
                ? Instant.parse("9999-01-01T00:00:00Z")
                : day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    private void check(Paper paper, List<Finding> findings) {
        String where = "证照 " + paper.id() + "（申请 " + paper.applicationNo() + "）";
        try {
            if (!paper.sha256().equals(sha256(documents.content(paper.id())))) {
                findings.add(new Finding(where, "内容与登记的 SHA-256 不符"));
            }
            documents.requirePages(paper.id());
        } catch (UndecipherableValue altered) {
            findings.add(new Finding(where, "无法解密：密文被改动，或缺少密钥"));
        } catch (PaperRemoved meanwhile) {
            // deleted or emptied since the page was read: whether that was in order, its row tells
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
