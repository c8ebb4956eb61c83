package cn.citybrain.parking.onboarding.audit.dossier;

import cn.citybrain.parking.onboarding.audit.matter.DossierFile;
import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.audit.book.Book;
import cn.citybrain.parking.onboarding.audit.book.Sheets;
import cn.citybrain.parking.onboarding.audit.diagram.Diagrams;
import cn.citybrain.parking.onboarding.audit.matter.PaperFile;
import cn.citybrain.parking.onboarding.audit.matter.PaperFiles;
import cn.citybrain.parking.onboarding.audit.matter.Point;
import cn.citybrain.parking.onboarding.audit.matter.StoryJson;
import cn.citybrain.parking.onboarding.audit.matter.Matter;
import cn.citybrain.parking.onboarding.audit.matter.Version;
import cn.citybrain.parking.onboarding.audit.matter.Versions;
import cn.citybrain.parking.onboarding.audit.story.Stories;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes dossiers. Records no look: who hands one out does that. */
@Component
class Dossiers {

    private final Stories stories;
    private final Diagrams diagrams;
    private final Versions versions;
    private final PaperFiles papers;

    Dossiers(Stories stories, Diagrams diagrams, Versions versions, PaperFiles papers) {
        this.stories = stories;
        this.diagrams = diagrams;
        this.versions = versions;
        this.papers = papers;
    }

    /**
     * Everything but the papers is made now; those are read when it is written.
     *
     * @throws NotOnRecord if there is no such application
     */
    @Transactional(readOnly = true)
    public Dossier of(String applicationNo) {
        Matter matter = Matter.upToItsPoint(
                stories.of(applicationNo), diagrams.of(applicationNo).courses());
        Point point = matter.point();
        List<Version> models = versions.of(matter.courses());
        List<PaperFile> known = papers.of(matter.story().papers());
        List<DossierFile> files = new ArrayList<>();
        files.add(DossierFile.of("卷宗.pdf", new Book(matter, point, models, known).bytes()));
        files.add(Explanation.of(matter, point));
        files.add(DossierFile.of("story.json", StoryJson.bytes(Written.of(point, matter, known))));
        files.addAll(new Sheets(matter, known).files());
        models.forEach(model -> files.add(model.file()));
        known.stream()
                .filter(PaperFile::isHere)
                .forEach(paper -> files.add(new DossierFile(paper.name(), () -> papers.content(paper))));
        files.add(Sums.of(files));
        return new Dossier(matter.number(), point, files);
    }
}
