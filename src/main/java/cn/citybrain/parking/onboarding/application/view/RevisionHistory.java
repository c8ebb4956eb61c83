package cn.citybrain.parking.onboarding.application.view;

import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.Stage;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.application.view.ApplicationView.Change;
import cn.citybrain.parking.onboarding.application.view.ApplicationView.RemarkView;
import cn.citybrain.parking.onboarding.application.view.ApplicationView.RevisionView;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What each submitted revision changed against the one before, as one person may see it. */
@Component
class RevisionHistory {

    private final Documents documents;

    RevisionHistory(Documents documents) {
        this.documents = documents;
    }

    /**
     * Newest first.
     *
     * @param names of who submitted them, by id
     */
    List<RevisionView> of(
            List<Revision> revisions,
            List<RemarkView> remarks,
            Catalogue whole,
            Catalogue catalogue,
            Visibility visibility,
            Map<String, String> names) {
        List<RevisionView> views = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            Revision revision = revisions.get(i);
            views.add(new RevisionView(
                    revision.number(),
                    names.get(revision.submittedBy()),
                    revision.submittedAt(),
                    label(whole, i == 0 ? null : revisions.get(i - 1), revision),
                    i == 0 ? List.of() : changes(revisions.get(i - 1), revision, whole, catalogue, visibility),
                    remarks.stream()
                            .filter(remark -> remark.revision() == revision.number())
                            .toList()));
        }
        Collections.reverse(views);
        return views;
    }

    /** What was submitted for the first time; a correction is called one. */
    static String label(Catalogue whole, Revision before, Revision revision) {
        List<String> submitted = whole.through(revision.stage()).stages().stream()
                .filter(stage -> before == null || whole.isAfter(stage.key(), before.stage()))
                .map(Stage::label)
                .toList();
        return submitted.isEmpty() ? "补正" : String.join("、", submitted);
    }

    /** Of what was submitted before: a stage that is submitted for the first time changes nothing. */
    private List<Change> changes(
            Revision before, Revision after, Catalogue whole, Catalogue catalogue, Visibility visibility) {
        Map<String, String> old = before.everything();
        Map<String, String> now = after.everything();
        return catalogue
                .only(whole.through(before.stage()).stages().stream()
                        .map(Stage::key)
                        .toList())
                .fields()
                .filter(field -> !Objects.equals(old.get(field.key()), now.get(field.key())))
                .filter(field -> !field.isPaper() || !samePicture(old.get(field.key()), now.get(field.key())))
                .map(field -> field.isPaper()
                        ? paper(field, old.get(field.key()), now.get(field.key()))
                        : typed(field, old.get(field.key()), now.get(field.key()), visibility))
                .toList();
    }

    /** However often it was uploaded. */
    private boolean samePicture(String before, String after) {
        if (before == null || after == null) {
            return false;
        }
        List<Document> both = documents.find(List.of(before, after));
        return both.size() == 2 && both.get(0).sha256().equals(both.get(1).sha256());
    }

    private Change paper(Field field, String before, String after) {
        return new Change(field.key(), field.label(), fileName(before), fileName(after), before, after);
    }

    private static Change typed(Field field, String before, String after, Visibility visibility) {
        return new Change(
                field.key(),
                field.label(),
                shown(field, before, visibility),
                shown(field, after, visibility),
                null,
                null);
    }

    private static String shown(Field field, String value, Visibility visibility) {
        return value == null ? null : field.display(visibility.of(field, value));
    }

    private String fileName(String documentId) {
        return documentId == null
                ? null
                : documents.find(documentId).map(Document::fileName).orElse(null);
    }
}
