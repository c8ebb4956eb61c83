package cn.citybrain.parking.onboarding.process.begin;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.opening.Beginning;
import cn.citybrain.parking.onboarding.application.opening.Turns;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.StepForbidden;
import cn.citybrain.parking.onboarding.process.StepRefused;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The buttons 开始申请 and 继续填写. */
@RestController
class BeginController {

    private static final int ATTEMPTS = 5;

    private final CurrentUser user;
    private final Merchants merchants;
    private final Applications applications;
    private final NewApplications beginnings;
    private final Turns turns;
    private final OwnTask tasks;

    BeginController(
            CurrentUser user,
            Merchants merchants,
            Applications applications,
            NewApplications beginnings,
            Turns turns,
            OwnTask tasks) {
        this.user = user;
        this.merchants = merchants;
        this.applications = applications;
        this.beginnings = beginnings;
        this.turns = turns;
        this.tasks = tasks;
    }

    /** @param task what is to be done first, claimed for the person; null if a colleague has it */
    record Begun(List<String> numbers, String task) {}

    /** Begins once, however often it is asked for in one turn, and answers the same. */
    @PostMapping("/api/accounts/applications")
    @ResponseStatus(HttpStatus.CREATED)
    Begun begin(@RequestBody Order order) {
        Actor actor = user.current();
        if (!actor.is(Role.LOT_OPERATOR)) {
            throw new StepForbidden("只有车场方可以申请接入");
        }
        Merchant company = company(actor, order);
        List<String> numbers = begun(actor, company, order.checked());
        return new Begun(numbers, tasks.of(numbers.get(0), actor).orElse(null));
    }

    /** Begins the process of a draft that has none, and leads to its task; to the task alone where it has one. */
    @PostMapping("/api/applications/{no}/begin")
    Begun goOn(@PathVariable String no) {
        Actor actor = user.current();
        Application draft = applications
                .find(no)
                .filter(found -> actor.sees(found.tenantId()))
                .filter(found -> found.state() != ApplicationState.DRAFT || actor.is(Role.LOT_OPERATOR))
                .orElseThrow(() -> new NotThere("没有找到申请 " + no));
        if (!actor.is(Role.LOT_OPERATOR)) {
            throw new StepForbidden("只有车场方可以填写申请");
        }
        start(actor, draft.no());
        return new Begun(List.of(draft.no()), tasks.of(draft.no(), actor).orElse(null));
    }

    /** Somebody may start it in the same moment: then it is started. */
    private void start(Actor actor, String no) {
        try {
            beginnings.start(actor, no);
        } catch (WrongState | TransientDataAccessException faster) {
            if (applications.byNo(no).state() == ApplicationState.DRAFT) {
                throw busy();
            }
        }
    }

    /** Whoever presses while the first press is still under way waits for what comes of it. */
    private List<String> begun(Actor actor, Merchant company, Order order) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<List<String>> earlier = earlier(actor, company, order);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            try {
                return beginnings.begin(actor, company, order);
            } catch (DuplicateKeyException | TransientDataAccessException faster) {
                // each database says in its own words that somebody has the turn
            }
        }
        throw busy();
    }

    private static StepRefused busy() {
        return new StepRefused("同一份申请正在另一个窗口办理，请过几秒刷新页面看结果");
    }

    /** What the same turn has begun. */
    private Optional<List<String>> earlier(Actor actor, Merchant company, Order order) {
        Optional<Beginning> earlier = turns.find(company.tenantId(), actor.userId(), order.turn());
        if (earlier.isEmpty() && order.turn() != turns.next(company.tenantId(), actor.userId())) {
            throw new StepRefused("页面已经过时，请刷新后重新选择");
        }
        earlier.filter(begun -> !begun.asked().equals(order.fingerprint())).ifPresent(begun -> {
            throw new StepRefused("您在另一个窗口已经开始了申请 " + String.join("、", begun.numbers()) + "。请刷新页面看看，还需要的再申请");
        });
        return earlier.map(Beginning::numbers);
    }

    /** Another's company is as unknown as one that is not there. */
    private Merchant company(Actor actor, Order order) {
        if (order.company() == null && actor.tenants().size() != 1) {
            throw Order.fault("company", "请选择为哪一家公司申请");
        }
        String tenant = order.company() == null ? actor.tenants().iterator().next() : order.company();
        return Optional.of(tenant)
                .filter(actor.tenants()::contains)
                .flatMap(merchants::byTenant)
                .orElseThrow(() -> new NotThere("没有找到公司 " + tenant));
    }
}
