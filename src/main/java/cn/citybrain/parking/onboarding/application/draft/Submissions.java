package cn.citybrain.parking.onboarding.application.draft;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.CheckResult;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.DraftCheck;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.merchant.DuplicateAccount;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks a draft and freezes it as a revision. */
@Component
public class Submissions {

    private final ApplicationRows rows;
    private final DraftRows drafts;
    private final Revisions revisions;
    private final ApplicationForms forms;
    private final DraftCheck check;
    private final Merchants merchants;
    private final ReceivingAccounts accounts;
    private final OpenFields openFields;
    private final Doubts doubts;
    private final GivenBack returned;

    Submissions(
            ApplicationRows rows,
            DraftRows drafts,
            Revisions revisions,
            ApplicationForms forms,
            DraftCheck check,
            Merchants merchants,
            ReceivingAccounts accounts,
            OpenFields openFields,
            Doubts doubts,
            GivenBack returned) {
        this.rows = rows;
        this.drafts = drafts;
        this.revisions = revisions;
        this.forms = forms;
        this.check = check;
        this.merchants = merchants;
        this.accounts = accounts;
        this.openFields = openFields;
        this.doubts = doubts;
        this.returned = returned;
    }

    /** Checks the draft as {@link #submit} would. */
    public CheckResult check(String no) {
        Application application = rows.byNo(no);
        Map<String, String> values = drafts.everything(no);
        Catalogue catalogue = forms.of(application, values);
        Merchant merchant = merchants.byId(application.merchantId()).orElseThrow();
        CheckResult checked = check.check(catalogue, values, merchant.uscc());
        CheckResult result = new CheckResult(
                checked.fields(), checked.warnings(), returned.unanswered(application, catalogue, values));
        String account = values.get(catalogue.accountField());
        if (account == null || result.fields().containsKey(catalogue.accountField())) {
            return result;
        }
        Map<String, String> faults = new LinkedHashMap<>(result.fields());
        accounts.holder(merchant.id(), application.channel(), account)
                .filter(holder -> !holder.equals(no))
                .ifPresent(holder -> faults.put(catalogue.accountField(), new DuplicateAccount(holder).getMessage()));
        return new CheckResult(faults, result.warnings(), result.returned());
    }

    /**
     * Freezes the draft as the next revision, and opens or corrects the receiving account.
     *
     * @param explanations what the applicant says to doubts and to what was given back and is as it was, by field key: none is
     *     left without a sentence
     * @return the number of the revision
     * @throws InvalidFields with a message per field; duplicates name the other application
     */
    @Transactional
    public int submit(String no, Map<String, String> explanations, String userId) {
        Application application = rows.locked(no);
        requireSubmittable(application);
        CheckResult result = check(no);
        if (!result.ok()) {
            throw new InvalidFields(
                    "还有 " + result.fields().size() + " 处需要修改："
                            + String.join("；", result.fields().values()),
                    result.fields());
        }
        Catalogue catalogue = forms.of(application, drafts.values(no));
        Map<String, String> said = doubts.explained(application, result, explanations);
        Revision revision = freeze(application, catalogue, result.warnings(), said, userId);
        revisions.append(no, revision);
        drafts.say(no, Map.of());
        rows.move(
                no,
                ApplicationState.SUBMITTED,
                ", revision = ?, submitted_by = ?, submitted_at = ?",
                revision.number(),
                userId,
                rows.now());
        openAccount(application, catalogue, revision);
        return revision.number();
    }

    private void requireSubmittable(Application application) {
        if (openFields.of(application).isEmpty()) {
            throw new WrongState(
                    "申请 " + application.no() + " 目前是「" + application.state().title() + "」，不能提交");
        }
    }

    private Revision freeze(
            Application application,
            Catalogue catalogue,
            Map<String, String> warnings,
            Map<String, String> explanations,
            String userId) {
        Map<String, String> all = drafts.everything(application.no());
        return new Revision(
                application.revision() + 1,
                application.stage(),
                applicable(catalogue, all, drafts.values(application.no())),
                applicable(catalogue, all, drafts.papers(application.no())),
                warnings,
                explanations,
                userId,
                rows.now().toInstant());
    }

    private static Map<String, String> applicable(
            Catalogue catalogue, Map<String, String> all, Map<String, String> part) {
        return catalogue
                .fields()
                .filter(field -> part.containsKey(field.key()) && catalogue.applies(field, all))
                .collect(Collectors.toMap(Field::key, field -> part.get(field.key()), (a, b) -> a, LinkedHashMap::new));
    }

    private void openAccount(Application application, Catalogue catalogue, Revision revision) {
        String number = revision.values().get(catalogue.accountField());
        try {
            accounts.open(application.merchantId(), application.channel(), application.no(), number);
        } catch (DuplicateAccount e) {
            throw new InvalidFields(e.getMessage(), Map.of(catalogue.accountField(), e.getMessage()));
        }
    }
}
