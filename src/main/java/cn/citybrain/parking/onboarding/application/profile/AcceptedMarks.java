package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.register.AcceptedApplications;
import cn.citybrain.parking.onboarding.application.register.AcceptedApplications.Accepted;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.application.register.SubmittedForms;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of an application stands in one of the same company that was accepted already: a reviewer need not check it anew. */
@Component
class AcceptedMarks {

    private final AcceptedApplications accepted;
    private final Revisions revisions;
    private final SubmittedForms submitted;
    private final Catalogues catalogues;
    private final Places places;

    AcceptedMarks(
            AcceptedApplications accepted,
            Revisions revisions,
            SubmittedForms submitted,
            Catalogues catalogues,
            Places places) {
        this.accepted = accepted;
        this.revisions = revisions;
        this.submitted = submitted;
        this.catalogues = catalogues;
        this.places = places;
    }

    /** Number of the newest accepted application that says the same, by field key. */
    @Transactional(readOnly = true)
    public Map<String, String> of(Application application) {
        Map<String, String> marks = new LinkedHashMap<>();
        Optional<Revision> newest = revisions.find(application.no(), application.revision());
        if (newest.isEmpty()) {
            return marks;
        }
        Map<String, String> values = newest.get().everything();
        Catalogue form = submitted.submitted(application);
        Said now = Said.of(form, values, places);
        accepted.of(application.tenantId()).stream()
                .filter(other -> !other.no().equals(application.no()))
                .forEach(other -> {
                    Said then = said(other);
                    form.fields()
                            .filter(field -> values.containsKey(field.key()))
                            .filter(field -> isSame(field, values.get(field.key()), now, then)
                                    || isSameOfChannel(field, values, application, other))
                            .forEach(field -> marks.putIfAbsent(field.key(), other.no()));
                });
        return marks;
    }

    private Said said(Accepted other) {
        Catalogue form = catalogues.of(Channel.of(other.channel()));
        return Said.of(form, other.revision().everything(), places);
    }

    private static boolean isSame(Field field, String value, Said now, Said then) {
        String place = field.profile();
        if (place == null) {
            return false;
        }
        if (field.isPaper()) {
            return Optional.ofNullable(then.papers().get(place))
                    .filter(paper -> paper.documentId().equals(value))
                    .isPresent();
        }
        if (Places.isAccounts(place)) {
            return now.account().containsKey(Places.ACCOUNT_NUMBER)
                    && now.account()
                            .get(Places.ACCOUNT_NUMBER)
                            .equals(then.account().get(Places.ACCOUNT_NUMBER))
                    && value.equals(then.account().get(place));
        }
        return value.equals(then.values().get(place));
    }

    /** What only one channel asks has no place in the profile. */
    private static boolean isSameOfChannel(
            Field field, Map<String, String> values, Application application, Accepted other) {
        return field.profile() == null
                && other.channel().equals(application.channel())
                && values.get(field.key()).equals(other.revision().everything().get(field.key()));
    }
}
