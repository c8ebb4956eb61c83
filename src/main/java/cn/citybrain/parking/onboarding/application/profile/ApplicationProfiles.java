package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.draft.DraftRows;
import cn.citybrain.parking.onboarding.application.draft.OpenFields;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.profile.ApplicationProfile.AccountChoice;
import cn.citybrain.parking.onboarding.application.profile.ApplicationProfile.Left;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.merchant.profile.SettlementAccount;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of a form that is open which of its values are the profile's, what is missing and why, and what is offered back. */
@Component
class ApplicationProfiles {

    private final KnownCompanies companies;
    private final UsableAccounts accounts;
    private final Copies copies;
    private final Offers offers;
    private final DraftRows drafts;
    private final OpenFields openFields;
    private final ApplicationForms forms;
    private final Revisions revisions;

    ApplicationProfiles(
            KnownCompanies companies,
            UsableAccounts accounts,
            Copies copies,
            Offers offers,
            DraftRows drafts,
            OpenFields openFields,
            ApplicationForms forms,
            Revisions revisions) {
        this.companies = companies;
        this.accounts = accounts;
        this.copies = copies;
        this.offers = offers;
        this.drafts = drafts;
        this.openFields = openFields;
        this.forms = forms;
        this.revisions = revisions;
    }

    @Transactional
    public ApplicationProfile of(Application application, String userId) {
        Set<String> open = openFields.of(application);
        Known known = companies.of(application, userId);
        Map<String, String> draft = draft(application);
        Catalogue form = forms.of(application, draft);
        Copied copied = copies.of(form, known, chosen(form, known, draft));
        return new ApplicationProfile(
                known.profile().version(),
                taken(open, copied, draft, submitted(application)),
                left(form, open, copied, draft),
                copied.blank(form, open, draft).count(),
                open.contains(form.accountField()) ? choices(form, known) : List.of(),
                open.isEmpty() ? List.of() : offers.of(application, known));
    }

    /** What the profile could put into the form now. */
    Copied blank(Application application, Known known) {
        Map<String, String> draft = draft(application);
        Catalogue form = forms.of(application, draft);
        Copied copied = copies.of(form, known, chosen(form, known, draft));
        return copied.blank(form, openFields.of(application), draft);
    }

    private Map<String, String> draft(Application application) {
        Map<String, String> draft = new HashMap<>(drafts.values(application.no()));
        draft.putAll(drafts.papers(application.no()));
        return draft;
    }

    /** The account that the form names, else the one that it would be given. */
    private Optional<SettlementAccount> chosen(Catalogue form, Known known, Map<String, String> draft) {
        String number = draft.get(form.accountField());
        return number == null
                ? accounts.first(form, known)
                : known.profile().accounts().stream()
                        .filter(account -> number.equals(account.values().get(Places.ACCOUNT_NUMBER)))
                        .findFirst();
    }

    /** What was handed in last; nothing before. */
    private Map<String, String> submitted(Application application) {
        return revisions
                .find(application.no(), application.revision())
                .map(Revision::everything)
                .orElse(Map.of());
    }

    /** What was handed in already may have come to the profile from this very form: nobody knows who said it first. */
    private static Set<String> taken(
            Set<String> open, Copied copied, Map<String, String> draft, Map<String, String> submitted) {
        return open.stream()
                .filter(draft::containsKey)
                .filter(key -> !draft.get(key).equals(submitted.get(key)))
                .filter(key -> Objects.equals(
                        draft.get(key),
                        copied.values().getOrDefault(key, copied.papers().get(key))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Left> left(Catalogue form, Set<String> open, Copied copied, Map<String, String> draft) {
        return form.fields()
                .filter(field -> open.contains(field.key()) && form.applies(field, draft))
                .filter(field ->
                        !draft.containsKey(field.key()) && copied.left().containsKey(field.key()))
                .map(field -> new Left(field.key(), field.label(), copied.left().get(field.key())))
                .toList();
    }

    private List<AccountChoice> choices(Catalogue form, Known known) {
        return accounts.of(form, known).stream()
                .map(account -> new AccountChoice(
                        account.no(), AccountLabel.of(account.values()), inForm(form, account.values())))
                .toList();
    }

    /** A place that this account leaves empty is emptied in the form. */
    private static Map<String, String> inForm(Catalogue form, Map<String, String> account) {
        return form.fields()
                .filter(field -> field.profile() != null && Places.isAccounts(field.profile()))
                .collect(Collectors.toMap(field -> field.key(), field -> account.getOrDefault(field.profile(), "")));
    }
}
