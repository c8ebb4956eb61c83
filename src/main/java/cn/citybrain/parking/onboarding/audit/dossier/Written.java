package cn.citybrain.parking.onboarding.audit.dossier;

import cn.citybrain.parking.onboarding.audit.diagram.Course;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Matter;
import cn.citybrain.parking.onboarding.audit.dossier.matter.PaperFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Point;
import cn.citybrain.parking.onboarding.audit.story.Story;
import java.util.List;

/**
 * What {@code story.json} holds.
 *
 * @param format changes when a reader of earlier dossiers would misunderstand
 * @param courses what each process instance went through, step by step
 */
record Written(String format, Point point, Story story, List<Course> courses, List<File> papers) {

    static final String FORMAT = "channel-onboarding-dossier/1";

    /**
     * @param file path in the dossier of its first page, empty where it is not in it
     * @param sha256 of the bytes as they were uploaded, empty where there are none
     */
    record File(String documentId, String file, String sha256, String state) {}

    static Written of(Point point, Matter matter, List<PaperFile> papers) {
        List<File> files = papers.stream()
                .map(paper -> new File(
                        paper.paper().documentId(),
                        paper.name(),
                        paper.sha256(),
                        paper.state().title()))
                .toList();
        return new Written(FORMAT, point, matter.story(), matter.courses(), files);
    }
}
