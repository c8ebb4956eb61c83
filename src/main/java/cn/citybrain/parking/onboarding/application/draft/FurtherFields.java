package cn.citybrain.parking.onboarding.application.draft;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who corrects what was given back may find something else to correct: the field opens at once, and the reviewer reads why. */
@Component
public class FurtherFields {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    private final ApplicationRows rows;
    private final DraftRows drafts;
    private final ApplicationForms forms;
    private final OpenFields openFields;
    private final OpenedFields opened;
    private final ReceivingAccounts accounts;

    FurtherFields(
            ApplicationRows rows,
            DraftRows drafts,
            ApplicationForms forms,
            OpenFields openFields,
            OpenedFields opened,
            ReceivingAccounts accounts) {
        this.rows = rows;
        this.drafts = drafts;
        this.forms = forms;
        this.openFields = openFields;
        this.opened = opened;
        this.accounts = accounts;
    }

    /**
     * Opens a field.
     *
     * @return keys of the fields that are open now
     * @throws InvalidFields if there is no such field, nothing is said why, or the channel has confirmed it
     * @throws WrongState unless the application was given back
     */
    @Transactional
    public Set<String> open(String no, String fieldKey, String why, String by) {
        Application application = rows.locked(no);
        Set<String> open = openFields.of(application);
        if (open.isEmpty() || !isGivenBack(application)) {
            throw new WrongState("申请 " + no + " 目前是「" + application.state().title() + "」，只有退回更正时可以打开其他项目");
        }
        Field field = asked(application, fieldKey);
        String words = Typed.lines(why).replace('\n', ' ');
        if (Typed.length(words) < SHORTEST || Typed.length(words) > LONGEST) {
            throw refused(field.key(), "请写明为什么要更改" + field.label() + "（" + SHORTEST + " 至 " + LONGEST + " 个字）");
        }
        if (open.contains(field.key())) {
            return open;
        }
        opened.add(application, field.key(), words, by);
        return openFields.of(application);
    }

    private Field asked(Application application, String fieldKey) {
        Map<String, String> all = drafts.everything(application.no());
        Catalogue catalogue = forms.of(application, all);
        String key = fieldKey == null ? "" : fieldKey;
        Field field = catalogue
                .field(key)
                .filter(known -> catalogue.applies(known, all))
                .orElseThrow(() -> refused("field", "申请资料里没有这个项目，请从页面上选择要更改的项目"));
        if (key.equals(catalogue.accountField()) && isOpened(application)) {
            throw refused(key, field.label() + "已由渠道确认，不能更改；需要换账户的，请撤回后重新申请");
        }
        return field;
    }

    private boolean isOpened(Application application) {
        return accounts.byApplication(application.no())
                .filter(account -> account.state() != AccountState.APPLYING)
                .isPresent();
    }

    private static boolean isGivenBack(Application application) {
        return application.state() == ApplicationState.RETURNED
                || application.state() == ApplicationState.CHANNEL_REFUSED;
    }

    private static InvalidFields refused(String key, String message) {
        return new InvalidFields(message, Map.of(key, message));
    }
}
