package cn.citybrain.parking.onboarding.application.opening;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.draft.DraftRows;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.PaperNeed;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyPaper;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfile;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyProfiles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The check list of papers: which ones a company needs at a channel, and which of them it has given already. */
@Component
public class NeededPapers {

    private final CompanyProfiles profiles;
    private final ApplicationForms forms;
    private final DraftRows drafts;
    private final Clock clock;

    NeededPapers(CompanyProfiles profiles, ApplicationForms forms, DraftRows drafts, Clock clock) {
        this.profiles = profiles;
        this.forms = forms;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * A paper of the list.
     *
     * @param when what has to be answered before anybody knows whether it is needed, Chinese; null where it is known
     */
    public record NeededPaper(String key, String label, String help, String when, boolean optional, State state) {}

    /** Where a paper is. */
    public enum State {
        /** In the application. */
        HERE,
        /** In the company's profile. */
        KEPT,
        /** In the company's profile, but its time is over. */
        EXPIRED,
        MISSING
    }

    /** Before an application begins: what the company's profile says decides what is needed. */
    public List<NeededPaper> of(Catalogue form, Optional<CompanyProfile> profile) {
        Map<String, String> known = new LinkedHashMap<>();
        profile.ifPresent(kept -> form.fields()
                .filter(field -> field.profile() != null && kept.values().containsKey(field.profile()))
                .forEach(field -> known.put(field.key(), kept.values().get(field.profile()))));
        return listed(form, known, Map.of(), profile);
    }

    /** While it is filled in. */
    public List<NeededPaper> of(Application application) {
        Map<String, String> values = drafts.values(application.no());
        return listed(
                forms.whole(application, values),
                values,
                drafts.papers(application.no()),
                profiles.find(application.merchantId()));
    }

    public Optional<CompanyProfile> profile(long merchantId) {
        return profiles.find(merchantId);
    }

    private List<NeededPaper> listed(
            Catalogue form, Map<String, String> values, Map<String, String> papers, Optional<CompanyProfile> profile) {
        return PaperNeed.of(form, values).stream()
                .map(need -> new NeededPaper(
                        need.key(),
                        need.label(),
                        need.help(),
                        need.when(),
                        need.optional(),
                        state(need, papers, profile)))
                .toList();
    }

    private State state(PaperNeed need, Map<String, String> papers, Optional<CompanyProfile> profile) {
        if (papers.containsKey(need.key())) {
            return State.HERE;
        }
        List<CompanyPaper> kept = profile.map(CompanyProfile::papers).orElse(List.of()).stream()
                .filter(paper -> Objects.equals(paper.place(), need.place()))
                .toList();
        LocalDate today = LocalDate.now(clock);
        if (kept.isEmpty()) {
            return State.MISSING;
        }
        return kept.stream().allMatch(paper -> paper.isExpired(today)) ? State.EXPIRED : State.KEPT;
    }
}
