package cn.citybrain.parking.onboarding.audit.dossier.matter;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.audit.diagram.Diagrams;
import cn.citybrain.parking.onboarding.audit.story.Stories;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a dossier tells, all of it as of one moment: what happens meanwhile is in the next one. */
@Component
public class Matters {

    private final Stories stories;
    private final Diagrams diagrams;

    Matters(Stories stories, Diagrams diagrams) {
        this.stories = stories;
        this.diagrams = diagrams;
    }

    /** @throws NotOnRecord if there is no such application */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Matter of(String applicationNo) {
        return Matter.upToItsPoint(
                stories.of(applicationNo), diagrams.of(applicationNo).courses());
    }
}
