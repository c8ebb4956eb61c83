package cn.citybrain.parking.onboarding.audit.dossier;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.audit.dossier.book.Book;
import cn.citybrain.parking.onboarding.audit.dossier.book.Sheets;
import cn.citybrain.parking.onboarding.audit.dossier.matter.DossierFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Matter;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Matters;
import cn.citybrain.parking.onboarding.audit.dossier.matter.PaperFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.PaperFiles;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Point;
import cn.citybrain.parking.onboarding.audit.dossier.matter.StoryJson;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Version;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Versions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes dossiers. Records no look: who hands one out does that. */
@Component
class Dossiers {

    private final Matters matters;
    private final Versions versions;
    private final PaperFiles papers;

    Dossiers(Matters matters, Versions versions, PaperFiles papers) {
        this.matters = matters;
        this.versions = versions;
        this.papers = papers;
    }

    /**
     * Everything but the papers is made now; those are read when it is written. No connection is held while it is printed.
     *
     * @throws NotOnRecord if there is no such application
     */
    Dossier of(String applicationNo) {
        Matter matter = matters.of(applicationNo);
        Point point = matter.point();
        List<Version> models = versions.of(matter.courses());
        List<PaperFile> known = papers.of(matter.story().papers());
        List<DossierFile> files = new ArrayList<>();
        files.add(DossierFile.of("卷宗.pdf", new Book(matter, point, models, known).bytes()));
        files.add(Explanation.of(matter, point));
        files.add(DossierFile.of("story.json", StoryJson.bytes(Written.of(point, matter, known))));
        files.addAll(new Sheets(matter, known).files());
        models.forEach(model -> files.add(model.file()));
        known.stream().filter(PaperFile::isHere).forEach(paper -> add(paper, files));
        files.add(Sums.of(files));
        return new Dossier(matter.number(), point, files);
    }

    private void add(PaperFile paper, List<DossierFile> files) {
        for (int page = 1; page <= paper.names().size(); page++) {
            int number = page;
            files.add(new DossierFile(paper.names().get(page - 1), () -> papers.picture(paper, number)));
        }
    }
}
