package cn.citybrain.parking.onboarding.application.draft;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.Remark;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.DraftCheck;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.register.Remarks;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which fields the operator may edit: of a draft those of the stage that it stands in; after a return the flagged ones of
 * any stage, and those that come and go with them. In either case also those that have gone wrong by themselves since they
 * were submitted (a licence that expired): else nobody could mend them.
 */
@Component
public class OpenFields {

    private final ApplicationForms forms;
    private final Remarks remarks;
    private final Revisions revisions;
    private final DraftCheck check;
    private final Merchants merchants;

    OpenFields(ApplicationForms forms, Remarks remarks, Revisions revisions, DraftCheck check, Merchants merchants) {
        this.forms = forms;
        this.remarks = remarks;
        this.revisions = revisions;
        this.check = check;
        this.merchants = merchants;
    }

    public Set<String> of(Application application) {
        Catalogue catalogue = forms.of(application);
        return switch (application.state()) {
            case DRAFT, FILLING -> unsubmitted(application, catalogue);
            case RETURNED, CHANNEL_REFUSED -> flagged(application, catalogue);
            default -> Set.of();
        };
    }

    private Set<String> unsubmitted(Application application, Catalogue catalogue) {
        Set<String> open = keys(catalogue.only(Set.of(application.stage())));
        open.addAll(goneWrong(application, catalogue.before(application.stage())));
        return inOrder(catalogue, open);
    }

    private Set<String> flagged(Application application, Catalogue catalogue) {
        Set<String> flagged = remarks.current(application).stream()
                .map(Remark::fieldKey)
                .filter(key -> catalogue.field(key).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (flagged.isEmpty()) {
            return Set.of();
        }
        flagged.addAll(goneWrong(application, catalogue));
        return inOrder(catalogue, catalogue.withDependents(flagged));
    }

    /** What was right when it was submitted and is not any more. */
    private Set<String> goneWrong(Application application, Catalogue submitted) {
        String uscc = merchants.byId(application.merchantId()).orElseThrow().uscc();
        return revisions
                .find(application.no(), application.revision())
                .map(revision -> check.check(submitted, revision.everything(), uscc)
                        .fields()
                        .keySet())
                .orElse(Set.of());
    }

    private static Set<String> keys(Catalogue catalogue) {
        return catalogue.fields().map(Field::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> inOrder(Catalogue catalogue, Set<String> open) {
        return catalogue
                .fields()
                .map(Field::key)
                .filter(open::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
