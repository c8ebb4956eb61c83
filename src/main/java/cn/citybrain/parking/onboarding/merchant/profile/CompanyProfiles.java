package cn.citybrain.parking.onboarding.merchant.profile;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The companies' profiles as wholes: their beginning, their lock and their version. */
@Component
public class CompanyProfiles {

    private final JdbcClient jdbc;
    private final CompanyValues values;
    private final CompanyPapers papers;
    private final Clock clock;

    CompanyProfiles(JdbcClient jdbc, CompanyValues values, CompanyPapers papers, Clock clock) {
        this.jdbc = jdbc;
        this.values = values;
        this.papers = papers;
        this.clock = clock;
    }

    /** Empty before anything was kept. */
    @Transactional(readOnly = true)
    public Optional<CompanyProfile> find(long merchantId) {
        return jdbc.sql("SELECT version, changed_by, changed_at FROM company_profile WHERE merchant_id = ?")
                .param(merchantId)
                .query((row, n) ->
                        new Head(row.getLong("version"), row.getString("changed_by"), SqlTime.read(row, "changed_at")))
                .optional()
                .map(head -> new CompanyProfile(
                        merchantId,
                        head.version(),
                        values.ofCompany(merchantId),
                        values.accounts(merchantId),
                        papers.of(merchantId),
                        head.changedBy(),
                        head.changedAt()));
    }

    private record Head(long version, String changedBy, Instant changedAt) {}

    /**
     * Holds the profile until the transaction ends, so that changes of it, and the papers that it shares, come one after the
     * other. Returns its version; empty if there is none.
     */
    @Transactional
    public OptionalLong lock(long merchantId) {
        return jdbc.sql("SELECT version FROM company_profile WHERE merchant_id = ? FOR UPDATE")
                .param(merchantId)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Begins an empty profile. False if there is one, also if somebody begins it at the same moment. */
    @Transactional
    public boolean begin(long merchantId, String by) {
        jdbc.sql("SELECT id FROM merchant WHERE id = ? FOR UPDATE")
                .param(merchantId)
                .query(Long.class)
                .single();
        return jdbc.sql("INSERT INTO company_profile (merchant_id, version, last_account, changed_by, changed_at)"
                                + " SELECT m.id, 0, 0, ?, ? FROM merchant m WHERE m.id = ?"
                                + " AND NOT EXISTS (SELECT 1 FROM company_profile p WHERE p.merchant_id = m.id)")
                        .params(by, SqlTime.of(clock.instant()), merchantId)
                        .update()
                == 1;
    }

    /** The profile was changed: who read it before is told. */
    @Transactional
    public void changed(long merchantId, String by) {
        jdbc.sql("UPDATE company_profile SET version = version + 1, changed_by = ?, changed_at = ?"
                        + " WHERE merchant_id = ?")
                .params(by, SqlTime.of(clock.instant()), merchantId)
                .update();
    }
}
