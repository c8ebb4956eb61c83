package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Stage;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way of an application through the stages of its form, until the lots can be chosen. */
@NamedInterface("services")
@Component
public class ApplicationStages {

    private final ApplicationRows rows;
    private final ApplicationForms forms;
    private final ReceivingAccounts accounts;

    ApplicationStages(ApplicationRows rows, ApplicationForms forms, ReceivingAccounts accounts) {
        this.rows = rows;
        this.forms = forms;
        this.accounts = accounts;
    }

    /**
     * The process has begun → FILLING: the first stage of the form is open to the operator, with what is known.
     *
     * @throws WrongState if it was started before
     */
    @Transactional
    public void started(String no) {
        String first = forms.whole(rows.byNo(no)).stages().get(0).key();
        if (!rows.start(no, first)) {
            throw new WrongState("申请 " + no + " 已经开始办理，不能重复发起");
        }
    }

    /**
     * → FILLING: opens the next stage of the form to the operator, and those after it that have no task of their own. One that
     * people came back to, where the application stands or for a correction, is open: nothing changes.
     *
     * @param withTasks keys of the stages that the process has a task for; none: all
     * @throws WrongState if the application is past it, or not ready for it
     */
    @Transactional
    public void open(String no, String stage, Set<String> withTasks) {
        Application application = rows.locked(no);
        if (application.stage().equals(stage)
                || isCorrected(application) && application.stages().contains(stage)) {
            return;
        }
        Catalogue whole = forms.whole(application);
        List<String> before = keys(whole.before(stage));
        if (!before.containsAll(application.stages())) {
            throw new WrongState("申请 " + no + " 已经过了这一步，不能重新打开");
        }
        List<String> opened = new ArrayList<>(application.stages());
        opened.add(stage);
        keys(whole).stream()
                .filter(later -> whole.isAfter(later, stage))
                .takeWhile(later -> !withTasks.isEmpty() && !withTasks.contains(later))
                .forEach(opened::add);
        rows.move(
                no,
                ApplicationState.FILLING,
                ", stages = ?, channel_link = NULL, expected_at = NULL",
                String.join(",", opened));
    }

    private static boolean isCorrected(Application application) {
        return application.state() == ApplicationState.RETURNED
                || application.state() == ApplicationState.CHANNEL_REFUSED;
    }

    private static List<String> keys(Catalogue catalogue) {
        return catalogue.stages().stream().map(Stage::key).toList();
    }

    /** → BINDING as soon as the channel has opened the account and everything that the form asks for was accepted. */
    @Transactional
    ApplicationState bindWhenReady(String no) {
        Application application = rows.locked(no);
        boolean opened = accounts.byApplication(no).orElseThrow().state() == AccountState.ACTIVE;
        boolean accepted = application.state() == ApplicationState.ACCEPTED
                || application.state() == ApplicationState.CHANNEL_REVIEW;
        if (!opened || !accepted || !forms.whole(application).endsWith(application.stage())) {
            return application.state();
        }
        rows.move(no, ApplicationState.BINDING, ", channel_link = NULL, expected_at = NULL");
        return ApplicationState.BINDING;
    }
}
