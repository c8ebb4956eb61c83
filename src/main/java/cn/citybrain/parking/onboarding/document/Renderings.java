package cn.citybrain.parking.onboarding.document;

import cn.citybrain.parking.onboarding.document.apart.PictureReaders;
import cn.citybrain.parking.onboarding.document.apart.ReadersBusy;
import cn.citybrain.parking.onboarding.document.picture.Page;
import cn.citybrain.parking.onboarding.document.picture.Unreadable;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What everybody sees of papers: their pages as plain pictures, encrypted. They are made when a paper is uploaded; of papers
 * that were stored before there were any, when somebody looks for the first time.
 */
@Component
public class Renderings {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Documents documents;
    private final PictureReaders readers;
    private final TransactionTemplate transaction;

    Renderings(
            JdbcClient jdbc,
            FieldCipher cipher,
            Documents documents,
            PictureReaders readers,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.documents = documents;
        this.readers = readers;
        this.transaction = transaction;
    }

    /**
     * A page, as JPEG.
     *
     * @param page from 1
     * @return empty if the paper has fewer
     * @throws PaperRemoved if its time was over
     * @throws PaperRefused if it is an old one that cannot be shown
     * @throws ReadersBusy if it was not read in time
     */
    public Optional<byte[]> page(String documentId, int page) {
        Optional<byte[]> stored = stored(documentId, page);
        return stored.isEmpty() && made(documentId) ? stored(documentId, page) : stored;
    }

    /** Every page, as JPEG, at least one. Throws as {@link #page} does. */
    public List<byte[]> pages(String documentId) {
        List<byte[]> pages = new ArrayList<>();
        for (Optional<byte[]> page = page(documentId, 1);
                page.isPresent();
                page = stored(documentId, pages.size() + 1)) {
            pages.add(page.get());
        }
        return pages;
    }

    /**
     * One JPEG of all pages, in a size that somebody wants.
     *
     * @param smallest bytes
     * @param largest bytes
     */
    public byte[] within(String documentId, int smallest, int largest) {
        List<byte[]> pages = pages(documentId);
        byte[] first = pages.get(0);
        return pages.size() == 1 && first.length >= smallest && first.length <= largest
                ? first
                : readers.together(pages, smallest, largest).jpeg();
    }

    private Optional<byte[]> stored(String documentId, int page) {
        return jdbc.sql("SELECT content FROM document_page WHERE document_id = ? AND page = ?")
                .params(documentId, page)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .map(kept -> cipher.decrypt(kept, Documents.pageContext(documentId, page)));
    }

    /** Makes the pages of an old paper; false if it has them already. */
    private boolean made(String documentId) {
        if (documents.find(documentId).orElseThrow(PaperRemoved::new).pages() > 0) {
            return false;
        }
        try {
            List<Page> pages = readers.pages(documents.content(documentId));
            transaction.executeWithoutResult(storing -> documents.insertPages(documentId, pages));
        } catch (Unreadable e) {
            throw new PaperRefused(e.getMessage());
        } catch (DuplicateKeyException meanwhile) {
            // somebody else looked at the same moment, and made the same
        }
        return true;
    }
}
