package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form of an application as its newest revision filled it in. */
@Component
public class SubmittedForms {

    private final Revisions revisions;
    private final ApplicationForms forms;

    SubmittedForms(Revisions revisions, ApplicationForms forms) {
        this.revisions = revisions;
        this.forms = forms;
    }

    public Catalogue submitted(Application application) {
        return forms.of(
                application,
                revisions
                        .find(application.no(), application.revision())
                        .map(Revision::values)
                        .orElse(Map.of()));
    }
}
