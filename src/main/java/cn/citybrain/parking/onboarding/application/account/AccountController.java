package cn.citybrain.parking.onboarding.application.account;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.register.AccountGroup;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.application.register.ReceivingAccountList;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the page 收款账户 lists: to operators their companies' accounts, to the operating company and auditors everybody's. */
@RestController
@RequestMapping("/api/accounts")
class AccountController {

    private final ReceivingAccountList list;
    private final AccountViews views;
    private final Guard guard;

    AccountController(ReceivingAccountList list, AccountViews views, Guard guard) {
        this.list = list;
        this.views = views;
        this.guard = guard;
    }

    /**
     * @param q found in the number, the company's or channel's name, or a lot's name or code
     * @param state none for all that are not over
     */
    @GetMapping
    Page<AccountView> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) AccountGroup state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Page<ReceivingAccountList.Row> found = list.find(seen(Optional.ofNullable(state)), new Wanted(q, page, size));
        return new Page<>(views.of(found.rows()), found.total(), found.page(), found.size());
    }

    /** How many of each group there are. */
    @GetMapping("/counts")
    Map<AccountGroup, Long> counts() {
        return list.count(seen(Optional.empty()));
    }

    private ReceivingAccountList.Filter seen(Optional<AccountGroup> group) {
        Actor actor = guard.require(Role.LOT_OPERATOR, Role.OPS_REVIEWER, Role.OPS_SUPERVISOR, Role.AUDITOR);
        return new ReceivingAccountList.Filter(actor.reach(), actor.is(Role.LOT_OPERATOR), group);
    }
}
