package cn.citybrain.parking.onboarding.merchant.profile;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which papers stand in which profile. Whoever writes holds {@link CompanyProfiles#lock}. */
@Component
public class CompanyPapers {

    private final JdbcClient jdbc;

    CompanyPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CompanyPaper> of(long merchantId) {
        return jdbc.sql("SELECT * FROM company_paper WHERE merchant_id = ? ORDER BY place, about")
                .param(merchantId)
                .query(CompanyPapers::paper)
                .list();
    }

    /** Whether a profile needs a stored paper. */
    public boolean need(String documentId) {
        return jdbc.sql("SELECT count(*) FROM company_paper WHERE document_id = ?")
                        .param(documentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Puts a paper in its place and returns the stored paper that was there before. */
    @Transactional
    public Optional<String> put(long merchantId, CompanyPaper paper) {
        Optional<String> before = remove(merchantId, paper.place(), paper.about());
        jdbc.sql("INSERT INTO company_paper (merchant_id, place, about, document_id, valid_until, added_by, added_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(merchantId, paper.place(), paper.about(), paper.documentId())
                .param(paper.validUntil().orElse(null))
                .params(paper.addedBy(), SqlTime.of(paper.addedAt()))
                .update();
        return before.filter(document -> !document.equals(paper.documentId()));
    }

    /** Empties a place and returns the stored paper that was there. */
    @Transactional
    public Optional<String> remove(long merchantId, String place, String about) {
        Optional<String> before = jdbc.sql(
                        "SELECT document_id FROM company_paper WHERE merchant_id = ? AND place = ? AND about = ?")
                .params(merchantId, place, about)
                .query(String.class)
                .optional();
        jdbc.sql("DELETE FROM company_paper WHERE merchant_id = ? AND place = ? AND about = ?")
                .params(merchantId, place, about)
                .update();
        return before;
    }

    private static CompanyPaper paper(ResultSet row, int n) throws SQLException {
        return new CompanyPaper(
                row.getString("place"),
                row.getString("about"),
                row.getString("document_id"),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                row.getString("added_by"),
                SqlTime.read(row, "added_at"));
    }
}
