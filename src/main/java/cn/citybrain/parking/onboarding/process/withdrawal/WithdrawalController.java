package cn.citybrain.parking.onboarding.process.withdrawal;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Conflicts;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.StepForbidden;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.answer.Polls;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The buttons 撤回 and 立即查询. */
@RestController
class WithdrawalController {

    private static final int LONGEST_REASON = 200;

    private final CurrentUser user;
    private final Applications applications;
    private final LotBindings bindings;
    private final Withdrawals withdrawals;
    private final Polls polls;
    private final EngineRights rights;

    WithdrawalController(
            CurrentUser user,
            Applications applications,
            LotBindings bindings,
            Withdrawals withdrawals,
            Polls polls,
            EngineRights rights) {
        this.user = user;
        this.applications = applications;
        this.bindings = bindings;
        this.withdrawals = withdrawals;
        this.polls = polls;
        this.rights = rights;
    }

    record Request(String reason) {
        String checked() {
            String said = Typed.lines(reason);
            if (said.isEmpty() || Typed.length(said) > LONGEST_REASON) {
                throw new StepRefused("请填写撤回原因，不超过 " + LONGEST_REASON + " 字");
            }
            return said;
        }
    }

    @PostMapping("/api/applications/{no}/withdraw")
    void application(@PathVariable String no, @RequestBody Request request) {
        Actor actor = withdrawer(visible(no).tenantId());
        String reason = request.checked();
        run(() -> withdrawals.application(no, actor.userId(), reason));
    }

    @PostMapping("/api/bindings/{id}/withdraw")
    void lot(@PathVariable long id, @RequestBody Request request) {
        LotBinding lot = bindings.byId(id).orElseThrow(NotVisible::new);
        Actor actor = withdrawer(lot.tenantId());
        String reason = request.checked();
        run(() -> withdrawals.lot(id, actor.userId(), reason));
    }

    /** Asks the channel now instead of when it is due. */
    @PostMapping("/api/applications/{no}/check-now")
    Map<String, Integer> checkNow(@PathVariable String no) {
        visible(no);
        if (user.current().is(Role.AUDITOR)) {
            throw new StepForbidden("审计账号只读");
        }
        return Map.of("asked", rights.own(() -> Conflicts.repeat(() -> polls.now(no))));
    }

    private Application visible(String no) {
        Actor actor = user.current();
        return applications
                .find(no)
                .filter(application -> actor.sees(application.tenantId()))
                .orElseThrow(NotVisible::new);
    }

    private Actor withdrawer(String tenantId) {
        Actor actor = user.current();
        if (!actor.sees(tenantId)) {
            throw new NotVisible();
        }
        if (!actor.is(Role.LOT_OPERATOR) && !actor.is(Role.OPS_SUPERVISOR)) {
            throw new StepForbidden("只有车场方和运营公司主管可以撤回");
        }
        return actor;
    }

    private void run(Runnable withdrawal) {
        rights.own(() -> Conflicts.repeat(() -> {
            withdrawal.run();
            return null;
        }));
    }
}
