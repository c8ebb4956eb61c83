package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.application.draft.DraftRows;
import cn.citybrain.parking.onboarding.application.draft.Drafts;
import cn.citybrain.parking.onboarding.application.draft.Submissions;
import cn.citybrain.parking.onboarding.application.life.ApplicationStages;
import cn.citybrain.parking.onboarding.application.life.Beginnings;
import cn.citybrain.parking.onboarding.application.profile.SubmissionsWithProfile;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.Uploads;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.ReadPaper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.TestComponent;

/** An operator at the forms, from the beginning of a draft to its submission; who may is not asked. */
@TestComponent
public class TestDrafts {

    private final BeanFactory app;

    public TestDrafts(BeanFactory app) {
        this.app = app;
    }

    /** Begins a draft and returns its number. */
    public String create(Channel channel, String tenantId, String userId) {
        return create(channel, tenantId, userId, List.of(), Optional.empty());
    }

    /** @see Beginnings#begin */
    public String create(
            Channel channel, String tenantId, String userId, List<String> lotCodes, Optional<String> like) {
        Beginnings beginnings = app.getBean(Beginnings.class);
        String no = beginnings.number(channel);
        beginnings.begin(no, channel, tenantId, userId, lotCodes, like);
        return no;
    }

    /** Opens the next stage, and nothing after it. */
    public void open(String no, String stage) {
        app.getBean(ApplicationStages.class).open(no, stage, Set.of());
    }

    /** The version to save on. */
    public long version(String no) {
        return app.getBean(DraftRows.class).version(no);
    }

    /** Saves on the newest version. */
    public void save(String no, Map<String, String> values, String userId) {
        save(no, version(no), values, userId);
    }

    /** @see Drafts#save */
    public long save(String no, long version, Map<String, String> values, String userId) {
        return app.getBean(Drafts.class).save(no, version, values, userId);
    }

    /** Reads a paper, and puts it into its field. */
    public Document attach(String no, String fieldKey, String fileName, byte[] content, String userId) {
        String label = app.getBean(Drafts.class).openPaper(no, fieldKey);
        return attach(no, fieldKey, app.getBean(Uploads.class).read(fieldKey, label, fileName, content), userId);
    }

    /** @see Drafts#attach */
    public Document attach(String no, String fieldKey, ReadPaper paper, String userId) {
        return app.getBean(Drafts.class).attach(no, fieldKey, paper, userId);
    }

    /** @see Submissions#check */
    public CheckResult check(String no) {
        return app.getBean(Submissions.class).check(no);
    }

    /** Submits without a word, and returns the number of the revision. */
    public int submit(String no, String userId) {
        return submit(no, Map.of(), userId);
    }

    /** @see Submissions#submit */
    public int submit(String no, Map<String, String> explanations, String userId) {
        return app.getBean(Submissions.class).submit(no, explanations, userId);
    }

    /** @see SubmissionsWithProfile#submit */
    public int submit(
            String no, Map<String, String> explanations, long profileVersion, Set<String> places, String userId) {
        return app.getBean(SubmissionsWithProfile.class).submit(no, explanations, profileVersion, places, userId);
    }

    /** The number of the newest revision. */
    int revision(String no) {
        return app.getBean(ApplicationRows.class).byNo(no).revision();
    }
}
