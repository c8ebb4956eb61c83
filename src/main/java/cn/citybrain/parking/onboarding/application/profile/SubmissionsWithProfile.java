package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.draft.Submissions;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Submissions that give something to the company's profile. */
@Component
public class SubmissionsWithProfile {

    private final Submissions submissions;
    private final ApplicationRows rows;
    private final Offers offers;

    SubmissionsWithProfile(Submissions submissions, ApplicationRows rows, Offers offers) {
        this.submissions = submissions;
        this.rows = rows;
        this.offers = offers;
    }

    /**
     * As {@link Submissions#submit}, and gives the company's profile what the applicant ticked: both or neither.
     *
     * @param profileVersion of the profile that the applicant was shown
     * @param places what of the application the profile shall take over
     * @throws WrongState if the profile was changed since
     */
    @Transactional
    public int submit(
            String no, Map<String, String> explanations, long profileVersion, Set<String> places, String userId) {
        int revision = submissions.submit(no, explanations, userId);
        offers.accept(rows.byNo(no), profileVersion, places, userId);
        return revision;
    }
}
