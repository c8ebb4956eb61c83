package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyPapers;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who needs a stored paper: drafts, submitted revisions and the company's profile share it, and the last of them lets it go.
 */
@Component
public class PaperUses {

    private final JdbcClient jdbc;
    private final Revisions revisions;
    private final CompanyProfiles profiles;
    private final CompanyPapers papers;
    private final Documents documents;

    PaperUses(
            JdbcClient jdbc, Revisions revisions, CompanyProfiles profiles, CompanyPapers papers, Documents documents) {
        this.jdbc = jdbc;
        this.revisions = revisions;
        this.profiles = profiles;
        this.papers = papers;
        this.documents = documents;
    }

    /**
     * Deletes a paper that was taken out of a draft or a profile, unless somebody else needs it. Waits for whoever changes
     * the company's profile, or copies it into a new application.
     */
    @Transactional
    public void discard(long merchantId, String documentId) {
        profiles.lock(merchantId);
        if (!revisions.use(documentId) && !standsInDraft(documentId) && !papers.need(documentId)) {
            documents.delete(documentId);
        }
    }

    /** Whether it is for the company's own people only, so far. */
    boolean isUnsubmitted(String documentId) {
        return !revisions.use(documentId) && (standsInDraft(documentId) || papers.need(documentId));
    }

    private boolean standsInDraft(String documentId) {
        return jdbc.sql("SELECT count(*) FROM application_paper WHERE document_id = ?")
                        .param(documentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
