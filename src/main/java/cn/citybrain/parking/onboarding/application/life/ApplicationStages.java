package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Stage;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way of an application through the stages of its form, until the lots can be chosen. */
@Component
class ApplicationStages {

    private final ApplicationRows rows;
    private final ApplicationForms forms;
    private final ReceivingAccounts accounts;

    ApplicationStages(ApplicationRows rows, ApplicationForms forms, ReceivingAccounts accounts) {
        this.rows = rows;
        this.forms = forms;
        this.accounts = accounts;
    }

    @Transactional
    void started(String no) {
        Application application = rows.byNo(no);
        boolean started = rows.start(no, ApplicationState.SUBMITTED, ApplicationState.SUBMITTED)
                || forms.whole(application).filledAfterStart()
                        && rows.start(no, ApplicationState.DRAFT, ApplicationState.FILLING);
        if (!started) {
            throw new WrongState(
                    application.state() == ApplicationState.DRAFT
                            ? "申请 " + no + " 目前是「" + application.state().title() + "」，请先填写并提交申请资料"
                            : "申请 " + no + " 已经开始办理，不能重复发起");
        }
    }

    /** Opens the next stage. The one that the application stands in is the one that people came back to: nothing changes. */
    @Transactional
    void open(String no, String stage) {
        Application application = rows.locked(no);
        if (application.stage().equals(stage)) {
            return;
        }
        List<String> before = forms.whole(application).before(stage).stages().stream()
                .map(Stage::key)
                .toList();
        if (!before.containsAll(application.stages())) {
            throw new WrongState("申请 " + no + " 已经过了这一步，不能重新打开");
        }
        rows.move(
                no,
                ApplicationState.FILLING,
                ", stages = ?, channel_link = NULL, expected_at = NULL",
                String.join(",", application.stages()) + "," + stage);
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
