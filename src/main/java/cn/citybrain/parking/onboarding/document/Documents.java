package cn.citybrain.parking.onboarding.document;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The papers, encrypted. */
@Component
public class Documents {

    /**
     * Stores a picture (JPEG, PNG, BMP; at most {@code onboarding.document.max-size}).
     *
     * @throws PaperRefused if it is empty, too big or something else
     */
    public Document store(
            String applicationNo,
            String fieldKey,
            String tenantId,
            String fileName,
            String declaredMediaType,
            byte[] content,
            String uploadedBy) {
        throw new UnsupportedOperationException();
    }

    public Optional<Document> find(String id) {
        throw new UnsupportedOperationException();
    }

    /** Every paper of an application, replaced ones included, oldest first. */
    public List<Document> ofApplication(String applicationNo) {
        throw new UnsupportedOperationException();
    }

    /** The clear content. */
    public byte[] content(String id) {
        throw new UnsupportedOperationException();
    }

    /** Deletes a paper for good; for papers that were never part of a submitted revision. */
    public void delete(String id) {
        throw new UnsupportedOperationException();
    }
}
