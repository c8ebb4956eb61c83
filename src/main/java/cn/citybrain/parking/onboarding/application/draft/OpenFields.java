package cn.citybrain.parking.onboarding.application.draft;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.Remark;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.DraftCheck;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.register.Remarks;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which fields the operator may edit: of a draft those of the stages that were not submitted yet; after a return the flagged ones of
 * any stage, those that the operator opened besides, and those that come and go with them. In either case also those that have gone wrong by themselves since they
 * were submitted (a licence that expired): else nobody could mend them.
 */
@Component
public class OpenFields {

    private final DraftRows drafts;
    private final ApplicationForms forms;
    private final Remarks remarks;
    private final Revisions revisions;
    private final DraftCheck check;
    private final Merchants merchants;
    private final OpenedFields opened;

    OpenFields(
            DraftRows drafts,
            ApplicationForms forms,
            Remarks remarks,
            Revisions revisions,
            DraftCheck check,
            Merchants merchants,
            OpenedFields opened) {
        this.drafts = drafts;
        this.forms = forms;
        this.remarks = remarks;
        this.revisions = revisions;
        this.check = check;
        this.merchants = merchants;
        this.opened = opened;
    }

    public Set<String> of(Application application) {
        Catalogue catalogue = forms.of(application, drafts.values(application.no()));
        return switch (application.state()) {
            case DRAFT, FILLING -> unsubmitted(application, catalogue);
            case RETURNED, CHANNEL_REFUSED -> flagged(application, catalogue);
            default -> Set.of();
        };
    }

    private Set<String> unsubmitted(Application application, Catalogue catalogue) {
        Optional<Revision> submitted = revisions.find(application.no(), application.revision());
        Set<String> stages = unsubmittedStages(application, submitted);
        Set<String> open = keys(catalogue.only(stages));
        open.addAll(goneWrong(application, catalogue.before(stages.iterator().next()), submitted));
        return inOrder(catalogue, open);
    }

    /** One, but for what a process of the version before has its applicants fill in at once. */
    private Set<String> unsubmittedStages(Application application, Optional<Revision> submitted) {
        Catalogue whole = forms.whole(application);
        Set<String> later = application.stages().stream()
                .filter(stage -> submitted
                        .filter(revision -> !whole.isAfter(stage, revision.stage()))
                        .isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return later.isEmpty() ? Set.of(application.stage()) : later;
    }

    private Set<String> flagged(Application application, Catalogue catalogue) {
        Set<String> flagged = remarks.current(application).stream()
                .map(Remark::fieldKey)
                .filter(key -> catalogue.field(key).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (flagged.isEmpty()) {
            return Set.of();
        }
        flagged.addAll(opened.keys(application));
        flagged.addAll(goneWrong(application, catalogue, revisions.find(application.no(), application.revision())));
        return inOrder(catalogue, catalogue.withDependents(flagged));
    }

    /** What was right when it was submitted and is not any more. */
    private Set<String> goneWrong(Application application, Catalogue asked, Optional<Revision> submitted) {
        String uscc = merchants.byId(application.merchantId()).orElseThrow().uscc();
        return submitted
                .map(revision ->
                        check.check(asked, revision.everything(), uscc).fields().keySet())
                .orElse(Set.of());
    }

    private static Set<String> keys(Catalogue catalogue) {
        return catalogue.fields().map(Field::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> inOrder(Catalogue catalogue, Set<String> open) {
        return catalogue
                .fields()
                .filter(field -> !field.former())
                .map(Field::key)
                .filter(open::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
