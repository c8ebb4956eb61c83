package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.register.PaperUses;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyPaper;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyPapers;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfile;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfiles;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyValues;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Changes a profile on the version that the person saw; papers that nobody needs any more go. */
@Component
class ProfileChanges {

    private final CompanyProfiles profiles;
    private final CompanyValues values;
    private final CompanyPapers papers;
    private final PaperUses uses;
    private final Clock clock;

    ProfileChanges(CompanyProfiles profiles, CompanyValues values, CompanyPapers papers, PaperUses uses, Clock clock) {
        this.profiles = profiles;
        this.values = values;
        this.papers = papers;
        this.uses = uses;
        this.clock = clock;
    }

    /**
     * Holds the profile until the transaction ends.
     *
     * @throws WrongState if somebody changed it since that version
     */
    CompanyProfile locked(long merchantId, long version) {
        if (profiles.lock(merchantId).orElse(-1) != version) {
            throw new WrongState("公司资料刚被别人更新过，这次没有保存。请重新载入，看过最新内容再改");
        }
        return profiles.find(merchantId).orElseThrow();
    }

    /** @param accountNo {@link CompanyProfile#COMPANY} or the number of a settlement account */
    void put(long merchantId, int accountNo, Map<String, String> changed, String by) {
        Instant now = clock.instant();
        changed.forEach(
                (place, value) -> values.put(merchantId, accountNo, place, value.isEmpty() ? null : value, by, now));
    }

    /** Returns the number of the new account. */
    int addAccount(long merchantId, Map<String, String> account, String by) {
        int no = values.nextAccount(merchantId);
        put(merchantId, no, account, by);
        return no;
    }

    void removeAccount(long merchantId, int accountNo) {
        values.removeAccount(merchantId, accountNo);
    }

    void put(long merchantId, CompanyPaper paper) {
        papers.put(merchantId, paper).ifPresent(before -> uses.discard(merchantId, before));
    }

    /** A paper of an application becomes one of the profile as well. */
    void put(long merchantId, Said.Paper said, String place, String by) {
        put(merchantId, said.in(place, by, clock.instant()));
    }

    void remove(long merchantId, CompanyPaper paper) {
        papers.remove(merchantId, paper.place(), paper.about()).ifPresent(before -> uses.discard(merchantId, before));
    }

    void done(long merchantId, String by) {
        profiles.changed(merchantId, by);
    }
}
