package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.People;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Matcher;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;

/** UserAccounts: an administrator keeps them, everybody keeps their own name and password. */
@Component
class AccountRules {

    private static final String ENGINE_ADMINISTRATORS = "group/" + Groups.CAMUNDA_ADMIN + "/members/([^/]+)";

    private final IdentityService identity;
    private final People people;

    AccountRules(IdentityService identity, People people) {
        this.identity = identity;
        this.people = people;
    }

    List<CallRule> rules() {
        return List.of(
                CallRule.on("PUT", "user/([^/]+)/profile", this::profile),
                CallRule.on("PUT", "user/([^/]+)/credentials", AccountRules::ownOrAdmin),
                CallRule.on("POST", "user/create", AccountRules::admin),
                CallRule.on("POST", "user/([^/]+)/unlock", AccountRules::admin),
                CallRule.on("DELETE", "user/([^/]+)", this::notTheLastAdmin),
                CallRule.on("POST", "group/create", AccountRules::admin),
                CallRule.on("PUT", "group/([^/]+)", AccountRules::admin),
                CallRule.on("PUT", ENGINE_ADMINISTRATORS, AccountRules::engineGroup),
                CallRule.on("DELETE", ENGINE_ADMINISTRATORS, AccountRules::engineGroup),
                CallRule.on("PUT", "group/[^/]+/members/([^/]+)", AccountRules::admin),
                CallRule.on("DELETE", "group/" + Role.ADMIN.group() + "/members/([^/]+)", this::notTheLastAdmin),
                CallRule.on("DELETE", "group/[^/]+/members/([^/]+)", AccountRules::admin),
                CallRule.on("PUT", "tenant/[^/]+/user-members/([^/]+)", AccountRules::admin),
                CallRule.on("DELETE", "tenant/[^/]+/user-members/([^/]+)", AccountRules::admin));
    }

    /** The engine takes the id from the body: it must be the one that was checked. */
    private HttpServletRequest profile(EngineCall call, Matcher path, Actor actor) {
        ownOrAdmin(call, path, actor);
        ObjectNode body = call.body();
        body.put("id", path.group(1));
        return call.with(body);
    }

    private static HttpServletRequest ownOrAdmin(EngineCall call, Matcher path, Actor actor) {
        return path.group(1).equals(actor.userId()) ? call.request() : admin(call, path, actor);
    }

    private static HttpServletRequest admin(EngineCall call, Matcher path, Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("只有系统管理员可以管理账号。");
        }
        return call.request();
    }

    private static HttpServletRequest engineGroup(EngineCall call, Matcher path, Actor actor) {
        throw Refusal.forbidden("引擎内置的管理员组与“系统管理员”自动保持一致，请在“系统管理员”组中增减成员。");
    }

    /** Without an administrator nobody could make one. */
    private HttpServletRequest notTheLastAdmin(EngineCall call, Matcher path, Actor actor) {
        admin(call, path, actor);
        List<String> admins =
                people.unrestricted(() -> identity.createUserQuery().memberOfGroup(Role.ADMIN.group()).list().stream()
                        .map(org.camunda.bpm.engine.identity.User::getId)
                        .toList());
        if (admins.equals(List.of(path.group(1)))) {
            throw Refusal.forbidden("必须至少保留一名系统管理员。");
        }
        return call.request();
    }
}
