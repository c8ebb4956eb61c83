package cn.citybrain.parking.onboarding.application.view;

import cn.citybrain.parking.onboarding.document.Document;
import java.time.Instant;

/**
 * A paper as the pages show it.
 *
 * @param size in bytes, as it came
 * @param pages that can be looked at, at least 1
 */
public record PaperView(
        String id,
        String fieldKey,
        String label,
        String fileName,
        String mediaType,
        int size,
        Instant uploadedAt,
        int pages) {

    public static PaperView of(Document document, String label) {
        return of(document, document.fieldKey(), label);
    }

    /** @param fieldKey where it stands: a paper that is shared was uploaded as something else, perhaps */
    static PaperView of(Document document, String fieldKey, String label) {
        return new PaperView(
                document.id(),
                fieldKey,
                label,
                document.fileName(),
                document.mediaType(),
                document.size(),
                document.uploadedAt(),
                Math.max(1, document.pages()));
    }
}
