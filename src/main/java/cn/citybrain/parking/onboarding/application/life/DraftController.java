package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.CheckResult;
import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.draft.Doubts;
import cn.citybrain.parking.onboarding.application.draft.Drafts;
import cn.citybrain.parking.onboarding.application.draft.Submissions;
import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.application.profile.SubmissionsWithProfile;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.application.register.OwnCompanies;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the applicant's forms call: a draft is begun, filled in, checked and submitted. */
@RestController
@RequestMapping("/api/applications")
class DraftController {

    private final Beginnings beginnings;
    private final Drafts drafts;
    private final Doubts doubts;
    private final Submissions submissions;
    private final SubmissionsWithProfile withProfile;
    private final OwnCompanies own;
    private final Guard guard;

    DraftController(
            Beginnings beginnings,
            Drafts drafts,
            Doubts doubts,
            Submissions submissions,
            SubmissionsWithProfile withProfile,
            OwnCompanies own,
            Guard guard) {
        this.beginnings = beginnings;
        this.drafts = drafts;
        this.doubts = doubts;
        this.submissions = submissions;
        this.withProfile = withProfile;
        this.own = own;
        this.guard = guard;
    }

    /**
     * @param lotCodes what it is meant for, null or empty if nothing was said
     * @param company the company's tenant, null for the only one
     * @param like number of an earlier application for an account at the channel, whose values are taken over; null for none
     */
    record Creation(String channel, String company, List<String> lotCodes, String like) {}

    /**
     * @param explanations what the applicant says to doubts and to what was given back and is as it was, by field key; null
     *     for nothing
     * @param profile what the company's profile shall take over, null for nothing
     */
    record Submission(Map<String, String> explanations, TakenOver profile) {}

    /** @param version of the profile that was shown @param places what was ticked */
    record TakenOver(Long version, Set<String> places) {}

    /**
     * @param explanations what is said so far: in the draft, or before to those of the warnings that have not changed since
     * @param returned what was given back and is as it was: it wants an answer
     */
    record Checked(
            Map<String, String> fields,
            Map<String, String> warnings,
            Map<String, String> explanations,
            Map<String, String> returned) {}

    /** @param explanations what is written so far to doubts and to what was given back, by field key; null for no news */
    record Draft(Long version, Map<String, String> values, Map<String, String> explanations) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> create(@RequestBody Creation creation) {
        String tenant = own.one(creation.company()).tenantId();
        Channel channel = Catalogues.channel(creation.channel());
        List<String> lots = Objects.requireNonNullElse(creation.lotCodes(), List.of());
        String no = beginnings.number(channel);
        beginnings.begin(no, channel, tenant, guard.actor().userId(), lots, Optional.ofNullable(creation.like()));
        return Map.of("no", no);
    }

    @PutMapping("/{no}/draft")
    Map<String, Long> save(@PathVariable String no, @RequestBody Draft draft) {
        guard.fillable(no, HeldSteps.Step.FORM);
        if (draft.version() == null || draft.values() == null) {
            throw new InvalidFields("请求须包含 version 和 values", Map.of());
        }
        long version =
                drafts.save(no, draft.version(), draft.values(), guard.actor().userId());
        if (draft.explanations() != null) {
            doubts.keep(no, draft.explanations());
        }
        return Map.of("version", version);
    }

    @PostMapping("/{no}/check")
    Checked check(@PathVariable String no) {
        Application application = guard.visible(no, Role.LOT_OPERATOR);
        CheckResult result = submissions.check(no);
        return new Checked(result.fields(), result.warnings(), doubts.said(application, result), result.returned());
    }

    @PostMapping("/{no}/submit")
    Map<String, Object> submit(@PathVariable String no, @RequestBody(required = false) Submission submission) {
        guard.fillable(no, HeldSteps.Step.FORM);
        return Map.of(
                "no", no, "revision", submitted(no, submission, guard.actor().userId()));
    }

    private int submitted(String no, Submission submission, String userId) {
        Map<String, String> said =
                submission == null || submission.explanations() == null ? Map.of() : submission.explanations();
        TakenOver profile = submission == null ? null : submission.profile();
        if (profile == null || profile.places() == null || profile.places().isEmpty()) {
            return submissions.submit(no, said, userId);
        }
        if (profile.version() == null) {
            throw new InvalidFields("请求须包含公司资料的 version", Map.of());
        }
        return withProfile.submit(no, said, profile.version(), profile.places(), userId);
    }
}
