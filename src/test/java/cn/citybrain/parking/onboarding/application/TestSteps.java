package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.application.device.InstallationEntry;
import cn.citybrain.parking.onboarding.application.device.InstallationReviews;
import cn.citybrain.parking.onboarding.application.device.Installations;
import cn.citybrain.parking.onboarding.application.visit.SigningResults;
import cn.citybrain.parking.onboarding.application.visit.StepPapers;
import cn.citybrain.parking.onboarding.document.PaperIntake;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** What people do in the forms of the steps on site, as the forms' API would store it. */
public final class TestSteps {

    private TestSteps() {}

    /** Uploads a picture for a step, and returns its id. */
    public static String paper(ApplicationContext app, String no, StepPaper paper, String by) {
        return app.getBean(StepPapers.class)
                .attach(no, paper, app.getBean(PaperIntake.class).read(paper.key() + ".png", SampleForm.PICTURE), by)
                .id();
    }

    public static void device(ApplicationContext app, String no, String lotCode, String lane, String terminal) {
        String photo = paper(app, no, StepPaper.DEVICE, "operator-test");
        app.getBean(Installations.class)
                .add(no, new InstallationEntry(lotCode, lane, "RSU-" + lane, terminal, photo), "operator-test");
    }

    /** Mends a lane that was given back. */
    public static void mend(ApplicationContext app, String no, Installation device, String terminal) {
        app.getBean(Installations.class)
                .change(
                        no,
                        device.id(),
                        new InstallationEntry(
                                device.lotCode(), device.laneNo(), device.deviceSerial(), terminal, device.photoId()),
                        "operator-test");
    }

    public static void remark(ApplicationContext app, String no, Map<Long, String> reasons) {
        app.getBean(InstallationReviews.class).remark(no, reasons);
    }

    public static void opened(ApplicationContext app, String no, String channelAccount, String by) {
        paper(app, no, StepPaper.RESULT, by);
        app.getBean(SigningResults.class).opened(no, channelAccount, by);
    }

    public static void refused(
            ApplicationContext app, String no, String reason, Map<String, String> remarks, String by) {
        app.getBean(SigningResults.class).refused(no, reason, remarks, by);
    }
}
