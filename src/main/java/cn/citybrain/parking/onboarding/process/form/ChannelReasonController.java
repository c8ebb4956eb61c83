package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.StepForbidden;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Keeps what a reviewer found out before the task is completed with it: 核实渠道拒绝原因, 账号验证确认, 决定是否再次续办. Only the
 * completed task sends the application back.
 */
@RestController
class ChannelReasonController {

    /** So much of a name that nobody knows. */
    private static final int SHOWN = 40;

    private static final Set<String> FORMS = Set.of("find-reason.html", "confirm-account.html", "decide-renewal.html");

    private final CurrentUser user;
    private final HeldTasks held;
    private final Applications applications;
    private final ChannelAnswers answers;

    ChannelReasonController(CurrentUser user, HeldTasks held, Applications applications, ChannelAnswers answers) {
        this.user = user;
        this.held = held;
        this.applications = applications;
        this.answers = answers;
    }

    /** @param remarks reasons by field key; none when the refusal is final */
    record Found(String reason, Map<String, String> remarks) {

        Found {
            reason = Typed.lines(reason);
        }

        List<FieldIssue> issues() {
            return remarks == null
                    ? List.of()
                    : remarks.entrySet().stream()
                            .map(remark -> new FieldIssue(remark.getKey(), Typed.lines(remark.getValue())))
                            .toList();
        }
    }

    @PostMapping("/api/applications/{no}/channel-reason")
    void found(@PathVariable String no, @RequestBody Found found) {
        Actor actor = user.current();
        Application application = applications
                .find(no)
                .filter(candidate -> actor.sees(candidate.tenantId()))
                .orElseThrow(NotVisible::new);
        if (!actor.is(Role.OPS_REVIEWER)) {
            throw new StepForbidden("只有运营公司审核可以登记渠道拒绝的原因");
        }
        held.obstacle(no, FORMS, actor.userId()).ifPresent(why -> {
            throw new StepForbidden(why);
        });
        if (found.reason().isEmpty()) {
            throw new StepRefused("请填写渠道给出的原因");
        }
        requireFields(application, found);
        keep(application, found);
    }

    private void requireFields(Application application, Found found) {
        List<String> keys = found.issues().stream().map(FieldIssue::fieldKey).toList();
        List<String> unknown = applications.unknownFields(application, keys);
        if (!unknown.isEmpty()) {
            throw new StepRefused("申请资料里没有名为“" + Typed.cut(unknown.get(0), SHOWN) + "”的项目，请从列表里选择要更正的项目");
        }
    }

    private void keep(Application application, Found found) {
        String no = application.no();
        switch (application.state()) {
            case CHANNEL_REFUSED -> answers.refused(no, found.issues(), found.reason());
            case BINDING, CHANNEL_REVIEW -> {
                answers.remark(no, found.issues(), RemarkSource.CHANNEL, application.channel());
                answers.said(no, found.reason());
            }
            default -> throw new StepRefused("申请 " + no + " 目前没有被渠道拒绝");
        }
    }
}
