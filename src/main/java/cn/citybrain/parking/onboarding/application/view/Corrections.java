package cn.citybrain.parking.onboarding.application.view;

import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.Remark;
import cn.citybrain.parking.onboarding.application.draft.GivenBack;
import cn.citybrain.parking.onboarding.application.draft.OpenedFields;
import cn.citybrain.parking.onboarding.application.draft.OpenedFields.Opened;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.application.view.ApplicationView.OpenedView;
import cn.citybrain.parking.onboarding.application.view.ApplicationView.UnchangedView;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What came of what was given back: what is as it was, and what the applicant corrected besides. */
@Component
class Corrections {

    private final GivenBack returned;
    private final OpenedFields opened;
    private final CompanyPeople people;

    Corrections(GivenBack returned, OpenedFields opened, CompanyPeople people) {
        this.returned = returned;
        this.opened = opened;
        this.people = people;
    }

    /** @param submitted oldest first @param found in any of them */
    List<UnchangedView> unchanged(
            List<Revision> submitted, List<Remark> found, Catalogue catalogue, Visibility visibility) {
        if (submitted.size() < 2) {
            return List.of();
        }
        Revision before = submitted.get(submitted.size() - 2);
        Revision newest = submitted.get(submitted.size() - 1);
        List<Remark> then = found.stream()
                .filter(remark -> remark.revision() == before.number())
                .toList();
        return returned.unchanged(catalogue, then, before, newest).stream()
                .map(field -> unchanged(field, then, newest, visibility))
                .toList();
    }

    private static UnchangedView unchanged(Field field, List<Remark> then, Revision newest, Visibility visibility) {
        String answer = newest.explanations().get(field.key());
        return new UnchangedView(
                field.key(),
                field.label(),
                then.stream()
                        .filter(remark -> remark.fieldKey().equals(field.key()))
                        .map(Remark::reason)
                        .toList(),
                answer == null ? null : visibility.sentence(answer));
    }

    /** Of what this person sees: of the draft while it is open to them, else of the newest revision. */
    List<OpenedView> opened(Application application, Catalogue catalogue, Visibility visibility) {
        int about = visibility.open().isEmpty() ? application.revision() - 1 : application.revision();
        List<Opened> besides = opened.of(application.no()).stream()
                .filter(field -> field.revision() == about)
                .toList();
        Map<String, String> names =
                people.names(besides.stream().map(Opened::by).toList());
        return besides.stream()
                .map(field -> new OpenedView(
                        field.fieldKey(),
                        catalogue.label(field.fieldKey()),
                        visibility.sentence(field.why()),
                        names.get(field.by()),
                        field.at()))
                .toList();
    }
}
