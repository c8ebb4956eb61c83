package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.merchant.Merchants;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which fields the operator may edit: all of a draft; after a return the flagged ones, those that come and go with them,
 * and those that have gone wrong by themselves since (a licence that expired): else nobody could mend them.
 */
@Component
class OpenFields {

    private final Catalogues catalogues;
    private final Remarks remarks;
    private final Revisions revisions;
    private final DraftCheck check;
    private final Merchants merchants;

    OpenFields(Catalogues catalogues, Remarks remarks, Revisions revisions, DraftCheck check, Merchants merchants) {
        this.catalogues = catalogues;
        this.remarks = remarks;
        this.revisions = revisions;
        this.check = check;
        this.merchants = merchants;
    }

    Set<String> of(Application application) {
        Catalogue catalogue = catalogues.of(application);
        return switch (application.state()) {
            case DRAFT -> catalogue.fields().map(Field::key).collect(Collectors.toCollection(LinkedHashSet::new));
            case RETURNED, CHANNEL_REFUSED -> flagged(application, catalogue);
            default -> Set.of();
        };
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
        Set<String> open = catalogue.withDependents(flagged);
        return catalogue
                .fields()
                .map(Field::key)
                .filter(open::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> goneWrong(Application application, Catalogue catalogue) {
        Map<String, String> submitted = revisions
                .find(application.no(), application.revision())
                .orElseThrow()
                .everything();
        String uscc = merchants.byId(application.merchantId()).orElseThrow().uscc();
        return check.check(catalogue, submitted, uscc).fields().keySet();
    }
}
