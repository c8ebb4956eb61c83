package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.StepForbidden;
import cn.citybrain.parking.onboarding.process.StepRefused;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 核实渠道拒绝原因: keeps what a reviewer found out, before the task is completed with it. */
@RestController
class ChannelReasonController {

    private final CurrentUser user;
    private final Applications applications;

    ChannelReasonController(CurrentUser user, Applications applications) {
        this.user = user;
        this.applications = applications;
    }

    /** @param remarks reasons by field key; none when the refusal is final */
    record Found(String reason, Map<String, String> remarks) {
        List<FieldIssue> issues() {
            return remarks == null
                    ? List.of()
                    : remarks.entrySet().stream()
                            .map(remark -> new FieldIssue(remark.getKey(), remark.getValue()))
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
        if (application.state() != ApplicationState.CHANNEL_REFUSED) {
            throw new StepRefused("申请 " + no + " 目前没有被渠道拒绝");
        }
        if (found.reason() == null || found.reason().isBlank()) {
            throw new StepRefused("请填写渠道给出的原因");
        }
        applications.channelRefused(no, found.issues(), found.reason().strip());
    }
}
