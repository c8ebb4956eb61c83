package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.draft.DraftRows;
import cn.citybrain.parking.onboarding.application.draft.Drafts;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A draft that was begun before the profile was kept gets from it what is still blank; what was typed stays. */
@Component
class Refilling {

    private final ApplicationRows rows;
    private final KnownCompanies companies;
    private final ApplicationProfiles profiles;
    private final Drafts drafts;
    private final DraftRows draftRows;

    Refilling(
            ApplicationRows rows,
            KnownCompanies companies,
            ApplicationProfiles profiles,
            Drafts drafts,
            DraftRows draftRows) {
        this.rows = rows;
        this.companies = companies;
        this.profiles = profiles;
        this.drafts = drafts;
        this.draftRows = draftRows;
    }

    /** @return how many fields were filled */
    @Transactional
    public int fill(String no, String userId) {
        Application application = rows.locked(no);
        Copied blank = profiles.blank(application, companies.held(application, userId));
        if (blank.count() > 0) {
            drafts.save(no, draftRows.version(no), blank.values(), userId);
            blank.papers().forEach((field, paper) -> draftRows.put(no, field, paper));
            rows.changed(no);
        }
        return blank.count();
    }
}
