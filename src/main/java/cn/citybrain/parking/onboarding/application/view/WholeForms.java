package cn.citybrain.parking.onboarding.application.view;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.WholeForm;
import cn.citybrain.parking.onboarding.application.WholeRevision;
import cn.citybrain.parking.onboarding.application.WholeRevision.Answer;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.FieldType;
import cn.citybrain.parking.onboarding.application.form.Masking;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every revision of an application as a whole, in a fixed number of statements. */
@NamedInterface("services")
@Component
public class WholeForms {

    private final Revisions revisions;
    private final ApplicationForms forms;

    WholeForms(Revisions revisions, ApplicationForms forms) {
        this.revisions = revisions;
        this.forms = forms;
    }

    @Transactional(readOnly = true)
    public WholeForm of(Application application) {
        List<Revision> submitted = revisions.of(application.no());
        Map<String, String> everything = new LinkedHashMap<>();
        submitted.forEach(revision -> everything.putAll(revision.values()));
        Catalogue asked = forms.of(application, everything);
        Catalogue whole = forms.whole(application);
        List<WholeRevision> told = new ArrayList<>();
        Revision before = null;
        for (Revision revision : submitted) {
            told.add(told(revision, RevisionHistory.label(whole, before, revision), asked, whole));
            before = revision;
        }
        Map<String, String> labels = new LinkedHashMap<>();
        asked.fields().forEach(field -> labels.put(field.key(), field.label()));
        return new WholeForm(told, labels);
    }

    private static WholeRevision told(Revision revision, String what, Catalogue asked, Catalogue whole) {
        List<Answer> answers = new ArrayList<>();
        Map<String, String> papers = new LinkedHashMap<>();
        for (Catalogue.Group group : asked.groups()) {
            String stage = whole.stage(group.stage()).label();
            for (Field field : group.fields()) {
                if (revision.papers().containsKey(field.key())) {
                    papers.put(field.key(), revision.papers().get(field.key()));
                } else if (revision.values().containsKey(field.key())) {
                    answers.add(answer(field, stage, revision.values().get(field.key())));
                }
            }
        }
        revision.papers().forEach(papers::putIfAbsent);
        addFormer(revision, asked, answers);
        return new WholeRevision(
                revision.number(),
                what,
                revision.submittedBy(),
                revision.submittedAt(),
                answers,
                papers,
                revision.warnings(),
                sentences(revision.explanations()));
    }

    /** What a form of an earlier version asked for stays on record; nobody knows what it is, so it stays hidden. */
    private static void addFormer(Revision revision, Catalogue asked, List<Answer> answers) {
        revision.values().forEach((key, value) -> {
            if (asked.field(key).isEmpty()) {
                answers.add(new Answer(key, key, "", value, "*".repeat(value.length())));
            }
        });
    }

    private static Answer answer(Field field, String stage, String value) {
        String shown = hidden(field) ? Masking.masked(field, value) : value;
        return new Answer(field.key(), field.label(), stage, field.display(value), field.display(shown));
    }

    private static boolean hidden(Field field) {
        return field.sensitive() && (Masking.isNumber(field) || field.type() == FieldType.LANDLINE_OR_PHONE);
    }

    private static Map<String, String> sentences(Map<String, String> written) {
        Map<String, String> shown = new LinkedHashMap<>();
        written.forEach((key, text) -> shown.put(key, Masking.numbers(text)));
        return shown;
    }
}
