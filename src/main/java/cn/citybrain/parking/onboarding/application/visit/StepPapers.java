package cn.citybrain.parking.onboarding.application.visit;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.document.ReadPaper;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers of later steps: loose until a fact (a visit, a result, a device) names them, then for good. */
@NamedInterface("services")
@Component
public class StepPapers {

    /** Takes more lots, for which devices are installed later. Before, they are part of the application's own steps. */
    public static final Set<ApplicationState> OPEN_ACCOUNT =
            EnumSet.of(ApplicationState.TESTING, ApplicationState.DONE, ApplicationState.PARTLY_DONE);

    private final JdbcClient jdbc;
    private final ApplicationRows rows;
    private final Documents documents;

    StepPapers(JdbcClient jdbc, ApplicationRows rows, Documents documents) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.documents = documents;
    }

    /**
     * Stores a paper that was read.
     *
     * @throws WrongState unless the application is at its channel or, for devices, its account is open
     */
    @Transactional
    public Document attach(String no, StepPaper paper, ReadPaper read, String userId) {
        Application application = require(no, paper);
        return documents.store(no, paper.key(), application.tenantId(), read, userId);
    }

    /** The newest of a kind that no fact names yet: what the next fact is about. */
    public Optional<Document> loose(String no, StepPaper paper) {
        return ofKind(no, paper).stream()
                .filter(document -> !used(document.id()))
                .reduce((first, second) -> second);
    }

    /** A loose paper of a kind, by its id. */
    public Optional<Document> loose(String no, StepPaper paper, String documentId) {
        return ofKind(no, paper).stream()
                .filter(document -> document.id().equals(documentId) && !used(documentId))
                .findFirst();
    }

    /** Throws a loose paper away; false if there is none of that id. */
    @Transactional
    public boolean discard(String no, StepPaper paper, String documentId) {
        require(no, paper);
        Optional<Document> loose = loose(no, paper, documentId);
        loose.ifPresent(document -> documents.delete(document.id()));
        return loose.isPresent();
    }

    private List<Document> ofKind(String no, StepPaper paper) {
        return documents.ofApplication(no).stream()
                .filter(document -> document.fieldKey().equals(paper.key()))
                .toList();
    }

    private boolean used(String documentId) {
        return jdbc.sql("SELECT (SELECT count(*) FROM appointment WHERE document_id = :id)"
                                + " + (SELECT count(*) FROM signing_result WHERE document_id = :id)"
                                + " + (SELECT count(*) FROM lane_device WHERE photo_id = :id)")
                        .param("id", documentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @throws WrongState if this is not the time for such a paper (yet, or any more) */
    @Transactional
    public Application require(String no, StepPaper paper) {
        Application application = rows.locked(no);
        if (!isTimeFor(paper, application.state())) {
            throw new WrongState("申请 " + no + " 目前是「" + application.state().title() + "」，这一步的资料不能（或不能再）更改");
        }
        return application;
    }

    /** Contract and result end with the channel's word; an account may be open while its devices are still being installed. */
    private static boolean isTimeFor(StepPaper paper, ApplicationState state) {
        return state == ApplicationState.CHANNEL_REVIEW
                || paper == StepPaper.DEVICE && (state == ApplicationState.BINDING || OPEN_ACCOUNT.contains(state));
    }
}
