package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What people may ask the engine. It looks at tenants when it lists things, but not when it counts them by process, and says
 * of anybody to which groups they belong. So whoever is bound to companies asks what Tasklist asks and nothing else, and
 * everybody about their own groups alone.
 */
@Component
class ReadRules {

    private static final String ENGINE = CallRule.ENGINE;
    private static final String ID = "[0-9A-Za-z][^/]*";

    /** Each looks at tenants, or tells what is the same for all. */
    private static final Pattern OF_ONES_COMPANIES = Pattern.compile(ENGINE
            + "(task(/count|/(?!report)" + ID + "(/.*)?)?"
            + "|filter(/count|/" + ID + "(/(list|count|singleResult))?)?"
            + "|process-definition(/count|/(key/)?(?!statistics)[^/]+"
            + "(/(startForm|form-variables|deployed-start-form|rendered-form|xml|diagram))?)?"
            + "|(process-instance|variable-instance)(/count|/(?!statistics)" + ID + "(/.*)?)?"
            + "|execution(/count)?"
            + "|history/(process-instance|task|activity-instance|variable-instance|detail|incident)"
            + "(/count|/(?!report)" + ID + "(/data)?)?"
            + "|history/user-operation(/count)?"
            + "|identity/(groups|password-policy)"
            + "|user(/count|/[^/]+/profile)?"
            + "|group(/count|/(?!count)[^/]+)?"
            + "|authorization/check)"
            // who they are, the webapps' files, and which engine there is
            + "|admin/auth/user/[^/]+(/logout)?|[a-z]+/plugin/[^/]+/static/.*|engine/engine/?|version");

    private static final Pattern GROUPS_OF = Pattern.compile(ENGINE + "(identity/groups|group(/count)?)");
    private static final Pattern USERS = Pattern.compile(ENGINE + "user(/count)?");
    private static final String TENANT = "memberOfTenant";
    private static final Pattern CHECK = Pattern.compile(ENGINE + "authorization/check");

    /**
     * @return the request to go on with
     * @throws Refusal if the answer is none of this person's business
     */
    HttpServletRequest admit(EngineCall call, Actor actor) {
        boolean bound = !actor.seesEverything() && !actor.is(Role.ADMIN);
        if (bound && !OF_ONES_COMPANIES.matcher(call.path()).matches()) {
            throw Refusal.forbidden("此查询不在业务允许的范围内，系统已拒绝。请通过任务列表或业务页面查看。");
        }
        if (GROUPS_OF.matcher(call.path()).matches()) {
            return aboutOneself(call, actor);
        }
        if (bound && USERS.matcher(call.path()).matches()) {
            requireNoCompany(call);
        }
        if (bound && CHECK.matcher(call.path()).matches()) {
            requireSelf(call, "userId", actor);
        }
        return call.request();
    }

    private static HttpServletRequest aboutOneself(EngineCall call, Actor actor) {
        requireSelf(call, "userId", actor);
        if (actor.is(Role.ADMIN)) {
            return call.request();
        }
        requireSelf(call, "member", actor);
        requireNoCompany(call);
        if (call.reads()) {
            return call.request();
        }
        var body = call.body();
        if (body.hasNonNull(TENANT)
                || body.hasNonNull("member")
                        && !actor.userId().equals(body.path("member").asText())) {
            throw foreign();
        }
        return call.with(body);
    }

    /** Which groups and people belong to a company would tell whether there is one. */
    private static void requireNoCompany(EngineCall call) {
        if (call.request().getParameterValues(TENANT) != null) {
            throw foreign();
        }
    }

    private static void requireSelf(EngineCall call, String parameter, Actor actor) {
        String[] asked = call.request().getParameterValues(parameter);
        if (asked != null && !Arrays.stream(asked).allMatch(actor.userId()::equals)) {
            throw foreign();
        }
    }

    /** The same for ids that exist and ids that do not. */
    private static Refusal foreign() {
        return Refusal.forbidden("只能查看自己的角色和公司；别人的在“人员”页面（/people）查看。");
    }
}
