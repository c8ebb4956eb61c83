package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.draft.DraftRows;
import cn.citybrain.parking.onboarding.application.draft.OpenFields;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is entered anew in an application is offered back to the company profile, place by place; nothing goes by itself. */
@Component
public class Offers {

    private final KnownCompanies companies;
    private final Differences differences;
    private final ProfileChanges changes;
    private final DraftRows drafts;
    private final OpenFields openFields;
    private final ApplicationForms forms;
    private final Places places;
    private final Documents documents;

    Offers(
            KnownCompanies companies,
            Differences differences,
            ProfileChanges changes,
            DraftRows drafts,
            OpenFields openFields,
            ApplicationForms forms,
            Places places,
            Documents documents) {
        this.companies = companies;
        this.differences = differences;
        this.changes = changes;
        this.drafts = drafts;
        this.openFields = openFields;
        this.forms = forms;
        this.places = places;
        this.documents = documents;
    }

    /** What the draft of an application offers, in the order of the form. */
    List<Offer> of(Application application, Known known) {
        Set<String> open = openFields.of(application);
        Said said = said(application);
        return differences.of(said, known).stream()
                .map(difference -> difference.offer(open.contains(said.keys().get(difference.key())), this::fileName))
                .toList();
    }

    /**
     * Keeps what was ticked. What the application does not offer (any more) is passed over.
     *
     * @param version of the profile that the person was shown
     * @param wanted places
     * @throws cn.citybrain.parking.onboarding.application.WrongState if the profile was changed since
     */
    @Transactional
    public void accept(Application application, long version, Set<String> wanted, String userId) {
        long merchantId = application.merchantId();
        changes.locked(merchantId, version);
        Known known = companies.of(application, userId);
        List<Difference> taken = differences.of(said(application), known).stream()
                .filter(difference -> wanted.contains(difference.place()))
                .toList();
        taken.forEach(difference -> difference.keep(changes, merchantId, userId));
        if (!taken.isEmpty()) {
            changes.done(merchantId, userId);
        }
    }

    private Said said(Application application) {
        Map<String, String> all = new HashMap<>(drafts.values(application.no()));
        all.putAll(drafts.papers(application.no()));
        return Said.of(forms.of(application, all), all, places);
    }

    private String fileName(String documentId) {
        return documents.find(documentId).map(Document::fileName).orElse("");
    }
}
