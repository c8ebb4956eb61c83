package cn.citybrain.parking.onboarding.application.view;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.application.ReviewDecision;
import cn.citybrain.parking.onboarding.application.lot.IntendedLot;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An application as one person sees it; what the forms load.
 *
 * @param stateText Chinese name of the state
 * @param stage key of the stage of the form that it stands in
 * @param started whether its process has begun
 * @param draft whether nothing of it was submitted yet
 * @param createdBy name of who began it
 * @param submittedBy name of who submitted it last, null before
 * @param version draft version to save on
 * @param openFields keys that this person may edit now
 * @param values by field key; sensitive ones masked as this person's role asks
 * @param warnings doubts about the newest revision, by field key
 * @param explanations what the applicant says to them, by field key
 * @param remarks on the newest revision
 * @param revisions newest first, each with what it changed
 * @param decision the reviewer's stored decision, null if none or not for this person
 * @param account null before the first submission
 * @param intendedLots what the applicant said at the start that it is meant for
 */
record ApplicationView(
        String no,
        String channel,
        String channelName,
        String merchantName,
        String merchantUscc,
        ApplicationState state,
        String stateText,
        String stage,
        boolean started,
        boolean draft,
        Instant begunAt,
        Instant changedAt,
        int revision,
        long version,
        String createdBy,
        String submittedBy,
        Set<String> openFields,
        Map<String, String> values,
        List<PaperView> documents,
        Map<String, String> warnings,
        Map<String, String> explanations,
        List<RemarkView> remarks,
        List<RevisionView> revisions,
        ReviewDecision decision,
        ReceivingAccount account,
        List<LotBinding> bindings,
        List<IntendedLot> intendedLots,
        List<String> chosenLots,
        ChannelView channelProgress,
        Instant expectedAt,
        String closingReason) {

    record RemarkView(
            int revision,
            String fieldKey,
            String label,
            String reason,
            RemarkSource source,
            String author,
            Instant createdAt) {}

    /** @param submittedBy the person's name @param stageLabel Chinese name of what was submitted */
    record RevisionView(
            int revision,
            String submittedBy,
            Instant submittedAt,
            String stageLabel,
            List<Change> changes,
            List<RemarkView> remarks) {}

    /** @param before null if there was nothing; file names for papers, with the ids beside */
    record Change(String key, String label, String before, String after, String documentBefore, String documentAfter) {}

    /** @param linkUntil when the link ends, null where nobody knows */
    record ChannelView(String state, String text, String link, Instant linkUntil, Instant expectedAt) {}

    /**
     * One line of a list.
     *
     * @param company its tenant
     * @param createdBy name of who began it
     * @param draft whether nothing of it was submitted yet
     */
    record Line(
            String no,
            String channel,
            String channelName,
            String company,
            String merchantName,
            ApplicationState state,
            String stateText,
            boolean started,
            int revision,
            String createdBy,
            Instant begunAt,
            Instant changedAt,
            boolean draft) {}
}
