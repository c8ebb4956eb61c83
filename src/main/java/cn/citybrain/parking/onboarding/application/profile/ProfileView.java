package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.document.Document;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The profile as its page shows it.
 *
 * @param company the company's tenant
 * @param form all places, in groups
 * @param values by place; sensitive ones masked
 * @param faults what is not right any more, by place: a date that has passed
 * @param lots names of the company's lots, for their photos
 * @param warnings doubts about what was saved just now, by place
 */
record ProfileView(
        String company,
        String companyName,
        long version,
        String changedBy,
        Instant changedAt,
        Catalogue form,
        Map<String, String> values,
        Map<String, String> faults,
        List<AccountView> accounts,
        List<PaperView> papers,
        List<String> lots,
        Map<String, String> warnings) {

    /** @param values by place; sensitive ones masked */
    record AccountView(int no, String label, Map<String, String> values) {}

    /**
     * @param pages that can be looked at
     * @param about name of the lot that it shows, empty for a paper of the company
     * @param validUntil null where it does not end
     * @param daysLeft until it ends, negative after it; null where it does not end
     */
    record PaperView(
            String place,
            String about,
            String id,
            String fileName,
            int size,
            int pages,
            Instant uploadedAt,
            LocalDate validUntil,
            Long daysLeft,
            Validity validity) {

        static PaperView of(String place, String about, Document document, LocalDate end, Long daysLeft) {
            return new PaperView(
                    place,
                    about,
                    document.id(),
                    document.fileName(),
                    document.size(),
                    Math.max(1, document.pages()),
                    document.uploadedAt(),
                    end,
                    daysLeft,
                    Validity.of(daysLeft));
        }
    }

    /** How a paper stands to its last day. */
    enum Validity {
        VALID,
        EXPIRING,
        EXPIRED;

        /** As long before the end as the first reminder of a renewal. */
        private static final long SOON = 60;

        static Validity of(Long daysLeft) {
            if (daysLeft == null || daysLeft > SOON) {
                return VALID;
            }
            return daysLeft < 0 ? EXPIRED : EXPIRING;
        }
    }
}
