package cn.citybrain.parking.onboarding.audit.story;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A paper: of revisions, or of a step (a signed form, a contract, a photo of a device).
 *
 * @param where Chinese: what it was used as
 * @param size in bytes, as it came
 * @param sha256 64 hex digits, of the clear content as it came
 * @param revisions numbers of the revisions that have it, empty for a paper of a step or of the draft alone
 * @param preview address of its first page as a picture; others by {@code ?page=}
 * @param uploadedAt null where nothing but its id is left
 * @param removed whether its bytes were removed by a rule: then there is no preview
 */
public record PaperOnRecord(
        String documentId,
        String fieldKey,
        String where,
        String fileName,
        String mediaType,
        int size,
        String sha256,
        Person uploadedBy,
        Instant uploadedAt,
        List<Integer> revisions,
        String preview,
        boolean removed) {

    /** With the name and role of its person. */
    PaperOnRecord by(UnaryOperator<Person> known) {
        return new PaperOnRecord(
                documentId,
                fieldKey,
                where,
                fileName,
                mediaType,
                size,
                sha256,
                known.apply(uploadedBy),
                uploadedAt,
                revisions,
                preview,
                removed);
    }
}
