package cn.citybrain.parking.onboarding.audit.dossier.matter;

import cn.citybrain.parking.onboarding.audit.dossier.matter.PaperFile.State;
import cn.citybrain.parking.onboarding.audit.story.PaperOnRecord;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.document.PaperRefused;
import cn.citybrain.parking.onboarding.document.Renderings;
import cn.citybrain.parking.onboarding.encryption.UndecipherableValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The pictures of a story's papers, a file for each page. Nothing that a camera wrote beside the picture is in them; the
 * original is known by its hash. What people called a file is in the lists and not in its name here: that could be anything.
 * A paper that was tampered with is no reason to give no dossier: the lists say so.
 */
@Component
public class PaperFiles {

    private static final int OF_THE_HASH = 8;
    private static final int LONGEST = 40;

    private final Documents documents;
    private final Renderings renderings;

    PaperFiles(Documents documents, Renderings renderings) {
        this.documents = documents;
        this.renderings = renderings;
    }

    /** In the story's order. Each is read once, and let go. */
    public List<PaperFile> of(List<PaperOnRecord> papers) {
        List<PaperFile> files = new ArrayList<>();
        for (PaperOnRecord paper : papers) {
            files.add(of(paper, files.size() + 1));
        }
        return files;
    }

    /** The picture of a page. @param page from 1 */
    public byte[] picture(PaperFile file, int page) {
        return renderings.page(file.paper().documentId(), page).orElseThrow();
    }

    private PaperFile of(PaperOnRecord paper, int number) {
        if (paper.removed()) {
            return new PaperFile(paper, List.of(), "", State.REMOVED);
        }
        try {
            String now = Hashes.sha256(documents.content(paper.documentId()));
            int pages = renderings.pages(paper.documentId()).size();
            return new PaperFile(
                    paper, names(paper, number, pages), now, now.equals(paper.sha256()) ? State.HERE : State.CHANGED);
        } catch (UndecipherableValue tampered) {
            return new PaperFile(paper, List.of(), "", State.TAMPERED);
        } catch (PaperRefused unreadable) {
            return new PaperFile(paper, List.of(), "", State.UNREADABLE);
        }
    }

    private static List<String> names(PaperOnRecord paper, int number, int pages) {
        return IntStream.rangeClosed(1, pages)
                .mapToObj(page -> name(paper, number, pages == 1 ? "" : "-第" + page + "页"))
                .toList();
    }

    private static String name(PaperOnRecord paper, int number, String page) {
        String beginning = paper.sha256().substring(0, OF_THE_HASH);
        return "证照/%03d-%s-%s%s.jpg".formatted(number, plain(paper.where()), beginning, page);
    }

    /** What every file system takes. */
    private static String plain(String where) {
        String plain = where.replaceAll("[^\\p{IsHan}\\p{Alnum}]+", "-").replaceAll("^-|-$", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
