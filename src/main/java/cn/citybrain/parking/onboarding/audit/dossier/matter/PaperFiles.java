package cn.citybrain.parking.onboarding.audit.dossier.matter;

import cn.citybrain.parking.onboarding.audit.dossier.matter.PaperFile.State;
import cn.citybrain.parking.onboarding.audit.story.PaperOnRecord;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.encryption.UndecipherableValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The files of a story's papers. What people called a file is in the lists and not in its name here: that could be anything.
 * A paper that was tampered with is no reason to give no dossier: the lists say so.
 */
@Component
public class PaperFiles {

    private static final int OF_THE_HASH = 8;
    private static final int LONGEST = 40;
    private static final Map<String, String> ENDINGS =
            Map.of("image/jpeg", ".jpg", "image/png", ".png", "image/bmp", ".bmp");

    private final Documents documents;

    PaperFiles(Documents documents) {
        this.documents = documents;
    }

    /** In the story's order. Each is read once, and let go. */
    public List<PaperFile> of(List<PaperOnRecord> papers) {
        List<PaperFile> files = new ArrayList<>();
        for (PaperOnRecord paper : papers) {
            files.add(of(paper, files.size() + 1));
        }
        return files;
    }

    public byte[] content(PaperFile file) {
        return documents.content(file.paper().documentId());
    }

    private PaperFile of(PaperOnRecord paper, int number) {
        if (paper.removed()) {
            return new PaperFile(paper, "", "", State.REMOVED);
        }
        try {
            String now = Hashes.sha256(documents.content(paper.documentId()));
            return new PaperFile(
                    paper, name(paper, number), now, now.equals(paper.sha256()) ? State.HERE : State.CHANGED);
        } catch (UndecipherableValue tampered) {
            return new PaperFile(paper, "", "", State.TAMPERED);
        }
    }

    private static String name(PaperOnRecord paper, int number) {
        String beginning = paper.sha256().substring(0, OF_THE_HASH);
        String ending = ENDINGS.getOrDefault(paper.mediaType(), "");
        return "证照/%03d-%s-%s%s".formatted(number, plain(paper.where()), beginning, ending);
    }

    /** What every file system takes. */
    private static String plain(String where) {
        String plain = where.replaceAll("[^\\p{IsHan}\\p{Alnum}]+", "-").replaceAll("^-|-$", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
