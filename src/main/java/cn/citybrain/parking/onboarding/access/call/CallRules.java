package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The calls of the webapps' API that this product's people need, each with what it takes. */
@Component
public class CallRules {

    private static final String ENGINE = CallRule.ENGINE;

    /** Queries that come as POST because of their size. */
    private static final Pattern QUERIES = Pattern.compile(ENGINE
            + "(task|process-instance|execution|variable-instance|external-task|job|job-definition|user|group|filter/[^/]+/(list|count)"
            + "|history/(process-instance|task|activity-instance|variable-instance|detail|incident|job-log|external-task-log))(/count)?"
            + "|" + ENGINE + "identity/password-policy"
            + "|cockpit/plugin/base/default/(process-definition|process-instance|incident)(/.*)?");

    private static final Pattern FOREIGN = Pattern.compile(ENGINE + "(task|process-instance|execution)/([^/]+)(/.*)?");
    private static final Pattern SETUP = Pattern.compile("admin/setup(/.*)?");
    private static final Pattern LOGOUT = Pattern.compile("admin/auth/user/[^/]+/logout");

    private final List<CallRule> rules;
    private final ReadRules reads;
    private final EngineVisibility visibility;
    private final ThingsOfNobody nobodys;

    CallRules(
            TaskRules tasks,
            StartRules starts,
            AccountRules accounts,
            OperationRules operations,
            ReadRules reads,
            EngineVisibility visibility,
            ThingsOfNobody nobodys) {
        this.reads = reads;
        this.visibility = visibility;
        this.nobodys = nobodys;
        this.rules = java.util.stream.Stream.of(tasks.rules(), starts.rules(), accounts.rules(), operations.rules())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * @return the request to go on with
     * @throws Refusal if this call is not this person's to make
     */
    HttpServletRequest admit(EngineCall call, Actor actor) {
        if (SETUP.matcher(call.path()).matches()) {
            throw Refusal.forbidden("系统初始化接口已停用。");
        }
        nobodys.refuse(call, actor);
        requireThere(call, actor);
        if (call.reads() || isQuery(call)) {
            return reads.admit(call, actor);
        }
        if (isLogout(call)) {
            return call.request();
        }
        return rules.stream()
                .flatMap(rule -> rule.apply(call, actor).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("此操作不在业务允许的范围内，系统已拒绝。请通过任务表单或业务页面办理。"));
    }

    /** @throws Refusal if the call is about a task or process that does not exist (any more) for this person */
    private void requireThere(EngineCall call, Actor actor) {
        Matcher item = FOREIGN.matcher(call.path());
        if (item.matches() && !isCollection(item.group(2))) {
            visibility.require(item.group(1), item.group(2), actor);
        }
    }

    /** Words that stand where an id would: {@code task/count}, {@code process-instance/message-async}. */
    private static boolean isCollection(String word) {
        return word.matches(
                "count|create|report|delete|suspended|statistics|message-async|variables-async|delete-historic-query-based|job-retries.*");
    }

    private static boolean isQuery(EngineCall call) {
        return call.method().equals("POST") && QUERIES.matcher(call.path()).matches();
    }

    private static boolean isLogout(EngineCall call) {
        return call.method().equals("POST") && LOGOUT.matcher(call.path()).matches();
    }
}
