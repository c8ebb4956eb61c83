package cn.citybrain.parking.onboarding.application.draft;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.Remark;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.register.Remarks;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What was given back and comes as it was. A paper is as it was when its picture is the same, however often it was uploaded.
 */
@Component
public class GivenBack {

    private static final Set<ApplicationState> CORRECTED =
            Set.of(ApplicationState.RETURNED, ApplicationState.CHANNEL_REFUSED);

    private final Remarks remarks;
    private final Revisions revisions;
    private final Documents documents;

    GivenBack(Remarks remarks, Revisions revisions, Documents documents) {
        this.remarks = remarks;
        this.revisions = revisions;
        this.documents = documents;
    }

    /**
     * What a draft that is being corrected owes an answer to, in Chinese by field key.
     *
     * @param now values and papers
     */
    Map<String, String> unanswered(Application application, Catalogue catalogue, Map<String, String> now) {
        Map<String, String> unanswered = new LinkedHashMap<>();
        if (CORRECTED.contains(application.state())) {
            Set<String> flagged = flagged(remarks.current(application));
            revisions.find(application.no(), application.revision()).ifPresent(before -> unchanged(
                            catalogue, flagged, before.everything(), now)
                    .forEach(field -> unanswered.put(field.key(), field.label() + "被退回后没有改动")));
        }
        return unanswered;
    }

    /** Those of the fields given back in one revision that the next one has as they were, in the form's order. */
    public List<Field> unchanged(Catalogue catalogue, Collection<Remark> found, Revision before, Revision after) {
        return unchanged(catalogue, flagged(found), before.everything(), after.everything());
    }

    private List<Field> unchanged(
            Catalogue catalogue, Set<String> flagged, Map<String, String> before, Map<String, String> now) {
        List<Field> asked = catalogue
                .fields()
                .filter(field -> flagged.contains(field.key()) && catalogue.applies(field, now))
                .toList();
        Map<String, String> pictures = pictures(asked, before, now);
        return asked.stream()
                .filter(field -> Objects.equals(
                        content(field, before.get(field.key()), pictures),
                        content(field, now.get(field.key()), pictures)))
                .toList();
    }

    private Map<String, String> pictures(List<Field> asked, Map<String, String> before, Map<String, String> now) {
        Set<String> ids = asked.stream()
                .filter(Field::isPaper)
                .flatMap(field -> Stream.of(before, now).map(values -> values.get(field.key())))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : documents.find(ids).stream().collect(Collectors.toMap(Document::id, Document::sha256));
    }

    private static String content(Field field, String value, Map<String, String> pictures) {
        return field.isPaper() && value != null ? pictures.getOrDefault(value, value) : value;
    }

    private static Set<String> flagged(Collection<Remark> found) {
        return found.stream().map(Remark::fieldKey).collect(Collectors.toSet());
    }
}
